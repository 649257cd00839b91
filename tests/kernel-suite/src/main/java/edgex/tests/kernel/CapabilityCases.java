package edgex.tests.kernel;

import edgex.abi.CapabilityRecord;
import edgex.abi.Errors;
import edgex.abi.ObjectType;
import edgex.abi.Rights;
import edgex.abi.SystemCallNumbers;
import edgex.runtime.system.SystemCalls;
import edgex.tests.harness.Robot;
import edgex.tests.harness.RobotProcess;
import edgex.tests.harness.RootMachine;

/** Deriving, granting, revoking, deleting and destroying. */
final class CapabilityCases {
  private static final int DEPTH = 50;
  private static final int WIDTH = 50;
  private static final int TYPE_SHIFT = 8;

  private CapabilityCases() {}

  static void addTo(CaseList cases) {
    cases.add("capability: inspect tells type and rights", CapabilityCases::inspect);
    cases.add("capability: rights only shrink", CapabilityCases::rightsShrink);
    cases.add("capability: a badge is set once", CapabilityCases::badgeOnce);
    cases.add("capability: a derived capability keeps the badge", CapabilityCases::badgeStays);
    cases.add("capability: memory takes no badge", CapabilityCases::noBadge);
    cases.add("capability: what was derived outlives its parent", CapabilityCases::outlives);
    cases.add("capability: revoking reaches every generation", CapabilityCases::revokeDeep);
    cases.add("capability: revoking reaches every child", CapabilityCases::revokeWide);
    cases.add("capability: revoking reaches other processes", CapabilityCases::revokeForeign);
    cases.add("capability: revoking keeps the capability itself", CapabilityCases::revokeKeeps);
    cases.add("capability: a deleted handle never comes back", CapabilityCases::noReuse);
    cases.add("capability: destroying reaches every holder", CapabilityCases::destroyForeign);
    cases.add("capability: a process's capabilities are listed", CapabilityCases::list);
    cases.add("capability: listing refuses a wrong place", CapabilityCases::listWrong);
  }

  private static void inspect(Scope scope) {
    int weak = scope.derive(scope.endpoint(), Rights.SEND | Rights.GRANT);
    Expect.equal(
        "type and rights",
        ObjectType.ENDPOINT << TYPE_SHIFT | Rights.SEND | Rights.GRANT,
        SystemCalls.capabilityInspect(weak));
    Expect.equal(
        "type and rights",
        ObjectType.MEMORY << TYPE_SHIFT | Rights.ALL,
        SystemCalls.capabilityInspect(scope.memory(1)));
  }

  private static void rightsShrink(Scope scope) {
    int weak = scope.derive(scope.endpoint(), Rights.SEND | Rights.GRANT);
    Expect.error(
        Errors.INVALID_ARGUMENT,
        SystemCalls.capabilityDerive(weak, Rights.SEND | Rights.RECEIVE, 0));
    Expect.error(
        Errors.INVALID_ARGUMENT, SystemCalls.capabilityGrant(scope.process(), weak, Rights.ALL, 0));
    Expect.error(Errors.INVALID_ARGUMENT, SystemCalls.capabilityDerive(weak, 1 << 8, 0));
    Expect.error(Errors.INVALID_ARGUMENT, SystemCalls.capabilityDerive(weak, -1, 0));
  }

  private static void badgeOnce(Scope scope) {
    int badged = scope.derive(scope.endpoint(), Rights.ALL, 7);
    Expect.error(Errors.ALREADY_BADGED, SystemCalls.capabilityDerive(badged, Rights.SEND, 8));
    Expect.error(
        Errors.ALREADY_BADGED,
        SystemCalls.capabilityGrant(scope.process(), badged, Rights.SEND, 8));
  }

  private static void badgeStays(Scope scope) {
    int notification = scope.notification();
    int badged = scope.derive(notification, Rights.ALL, 0x50);
    int again = scope.derive(badged, Rights.SEND);
    Expect.success(scope.signal(again));
    Expect.success(scope.await(notification, 0));
    Expect.equal("bits", 0x50, scope.message().badge());
  }

  private static void noBadge(Scope scope) {
    Expect.error(Errors.WRONG_TYPE, SystemCalls.capabilityDerive(scope.memory(1), Rights.READ, 1));
    Expect.error(
        Errors.WRONG_TYPE,
        SystemCalls.capabilityGrant(scope.process(), scope.memory(1), Rights.READ, 1));
  }

  private static void outlives(Scope scope) {
    int first = scope.notification();
    int second = scope.derive(first, Rights.ALL);
    int third = scope.derive(second, Rights.SEND);
    Expect.success(SystemCalls.capabilityDelete(second));
    Expect.success(scope.signal(third));
    Expect.success(scope.await(first, 0));
    // It has gone over to the first one, which still rules it.
    Expect.success(SystemCalls.capabilityRevoke(first));
    Expect.error(Errors.INVALID_HANDLE, scope.signal(third));
  }

  private static void revokeDeep(Scope scope) {
    int first = scope.endpoint();
    int[] handles = new int[DEPTH];
    for (int i = 0; i < DEPTH; i++) {
      handles[i] = scope.derive(i == 0 ? first : handles[i - 1], Rights.ALL);
    }
    Expect.success(SystemCalls.capabilityRevoke(first));
    expectGone(handles);
  }

  private static void revokeWide(Scope scope) {
    int first = scope.endpoint();
    int[] handles = new int[WIDTH];
    for (int i = 0; i < WIDTH; i++) {
      handles[i] = scope.derive(first, Rights.SEND, i + 1);
    }
    Expect.success(SystemCalls.capabilityRevoke(first));
    expectGone(handles);
  }

  private static void expectGone(int[] handles) {
    for (int handle : handles) {
      Expect.error(Errors.INVALID_HANDLE, SystemCalls.capabilityInspect(handle));
    }
  }

  private static void revokeForeign(Scope scope) {
    int endpoint = scope.endpoint();
    RobotProcess process = scope.robots();
    Robot robot = process.addRobot();
    int theirs = process.grant(endpoint, Rights.ALL);
    Expect.success(robot.call(SystemCallNumbers.CAPABILITY_INSPECT, theirs));
    Expect.success(SystemCalls.capabilityRevoke(endpoint));
    Expect.error(Errors.INVALID_HANDLE, robot.call(SystemCallNumbers.CAPABILITY_INSPECT, theirs));
  }

  private static void revokeKeeps(Scope scope) {
    int endpoint = scope.endpoint();
    Expect.success(SystemCalls.capabilityRevoke(endpoint));
    Expect.success(SystemCalls.capabilityInspect(endpoint));
  }

  private static void noReuse(Scope scope) {
    int old = Expect.success(SystemCalls.endpointCreate());
    Expect.success(SystemCalls.capabilityDelete(old));
    for (int i = 0; i < WIDTH; i++) {
      int next = Expect.success(SystemCalls.endpointCreate());
      Expect.that("another handle", next != old);
      Expect.error(Errors.INVALID_HANDLE, SystemCalls.capabilityInspect(old));
      Expect.success(SystemCalls.capabilityDelete(next));
    }
  }

  private static void destroyForeign(Scope scope) {
    int endpoint = scope.endpoint();
    RobotProcess process = scope.robots();
    Robot robot = process.addRobot();
    int theirs = process.grant(endpoint, Rights.ALL);
    Expect.success(SystemCalls.capabilityDestroy(endpoint));
    Expect.error(Errors.INVALID_HANDLE, robot.call(SystemCallNumbers.CAPABILITY_INSPECT, theirs));
    Expect.equal(
        "status of deleting it", 0, robot.call(SystemCallNumbers.CAPABILITY_DELETE, theirs));
  }

  private static void list(Scope scope) {
    int process = scope.process();
    int endpoint = scope.endpoint();
    int one = Expect.success(SystemCalls.capabilityGrant(process, endpoint, Rights.SEND, 5));
    int two = Expect.success(SystemCalls.capabilityGrant(process, endpoint, Rights.RECEIVE, 6));
    int seen = 0;
    int next = Expect.success(SystemCalls.capabilityListProcess(process, 0));
    while (next != 0) {
      int handle = (int) RootMachine.record(CapabilityRecord.HANDLE);
      Expect.that("one of the two handles", handle == one || handle == two);
      Expect.equal("type", ObjectType.ENDPOINT, RootMachine.record(CapabilityRecord.TYPE));
      Expect.equal("badge", handle == one ? 5 : 6, RootMachine.record(CapabilityRecord.BADGE));
      Expect.equal("stale", 0, RootMachine.record(CapabilityRecord.STALE));
      seen++;
      next = Expect.success(SystemCalls.capabilityListProcess(process, next));
    }
    Expect.equal("number of capabilities", 2, seen);
  }

  private static void listWrong(Scope scope) {
    int process = scope.process();
    Expect.error(Errors.INVALID_ARGUMENT, SystemCalls.capabilityListProcess(process, 1));
    Expect.error(Errors.INVALID_ARGUMENT, SystemCalls.capabilityListProcess(process, -1));
    Expect.error(
        Errors.INVALID_ARGUMENT, SystemCalls.capabilityListProcess(process, Integer.MAX_VALUE));
  }
}
