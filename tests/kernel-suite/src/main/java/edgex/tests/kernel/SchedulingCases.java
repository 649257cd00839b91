package edgex.tests.kernel;

import edgex.abi.SystemCallNumbers;
import edgex.abi.ThreadRecord;
import edgex.abi.ThreadState;
import edgex.runtime.machine.RawMemory;
import edgex.runtime.system.SystemCalls;
import edgex.tests.harness.Robot;
import edgex.tests.harness.RobotProcess;
import edgex.tests.harness.RootMachine;
import edgex.tests.harness.Routine;

/** Who runs when. Nothing here depends on how fast the machine is. */
final class SchedulingCases {
  private static final long MILLISECOND = 1_000_000;
  private static final int LOW = 10;
  private static final int HIGH = 90;
  private static final int TURNS = 20;
  private static final int LOG_OFFSET = 1024;
  private static final RobotProcess.Limits LARGE = new RobotProcess.Limits(128, 128, 128);

  private SchedulingCases() {}

  static void addTo(CaseList cases) {
    cases.add("scheduling: the highest priority runs first", SchedulingCases::highestFirst);
    cases.add("scheduling: equals run in the order of waking", SchedulingCases::fifo);
    cases.add("scheduling: yield lets equals take turns", SchedulingCases::yieldTurns);
    cases.add("scheduling: yield does not run lower ones", SchedulingCases::yieldKeeps);
    cases.add("scheduling: equals share by time slices", SchedulingCases::slices);
    cases.add("scheduling: a higher one preempts at once", SchedulingCases::preemption);
    cases.add("scheduling: a raised thread preempts", SchedulingCases::raised);
    cases.add("scheduling: sleepers wake in the order of their times", SchedulingCases::sleepers);
    cases.add("scheduling: nobody wakes too early", SchedulingCases::notEarly);
    cases.add("scheduling: processor time is accounted", SchedulingCases::accounting);
  }

  private static void highestFirst(Scope scope) {
    RobotProcess process = scope.robots(LARGE, 0);
    int[] priorities = {40, 80, 60, 20};
    Robot[] robots = addRobots(process, priorities);
    beginAll(robots);
    expectOrder(robots, 1, 2, 0, 3);
  }

  private static void fifo(Scope scope) {
    Robot[] robots = addRobots(scope.robots(LARGE, 0), new int[] {50, 50, 50, 50});
    beginAll(robots);
    expectOrder(robots, 0, 1, 2, 3);
  }

  private static Robot[] addRobots(RobotProcess process, int[] priorities) {
    Robot[] robots = new Robot[priorities.length];
    for (int i = 0; i < robots.length; i++) {
      robots[i] = process.addRobot(priorities[i]);
      robots[i].awaitState(ThreadState.WAITING);
    }
    return robots;
  }

  /** This thread's priority is higher: nobody starts before all are ready. */
  private static void beginAll(Robot[] robots) {
    for (Robot robot : robots) {
      robot.beginCall(SystemCallNumbers.NULL_CALL);
    }
    for (Robot robot : robots) {
      robot.await();
    }
  }

  private static void expectOrder(Robot[] robots, int... order) {
    for (int i = 1; i < order.length; i++) {
      Expect.that(
          "robot " + order[i - 1] + " before robot " + order[i],
          robots[order[i - 1]].ticket() < robots[order[i]].ticket());
    }
  }

  private static void yieldTurns(Scope scope) {
    long log = RobotProcess.Shared.common().address() + LOG_OFFSET;
    RawMemory.putLong(log, 0);
    Robot[] robots = addRobots(scope.robots(LARGE, 0), new int[] {50, 50, 50});
    for (int i = 0; i < robots.length; i++) {
      robots[i].begin(
          Routine.LOG_TURNS,
          0,
          RobotProcess.COMMON_ADDRESS + LOG_OFFSET,
          i,
          TURNS,
          SystemCallNumbers.THREAD_YIELD);
    }
    for (Robot robot : robots) {
      robot.await();
    }
    Expect.equal("turns", (long) TURNS * robots.length, RawMemory.getLong(log));
    for (int i = 0; i < TURNS * robots.length; i++) {
      Expect.equal(
          "robot in turn " + i,
          i % robots.length,
          RawMemory.getLong(log + Long.BYTES * (long) (i + 1)));
    }
  }

  private static void yieldKeeps(Scope scope) {
    RobotProcess process = scope.robots(LARGE, 0);
    Robot low = process.addRobot(LOW);
    Robot high = process.addRobot(HIGH);
    low.awaitState(ThreadState.WAITING);
    low.beginCall(SystemCallNumbers.NULL_CALL);
    high.beginCall(SystemCallNumbers.THREAD_YIELD);
    low.await();
    high.await();
    expectOrder(new Robot[] {high, low}, 0, 1);
  }

  private static void slices(Scope scope) {
    Robot[] robots = addRobots(scope.robots(LARGE, 0), new int[] {50, 50, 50});
    for (Robot robot : robots) {
      robot.begin(Routine.SPIN);
    }
    for (Robot robot : robots) {
      robot.awaitProgress(0);
    }
    for (Robot robot : robots) {
      robot.stopSpinning();
    }
    for (Robot robot : robots) {
      robot.await();
    }
  }

  private static void preemption(Scope scope) {
    RobotProcess process = scope.robots(LARGE, 0);
    Robot low = process.addRobot(LOW);
    Robot high = process.addRobot(HIGH);
    high.beginCall(SystemCallNumbers.THREAD_SLEEP, 50 * MILLISECOND);
    high.awaitState(ThreadState.SLEEPING);
    low.begin(Routine.SPIN);
    Expect.equal("result of the sleeper", 0, high.await());
    low.stopSpinning();
    low.await();
  }

  private static void raised(Scope scope) {
    RobotProcess process = scope.robots(LARGE, 0);
    Robot spinner = process.addRobot(50);
    Robot other = process.addRobot(LOW);
    other.awaitState(ThreadState.WAITING);
    spinner.begin(Routine.SPIN);
    other.beginCall(SystemCallNumbers.NULL_CALL);
    Expect.that("no answer below the spinner", !other.awaitFor(10 * MILLISECOND));
    Expect.success(SystemCalls.threadSetPriority(other.thread(), HIGH));
    Expect.equal("result", 0, other.await());
    spinner.stopSpinning();
    spinner.await();
  }

  private static void sleepers(Scope scope) {
    Robot[] robots = addRobots(scope.robots(LARGE, 0), new int[] {50, 50, 50, 50, 50});
    int[] milliseconds = {90, 30, 120, 60, 150};
    for (int i = 0; i < robots.length; i++) {
      robots[i].beginCall(SystemCallNumbers.THREAD_SLEEP, milliseconds[i] * MILLISECOND);
    }
    for (Robot robot : robots) {
      Expect.equal("result", 0, robot.await());
    }
    expectOrder(robots, 1, 3, 0, 2, 4);
  }

  private static void notEarly(Scope scope) {
    for (long nanos : new long[] {1, 1000, 50_000, MILLISECOND, 7 * MILLISECOND}) {
      long start = SystemCalls.clockNanos();
      Expect.equal("result", 0, SystemCalls.threadSleep(nanos));
      Expect.that("the whole time slept", SystemCalls.clockNanos() - start >= nanos);
    }
  }

  private static void accounting(Scope scope) {
    Robot robot = scope.robot();
    long before = processorTime(robot);
    robot.begin(Routine.SPIN);
    SystemCalls.threadSleep(20 * MILLISECOND);
    robot.stopSpinning();
    robot.await();
    Expect.that("time used", processorTime(robot) > before);
  }

  private static long processorTime(Robot robot) {
    Expect.success(SystemCalls.threadInspect(robot.thread()));
    return RootMachine.record(ThreadRecord.CPU_NANOS);
  }
}
