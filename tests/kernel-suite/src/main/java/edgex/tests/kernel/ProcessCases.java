package edgex.tests.kernel;

import edgex.abi.Errors;
import edgex.abi.FaultKind;
import edgex.abi.MessageCalls;
import edgex.abi.ProcessRecord;
import edgex.abi.Rights;
import edgex.abi.SystemCallNumbers;
import edgex.abi.ThreadState;
import edgex.runtime.system.SystemCalls;
import edgex.tests.harness.Robot;
import edgex.tests.harness.RobotProcess;
import edgex.tests.harness.RootMachine;

/** Processes: made, asked about, ended. */
final class ProcessCases {
  private static final int STATUS = 42;

  private ProcessCases() {}

  static void addTo(CaseList cases) {
    cases.add("processCreate: refuses negative limits", ProcessCases::negativeLimits);
    cases.add("processCreate: refuses a priority above the parent's", ProcessCases::priority);
    cases.add("processInspect: tells limits and use", ProcessCases::inspect);
    cases.add("processExit: tells the fault endpoint the status", ProcessCases::exit);
    cases.add("processExit: stops all threads", ProcessCases::exitStopsAll);
    cases.add("processExit: an exited process cannot be started again", ProcessCases::exitIsFinal);
    cases.add("process: destroying it ends the calls to it", ProcessCases::destroyEndsCalls);
    cases.add("process: destroying it ends its children", ProcessCases::destroyEndsChildren);
    cases.add("process: one that destroys itself is gone", ProcessCases::destroysItself);
    cases.add("process: it may be made and ended many times", ProcessCases::manyTimes);
  }

  private static void negativeLimits(Scope scope) {
    int[][] limits = {
      {-1, 1, 1, 1},
      {0, 1, 1, 1},
      {1, -1, 1, 1},
      {1, 1, -1, 1},
      {1, 1, 1, -1},
      {Integer.MIN_VALUE, 1, 1, 1}
    };
    for (int[] limit : limits) {
      Expect.error(
          Errors.INVALID_ARGUMENT,
          SystemCalls.processCreate(
              RootMachine.process(), limit[0], limit[1], limit[2], limit[3], 0));
    }
  }

  private static void priority(Scope scope) {
    int parent = scope.keep(SystemCalls.processCreate(RootMachine.process(), 9, 9, 9, 50, 0));
    Expect.error(Errors.PRIORITY_TOO_HIGH, SystemCalls.processCreate(parent, 1, 1, 1, 51, 0));
    Expect.error(
        Errors.PRIORITY_TOO_HIGH,
        SystemCalls.processCreate(RootMachine.process(), 1, 1, 1, 256, 0));
  }

  private static void inspect(Scope scope) {
    int process = scope.keep(SystemCalls.processCreate(RootMachine.process(), 9, 8, 7, 50, 0));
    Expect.success(SystemCalls.capabilityGrant(process, scope.endpoint(), Rights.SEND, 0));
    scope.keep(SystemCalls.threadCreate(process, 33, RobotProcess.FREE_ADDRESS));
    Expect.success(SystemCalls.processInspect(process));
    Expect.equal("pages", 9, RootMachine.record(ProcessRecord.PAGES_LIMIT));
    Expect.equal("capabilities", 8, RootMachine.record(ProcessRecord.CAPABILITIES_LIMIT));
    Expect.equal("objects", 7, RootMachine.record(ProcessRecord.OBJECTS_LIMIT));
    Expect.equal("capabilities held", 1, RootMachine.record(ProcessRecord.CAPABILITIES_USED));
    Expect.equal("threads", 1, RootMachine.record(ProcessRecord.THREADS));
    Expect.equal("maximum priority", 50, RootMachine.record(ProcessRecord.MAXIMUM_PRIORITY));
    Expect.equal("priority", 33, RootMachine.record(ProcessRecord.PRIORITY));
    Expect.equal("state", ProcessRecord.RUNNING, RootMachine.record(ProcessRecord.STATE));
  }

  private static void exit(Scope scope) {
    Victim victim = Victim.create(scope);
    victim.robot().beginCall(SystemCallNumbers.PROCESS_EXIT, STATUS);
    victim.expectFault(FaultKind.EXIT);
    Expect.equal("status", STATUS, victim.faultCode());
    Expect.success(SystemCalls.processInspect(victim.process().handle()));
    Expect.equal("state", ProcessRecord.EXITED, RootMachine.record(ProcessRecord.STATE));
    Expect.equal("status", STATUS, RootMachine.record(ProcessRecord.EXIT_STATUS));
  }

  private static void exitStopsAll(Scope scope) {
    Victim victim = Victim.create(scope);
    Robot other = victim.process().addRobot();
    other.message().prepare(victim.process().grant(scope.notification(), Rights.ALL), 0, -1);
    other.blockInMessage(MessageCalls.WAIT, ThreadState.WAITING);
    victim.robot().beginCall(SystemCallNumbers.PROCESS_EXIT, STATUS);
    int reply = victim.expectFault(FaultKind.EXIT);
    Expect.equal("state", ThreadState.STOPPED, other.state());
    // There is no way back from an exit.
    Expect.success(scope.reply(reply, 0));
    Expect.equal("state", ThreadState.STOPPED, victim.robot().state());
  }

  private static void exitIsFinal(Scope scope) {
    Victim victim = Victim.create(scope);
    victim.robot().beginCall(SystemCallNumbers.PROCESS_EXIT, STATUS);
    victim.expectFault(FaultKind.EXIT);
    Expect.error(Errors.WRONG_STATE, SystemCalls.threadResume(victim.robot().thread()));
    Expect.error(
        Errors.WRONG_STATE,
        SystemCalls.threadCreate(victim.process().handle(), 1, RobotProcess.FREE_ADDRESS));
  }

  private static void destroyEndsCalls(Scope scope) {
    int endpoint = scope.endpoint();
    RobotProcess server = RobotProcess.create(RobotProcess.Limits.USUAL, 100, 0);
    RobotProcess clients = scope.robots();
    Robot receiver = server.addRobot();
    int reply = Expect.success(receiver.call(SystemCallNumbers.REPLY_CREATE));
    int theirs = server.grant(endpoint, Rights.RECEIVE);
    receiver.message().prepare(Scope.handles(theirs, reply), 0, -1);
    receiver.blockInMessage(MessageCalls.RECEIVE, ThreadState.RECEIVING);
    Robot caller = clients.addRobot();
    caller.message().prepare(clients.grant(endpoint, Rights.SEND), 0, -1);
    caller.blockInMessage(MessageCalls.CALL, ThreadState.AWAITING_REPLY);
    server.destroy();
    Expect.error(Errors.PEER_GONE, caller.await());
  }

  private static void destroyEndsChildren(Scope scope) {
    RobotProcess parent = scope.robots();
    Robot robot = parent.addRobot();
    int own = parent.grant(parent.handle(), Rights.ALL);
    int child = Expect.success(robot.call(SystemCallNumbers.PROCESS_CREATE, own, 16, 8, 8, 1, 0));
    Expect.success(
        robot.call(SystemCallNumbers.THREAD_CREATE, child, 1, RobotProcess.FREE_ADDRESS));
    // The count after the case tells whether the child has gone with its parent.
    Expect.success(SystemCalls.capabilityDestroy(parent.handle()));
    Expect.error(Errors.INVALID_HANDLE, SystemCalls.processInspect(parent.handle()));
  }

  private static void destroysItself(Scope scope) {
    RobotProcess process = scope.robots();
    Robot robot = process.addRobot();
    int own = process.grant(process.handle(), Rights.ALL);
    robot.beginCall(SystemCallNumbers.CAPABILITY_DESTROY, own);
    Expect.that("no answer", !robot.awaitFor(50_000_000));
    Expect.error(Errors.INVALID_HANDLE, SystemCalls.processInspect(process.handle()));
  }

  private static void manyTimes(Scope scope) {
    for (int i = 0; i < 20; i++) {
      RobotProcess process = RobotProcess.create(RobotProcess.Limits.USUAL, 100, 0);
      Expect.equal("result", 0, process.addRobot().call(SystemCallNumbers.NULL_CALL));
      process.destroy();
    }
  }
}
