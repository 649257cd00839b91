package edgex.tests.kernel;

import edgex.tests.harness.Robot;
import edgex.tests.harness.RobotProcess;
import edgex.tests.harness.Routine;

/** Floating-point registers belong to their thread, whoever runs in between. */
final class FloatingPointCases {
  private static final int CHECKS = 400_000;

  private FloatingPointCases() {}

  static void addTo(CaseList cases) {
    cases.add("floating point: registers survive preemption", FloatingPointCases::equals);
    cases.add("floating point: registers survive other processes", FloatingPointCases::processes);
  }

  private static void equals(Scope scope) {
    RobotProcess process = scope.robots();
    check(process.addRobot(), process.addRobot(), process.addRobot());
  }

  private static void processes(Scope scope) {
    check(scope.robot(), scope.robot());
  }

  /** Equals share the processor by time slices, of which each check takes several. */
  private static void check(Robot... robots) {
    for (int i = 0; i < robots.length; i++) {
      robots[i].begin(Routine.FLOATING_POINT, 0, 1001L * (i + 1), CHECKS);
    }
    for (Robot robot : robots) {
      Expect.equal("wrong registers", 0, robot.await());
    }
  }
}
