package edgex.tests.kernel;

import edgex.abi.Errors;
import edgex.abi.SystemCallNumbers;
import edgex.runtime.machine.Trap;
import edgex.runtime.system.SystemCalls;
import edgex.tests.harness.Robot;
import edgex.tests.harness.Routine;

/** Numbers of system calls, and the way in and out. */
final class CallCases {
  private static final int[] UNKNOWN_NUMBERS = {
    0, -1, 200, 255, 256, 1 << 16, Integer.MAX_VALUE, Integer.MIN_VALUE
  };

  private CallCases() {}

  static void addTo(CaseList cases) {
    cases.add(
        "call: the null call does nothing",
        scope -> Expect.equal("result", 0, SystemCalls.nullCall()));
    for (int number : UNKNOWN_NUMBERS) {
      cases.add(
          "call: number " + number + " is unknown",
          scope -> Expect.error(Errors.UNKNOWN_CALL, Trap.call0(number)));
    }
    cases.add("call: odd processor flags do not reach the kernel", CallCases::oddFlags);
    cases.add("call: the clock never goes back", CallCases::clock);
  }

  private static void oddFlags(Scope scope) {
    Robot robot = scope.robot();
    Expect.equal("result", 0, robot.run(Routine.CALL_WITH_FLAGS, SystemCallNumbers.NULL_CALL));
    Expect.equal("result", 0, robot.run(Routine.CALL_WITH_FLAGS, SystemCallNumbers.THREAD_YIELD));
    Expect.equal("result after it", 0, robot.call(SystemCallNumbers.NULL_CALL));
  }

  private static void clock(Scope scope) {
    long last = 0;
    for (int i = 0; i < 1000; i++) {
      long now = SystemCalls.clockNanos();
      Expect.that("a time that is not before the last one", now >= last);
      last = now;
    }
  }
}
