package edgex.tests.kernel;

import edgex.abi.Errors;
import edgex.abi.ObjectType;
import edgex.abi.Rights;
import edgex.runtime.system.SystemCalls;

/** What every call does with a handle that is none, is for another object, or allows too little. */
final class HandleCases {
  private static final int GENERATION_STEP = 1 << 18;
  private static final int INDEX_MASK = GENERATION_STEP - 1;

  private static final int[] FORGED = {
    1,
    INDEX_MASK,
    GENERATION_STEP | INDEX_MASK,
    Integer.MAX_VALUE,
    -1,
    Integer.MIN_VALUE,
    Integer.MIN_VALUE | GENERATION_STEP,
    0x4000_0000
  };

  private HandleCases() {}

  static void addTo(CaseList cases) {
    for (HandleCall call : HandleCalls.all()) {
      cases.add(call.name() + ": refuses forged handles", scope -> forged(scope, call));
      cases.add(call.name() + ": refuses a deleted handle", scope -> deleted(scope, call));
      cases.add(call.name() + ": refuses a foreign handle", scope -> foreign(scope, call));
      if (isDestructible(call)) {
        cases.add(
            call.name() + ": refuses the handle of a destroyed object",
            scope -> destroyed(scope, call));
      }
      if (call.type() != 0) {
        cases.add(call.name() + ": refuses another type", scope -> otherType(scope, call));
      }
      if (call.right() != 0) {
        cases.add(call.name() + ": refuses a missing right", scope -> missingRight(scope, call));
      }
      cases.add(call.name() + ": takes a good handle", scope -> good(scope, call));
    }
  }

  /**
   * Not the machine's only system object and root of lines, and not the calls that are there to get
   * rid of a handle whose object is gone.
   */
  private static boolean isDestructible(HandleCall call) {
    return call.type() != ObjectType.SYSTEM
        && !call.name().equals("interruptCreate")
        && !call.name().equals("capabilityDelete")
        && !call.name().equals("capabilityRevoke");
  }

  private static void forged(Scope scope, HandleCall call) {
    for (int handle : FORGED) {
      Expect.error(Errors.INVALID_HANDLE, call.call().with(scope, handle));
    }
    int real = call.good().make(scope);
    Expect.error(Errors.INVALID_HANDLE, call.call().with(scope, real + GENERATION_STEP));
    Expect.error(Errors.INVALID_HANDLE, call.call().with(scope, real ^ Integer.MIN_VALUE));
    Expect.error(Errors.INVALID_HANDLE, call.call().with(scope, real & INDEX_MASK));
  }

  private static void deleted(Scope scope, HandleCall call) {
    int real = call.good().make(scope);
    Expect.success(SystemCalls.capabilityDelete(real));
    Expect.error(Errors.INVALID_HANDLE, call.call().with(scope, real));
  }

  /** A handle that another process holds is none here. */
  private static void foreign(Scope scope, HandleCall call) {
    int real = call.good().make(scope);
    int theirs = Expect.success(SystemCalls.capabilityGrant(scope.process(), real, Rights.ALL, 0));
    Expect.error(Errors.INVALID_HANDLE, call.call().with(scope, theirs));
  }

  private static void destroyed(Scope scope, HandleCall call) {
    int real = call.good().make(scope);
    Expect.success(SystemCalls.capabilityDestroy(real));
    Expect.error(Errors.INVALID_HANDLE, call.call().with(scope, real));
  }

  private static void otherType(Scope scope, HandleCall call) {
    int other = call.type() == ObjectType.NOTIFICATION ? scope.endpoint() : scope.notification();
    Expect.error(Errors.WRONG_TYPE, call.call().with(scope, other));
  }

  private static void missingRight(Scope scope, HandleCall call) {
    int weak = scope.derive(call.good().make(scope), Scope.without(call.right()));
    Expect.error(Errors.MISSING_RIGHT, call.call().with(scope, weak));
  }

  /** With a good handle a call succeeds, or fails for a reason that has nothing to do with it. */
  private static void good(Scope scope, HandleCall call) {
    int real = call.good().make(scope);
    long status = call.call().with(scope, real);
    if (status > 0 && isHandle(call.name())) {
      scope.keep(status);
    }
    boolean refused =
        status == Errors.INVALID_HANDLE
            || status == Errors.WRONG_TYPE
            || status == Errors.MISSING_RIGHT;
    Expect.that("no complaint about the handle", !refused);
  }

  private static boolean isHandle(String name) {
    return name.equals("capabilityDerive")
        || name.startsWith("processCreate")
        || name.equals("threadCreate")
        || name.equals("deviceSlice")
        || name.equals("deviceMemory");
  }
}
