package edgex.tests.kernel;

import edgex.abi.Errors;
import edgex.abi.FaultKind;
import edgex.abi.MessageCalls;
import edgex.abi.MessageInformation;
import edgex.abi.MessagePage;
import edgex.abi.Rights;
import edgex.abi.SystemCallNumbers;
import edgex.abi.SystemRecord;
import edgex.abi.ThreadRecord;
import edgex.abi.ThreadState;
import edgex.runtime.system.SystemCalls;
import edgex.tests.harness.Pages;
import edgex.tests.harness.Robot;
import edgex.tests.harness.RobotProcess;
import edgex.tests.harness.RootMachine;
import edgex.tests.harness.Routine;

/**
 * What threads on several CPUs do to each other; there are none of these cases on a machine with
 * one. This thread stays on CPU 0, and where it waits without a system call nobody else runs there.
 */
final class ProcessorCases {
  private static final long MILLISECOND = 1_000_000;
  private static final int ROUNDS = 200;
  private static final int MOVES = 300;
  private static final int STRESS_STEPS = 1_500;
  private static final int CHECKS = 200_000;
  private static final RobotProcess.Limits LARGE = new RobotProcess.Limits(256, 256, 256);

  private ProcessorCases() {}

  static void addTo(CaseList cases) {
    cases.add("threadSetAffinity: refuses a CPU that is not there", ProcessorCases::refusal);
    if (count() == 1) {
      return;
    }
    cases.add("processors: a thread runs where it was moved to", ProcessorCases::affinity);
    cases.add("processors: a new thread is where its maker is", ProcessorCases::inheritance);
    cases.add("processors: a wake-up reaches every CPU", ProcessorCases::wakeUps);
    cases.add("processors: calls and replies cross CPUs", ProcessorCases::calls);
    cases.add("processors: sleepers wake on every CPU", ProcessorCases::sleepers);
    cases.add("processors: equals share another CPU", ProcessorCases::slices);
    cases.add("processors: unmap reaches a CPU that uses the page", ProcessorCases::unmap);
    cases.add("processors: protect reaches a CPU that uses the page", ProcessorCases::protect);
    cases.add("processors: a thread that runs elsewhere is suspended", ProcessorCases::suspend);
    cases.add("processors: a thread that runs elsewhere is destroyed", ProcessorCases::kill);
    cases.add("processors: a process that runs on all CPUs is destroyed", ProcessorCases::killAll);
    cases.add("processors: exit ends the threads of other CPUs", ProcessorCases::exit);
    cases.add("processors: registers survive moves", ProcessorCases::moves);
    cases.add("processors: stress", ProcessorCases::stress);
  }

  private static int count() {
    Expect.success(SystemCalls.systemInspect(RootMachine.system()));
    return (int) RootMachine.record(SystemRecord.CPU_COUNT);
  }

  private static void refusal(Scope scope) {
    int thread = scope.thread();
    for (int cpu : new int[] {-1, count(), Integer.MAX_VALUE, Integer.MIN_VALUE}) {
      Expect.error(Errors.INVALID_ARGUMENT, SystemCalls.threadSetAffinity(thread, cpu));
    }
    Expect.success(SystemCalls.threadSetAffinity(thread, count() - 1));
  }

  private static void affinity(Scope scope) {
    Robot robot = scope.robot();
    for (int cpu = 1; cpu < count(); cpu++) {
      move(robot, cpu);
      Expect.success(SystemCalls.threadInspect(robot.thread()));
      Expect.equal("CPU", cpu, RootMachine.record(ThreadRecord.CPU));
      robot.begin(Routine.SPIN);
      awaitProgress(robot);
      robot.stopSpinning();
      robot.await();
    }
  }

  private static void move(Robot robot, int cpu) {
    Expect.success(SystemCalls.threadSetAffinity(robot.thread(), cpu));
  }

  /** A robot on each other CPU. */
  private static Robot[] spread(RobotProcess process) {
    Robot[] robots = new Robot[count() - 1];
    for (int i = 0; i < robots.length; i++) {
      robots[i] = process.addRobot();
      move(robots[i], i + 1);
    }
    return robots;
  }

  /** Sees a spinning robot count without letting go of this CPU. */
  private static void awaitProgress(Robot robot) {
    long end = SystemCalls.clockNanos() + Scope.PATIENCE_NANOS;
    long start = robot.progress();
    while (robot.progress() == start) {
      Expect.that("progress on another CPU", SystemCalls.clockNanos() < end);
    }
  }

  private static void expectStill(Robot robot) {
    long progress = robot.progress();
    SystemCalls.threadSleep(2 * MILLISECOND);
    Expect.equal("progress of a thread that does not run", progress, robot.progress());
  }

  private static void inheritance(Scope scope) {
    RobotProcess process = scope.robots();
    Robot robot = process.addRobot();
    move(robot, 1);
    int process1 = scope.process();
    int granted = process.grant(process1, Rights.ALL);
    long made =
        robot.call(
            SystemCallNumbers.THREAD_CREATE,
            granted,
            Scope.ROBOT_PRIORITY,
            RobotProcess.FREE_ADDRESS);
    Expect.success(made);
    Expect.equal("inspection", 0, robot.call(SystemCallNumbers.THREAD_INSPECT, made));
    long record =
        robot.messagePageThere() + MessagePage.BYTES_OFFSET + (long) Long.BYTES * ThreadRecord.CPU;
    Expect.equal("CPU", 1, robot.run(Routine.LOAD, 0, record));
  }

  private static void wakeUps(Scope scope) {
    for (Robot robot : spread(scope.robots())) {
      for (int i = 0; i < ROUNDS; i++) {
        Expect.equal("result", 0, robot.call(SystemCallNumbers.NULL_CALL));
      }
    }
  }

  private static void calls(Scope scope) {
    RobotProcess process = scope.robots();
    int endpoint = scope.endpoint();
    int reply = scope.reply();
    for (Robot robot : spread(process)) {
      int granted = process.grant(endpoint, Rights.SEND);
      for (int i = 1; i <= ROUNDS; i++) {
        robot
            .message()
            .prepare(granted, MessageInformation.of(i, 0, 0, 0, 0), Scope.PATIENCE_NANOS);
        robot.beginMessage(MessageCalls.CALL);
        Expect.equal("receive", 0, scope.receive(endpoint, reply, Scope.PATIENCE_NANOS));
        Expect.equal("label", i, MessageInformation.label(scope.message().information()));
        Expect.equal("reply", 0, scope.reply(reply, i + 1));
        Expect.equal("call", 0, robot.await());
        Expect.equal("answer", i + 1, MessageInformation.label(robot.message().information()));
      }
    }
  }

  private static void sleepers(Scope scope) {
    Robot[] robots = spread(scope.robots());
    for (Robot robot : robots) {
      robot.beginCall(SystemCallNumbers.THREAD_SLEEP, 20 * MILLISECOND);
    }
    for (Robot robot : robots) {
      Expect.equal("result", 0, robot.await());
    }
  }

  private static void slices(Scope scope) {
    RobotProcess process = scope.robots(LARGE, 0);
    Robot[] robots = {process.addRobot(), process.addRobot(), process.addRobot()};
    for (Robot robot : robots) {
      move(robot, 1);
      robot.begin(Routine.SPIN);
    }
    for (Robot robot : robots) {
      awaitProgress(robot);
    }
    for (Robot robot : robots) {
      robot.stopSpinning();
      robot.await();
    }
  }

  private static void unmap(Scope scope) {
    int endpoint = scope.endpoint();
    RobotProcess process = scope.robots(endpoint);
    Robot robot = process.addRobot();
    spinElsewhere(robot);
    Expect.success(SystemCalls.memoryUnmap(process.handle(), robot.boxThere(), Pages.BYTES));
    expectFault(scope, endpoint, robot);
  }

  private static void protect(Scope scope) {
    int endpoint = scope.endpoint();
    RobotProcess process = scope.robots(endpoint);
    Robot robot = process.addRobot();
    spinElsewhere(robot);
    Expect.success(SystemCalls.memoryProtect(process.handle(), robot.boxThere(), Rights.READ));
    Expect.equal("kind of fault", FaultKind.WRITE, expectFault(scope, endpoint, robot));
  }

  private static void spinElsewhere(Robot robot) {
    move(robot, 1);
    robot.begin(Routine.SPIN);
    awaitProgress(robot);
  }

  /** From the return of the call on no write went through; the kind of the fault that followed. */
  private static int expectFault(Scope scope, int endpoint, Robot robot) {
    long progress = robot.progress();
    Expect.equal("fault message", 0, scope.receive(endpoint, scope.reply(), Scope.PATIENCE_NANOS));
    Expect.equal("progress after the call", progress, robot.progress());
    return MessageInformation.label(scope.message().information());
  }

  private static void suspend(Scope scope) {
    Robot robot = scope.robot();
    spinElsewhere(robot);
    for (int i = 0; i < ROUNDS; i++) {
      Expect.success(SystemCalls.threadSuspend(robot.thread()));
      long progress = robot.progress();
      Expect.equal("state", ThreadState.STOPPED, robot.state());
      Expect.equal("progress", progress, robot.progress());
      Expect.success(SystemCalls.threadResume(robot.thread()));
      awaitProgress(robot);
    }
    robot.stopSpinning();
    robot.await();
  }

  private static void kill(Scope scope) {
    RobotProcess process = scope.robots();
    for (Robot robot : spread(process)) {
      robot.begin(Routine.SPIN);
      awaitProgress(robot);
      Expect.success(SystemCalls.capabilityDestroy(robot.thread()));
      expectStill(robot);
    }
  }

  private static void killAll(Scope scope) {
    for (int i = 0; i < 4; i++) {
      RobotProcess process = scope.robots();
      Robot[] robots = spread(process);
      for (Robot robot : robots) {
        robot.begin(Routine.SPIN);
        awaitProgress(robot);
      }
      Expect.success(SystemCalls.capabilityDestroy(process.handle()));
      for (Robot robot : robots) {
        expectStill(robot);
      }
    }
  }

  private static void exit(Scope scope) {
    int endpoint = scope.endpoint();
    RobotProcess process = scope.robots(endpoint);
    Robot[] robots = spread(process);
    for (int i = 1; i < robots.length; i++) {
      robots[i].begin(Routine.SPIN);
      awaitProgress(robots[i]);
    }
    robots[0].beginCall(SystemCallNumbers.PROCESS_EXIT, 5);
    Expect.equal("fault message", 0, scope.receive(endpoint, scope.reply(), Scope.PATIENCE_NANOS));
    Expect.equal(
        "kind of fault", FaultKind.EXIT, MessageInformation.label(scope.message().information()));
    for (int i = 1; i < robots.length; i++) {
      expectStill(robots[i]);
    }
  }

  private static void moves(Scope scope) {
    RobotProcess process = scope.robots();
    Robot[] robots = spread(process);
    for (int i = 0; i < robots.length; i++) {
      robots[i].begin(Routine.FLOATING_POINT, 0, 1001L * (i + 1), CHECKS);
    }
    for (int i = 0; i < MOVES; i++) {
      for (int j = 0; j < robots.length; j++) {
        move(robots[j], (i + j) % count());
      }
      if (i % 10 == 0) {
        // Those on this CPU have a lower priority.
        SystemCalls.threadSleep(MILLISECOND / 10);
      }
    }
    for (Robot robot : robots) {
      Expect.equal("wrong registers", 0, robot.await());
    }
  }

  /** Everybody is moved, stopped and called at any time; in the end everybody still answers. */
  private static void stress(Scope scope) {
    RandomNumbers random = new RandomNumbers(7);
    RobotProcess[] processes = {scope.robots(LARGE, 0), scope.robots(LARGE, 0)};
    Robot[] robots = new Robot[2 * count()];
    for (int i = 0; i < robots.length; i++) {
      robots[i] = processes[i % 2].addRobot();
      move(robots[i], i % count());
      robots[i].begin(Routine.SPIN);
    }
    for (int step = 0; step < STRESS_STEPS; step++) {
      disturb(random, robots[random.below(robots.length)]);
    }
    for (Robot robot : robots) {
      SystemCalls.threadResume(robot.thread());
      robot.stopSpinning();
    }
    for (Robot robot : robots) {
      robot.await();
      Expect.equal("result", 0, robot.call(SystemCallNumbers.NULL_CALL));
    }
  }

  private static void disturb(RandomNumbers random, Robot robot) {
    switch (random.below(6)) {
      case 0, 1 -> move(robot, random.below(count()));
      case 2 -> SystemCalls.threadSuspend(robot.thread());
      case 3 -> SystemCalls.threadResume(robot.thread());
      case 4 ->
          Expect.success(
              SystemCalls.threadSetPriority(
                  robot.thread(), 1 + random.below(Scope.ROBOT_PRIORITY)));
      default -> SystemCalls.threadSleep(MILLISECOND / 20);
    }
  }
}
