package edgex.tests.kernel;

import edgex.abi.Errors;
import edgex.abi.MessageCalls;
import edgex.abi.Rights;
import edgex.abi.SystemCallNumbers;
import edgex.abi.ThreadRecord;
import edgex.abi.ThreadState;
import edgex.runtime.system.SystemCalls;
import edgex.tests.harness.Pages;
import edgex.tests.harness.Robot;
import edgex.tests.harness.RobotProcess;
import edgex.tests.harness.RootMachine;
import edgex.tests.harness.Routine;

/** Threads: made, started, stopped, asked about. */
final class ThreadCases {
  private static final long ADDRESS = RobotProcess.FREE_ADDRESS;

  private ThreadCases() {}

  static void addTo(CaseList cases) {
    cases.add("threadCreate: refuses bad priorities", ThreadCases::createPriority);
    cases.add("threadCreate: refuses bad message pages", ThreadCases::createMessagePage);
    cases.add("threadStart: refuses entries outside user space", ThreadCases::startEntry);
    cases.add("threadStart: refuses a thread that runs already", ThreadCases::startTwice);
    cases.add("threadSuspend: refuses a thread that never ran", ThreadCases::suspendNew);
    cases.add("threadSuspend: stops a running thread, resume goes on", ThreadCases::suspendSpin);
    cases.add("threadSuspend: what it waits for ends with CANCELLED", ThreadCases::suspendWait);
    cases.add("threadSuspend: a thread that suspends itself goes on", ThreadCases::suspendSelf);
    cases.add("threadResume: refuses a thread that is not stopped", ThreadCases::resumeRunning);
    cases.add("threadSetPriority: refuses bad priorities", ThreadCases::setPriority);
    cases.add("threadBind: refuses what is bound already", ThreadCases::bindTwice);
    cases.add("threadBind: handle 0 ends the binding", ThreadCases::unbind);
    cases.add("threadInspect: tells priority, state and registers", ThreadCases::inspect);
    cases.add("threadExit: the thread is gone", ThreadCases::exit);
    cases.add("threadSetPointer: refuses kernel addresses", ThreadCases::pointer);
    cases.add("threadSleep: no time at all does not block", ThreadCases::sleepZero);
    cases.add("thread: many in one process", ThreadCases::many);
  }

  private static void createPriority(Scope scope) {
    int process = scope.process();
    for (int priority : new int[] {-1, 256, Integer.MAX_VALUE, Integer.MIN_VALUE}) {
      Expect.error(Errors.INVALID_ARGUMENT, SystemCalls.threadCreate(process, priority, ADDRESS));
    }
    Expect.error(Errors.PRIORITY_TOO_HIGH, SystemCalls.threadCreate(process, 201, ADDRESS));
  }

  private static void createMessagePage(Scope scope) {
    int process = scope.process();
    for (long address : new long[] {0, ADDRESS + 1, -Pages.BYTES, 0x8000_0000_0000L}) {
      Expect.error(Errors.INVALID_ADDRESS, SystemCalls.threadCreate(process, 1, address));
    }
    Expect.success(
        SystemCalls.memoryMap(process, scope.memory(1), ADDRESS, 0, Pages.BYTES, Rights.READ));
    Expect.error(Errors.ALREADY_MAPPED, SystemCalls.threadCreate(process, 1, ADDRESS));
  }

  private static void startEntry(Scope scope) {
    int thread = scope.thread();
    long[] entries = {0, -1, 0xffff_8000_0000_0000L, 0x8000_0000_0000L, Long.MIN_VALUE};
    for (long entry : entries) {
      Expect.error(Errors.INVALID_ADDRESS, SystemCalls.threadStart(thread, entry, ADDRESS, 0, 0));
    }
  }

  private static void startTwice(Scope scope) {
    Robot robot = scope.robot();
    Expect.error(
        Errors.WRONG_STATE,
        SystemCalls.threadStart(robot.thread(), Routine.ROBOT.address(), ADDRESS, 0, 0));
  }

  private static void suspendNew(Scope scope) {
    Expect.error(Errors.WRONG_STATE, SystemCalls.threadSuspend(scope.thread()));
    Expect.error(Errors.WRONG_STATE, SystemCalls.threadResume(scope.thread()));
  }

  private static void suspendSpin(Scope scope) {
    Robot robot = scope.robot();
    robot.begin(Routine.SPIN);
    robot.awaitProgress(0);
    Expect.success(SystemCalls.threadSuspend(robot.thread()));
    long progress = robot.progress();
    SystemCalls.threadSleep(1_000_000);
    Expect.equal("progress while stopped", progress, robot.progress());
    Expect.success(SystemCalls.threadResume(robot.thread()));
    robot.awaitProgress(progress);
    robot.stopSpinning();
    Expect.equal("result", robot.await(), robot.progress());
  }

  private static void suspendWait(Scope scope) {
    RobotProcess process = scope.robots();
    Robot robot = process.addRobot();
    robot.message().prepare(process.grant(scope.notification(), Rights.ALL), 0, -1);
    robot.blockInMessage(MessageCalls.WAIT, ThreadState.WAITING);
    Expect.success(SystemCalls.threadSuspend(robot.thread()));
    Expect.success(SystemCalls.threadResume(robot.thread()));
    Expect.error(Errors.CANCELLED, robot.await());
    robot.beginCall(SystemCallNumbers.THREAD_SLEEP, -1);
    robot.awaitState(ThreadState.SLEEPING);
    Expect.success(SystemCalls.threadSuspend(robot.thread()));
    Expect.success(SystemCalls.threadResume(robot.thread()));
    Expect.error(Errors.CANCELLED, robot.await());
  }

  private static void suspendSelf(Scope scope) {
    RobotProcess process = scope.robots();
    Robot robot = process.addRobot();
    int own = process.grant(robot.thread(), Rights.ALL);
    robot.beginCall(SystemCallNumbers.THREAD_SUSPEND, own);
    robot.awaitState(ThreadState.STOPPED);
    Expect.success(SystemCalls.threadResume(robot.thread()));
    Expect.equal("result", 0, robot.await());
  }

  private static void resumeRunning(Scope scope) {
    Robot robot = scope.robot();
    robot.awaitState(ThreadState.WAITING);
    Expect.error(Errors.WRONG_STATE, SystemCalls.threadResume(robot.thread()));
    Expect.error(Errors.WRONG_STATE, SystemCalls.threadResume(RootMachine.thread()));
  }

  private static void setPriority(Scope scope) {
    int thread = scope.thread();
    for (int priority : new int[] {-1, 256, Integer.MAX_VALUE, Integer.MIN_VALUE}) {
      Expect.error(Errors.INVALID_ARGUMENT, SystemCalls.threadSetPriority(thread, priority));
    }
    Expect.error(Errors.PRIORITY_TOO_HIGH, SystemCalls.threadSetPriority(thread, 201));
    Expect.success(SystemCalls.threadSetPriority(thread, 200));
  }

  private static void bindTwice(Scope scope) {
    int thread = scope.thread();
    int notification = scope.notification();
    Expect.success(SystemCalls.threadBind(thread, notification));
    Expect.error(Errors.WRONG_STATE, SystemCalls.threadBind(thread, scope.notification()));
    Expect.error(Errors.WRONG_STATE, SystemCalls.threadBind(scope.thread(), notification));
  }

  private static void unbind(Scope scope) {
    int thread = scope.thread();
    int notification = scope.notification();
    Expect.success(SystemCalls.threadBind(thread, notification));
    Expect.success(SystemCalls.threadBind(thread, 0));
    Expect.success(SystemCalls.threadBind(scope.thread(), notification));
  }

  private static void inspect(Scope scope) {
    Robot robot = scope.robot();
    robot.awaitState(ThreadState.WAITING);
    Expect.success(SystemCalls.threadInspect(robot.thread()));
    Expect.equal("priority", Scope.ROBOT_PRIORITY, RootMachine.record(ThreadRecord.PRIORITY));
    long instruction = RootMachine.record(ThreadRecord.INSTRUCTION_POINTER);
    Expect.that(
        "an instruction of the robot",
        instruction >= RobotProcess.CODE_ADDRESS
            && instruction < RobotProcess.CODE_ADDRESS + Pages.BYTES);
    Expect.that("registers", RootMachine.record(ThreadRecord.REGISTER_COUNT) > 0);
    Expect.equal("fault", 0, RootMachine.record(ThreadRecord.FAULT_KIND));
    int fresh = scope.thread();
    Expect.success(SystemCalls.threadInspect(fresh));
    Expect.equal("state", ThreadState.INACTIVE, RootMachine.record(ThreadRecord.STATE));
  }

  private static void exit(Scope scope) {
    Robot robot = scope.robot();
    robot.beginCall(SystemCallNumbers.THREAD_EXIT);
    Expect.that("no answer", !robot.awaitFor(10_000_000));
    Expect.error(Errors.INVALID_HANDLE, SystemCalls.threadInspect(robot.thread()));
  }

  private static void pointer(Scope scope) {
    Robot robot = scope.robot();
    long[] addresses = {-1, 0xffff_8000_0000_0000L, 0x8000_0000_0000L, Long.MIN_VALUE};
    for (long address : addresses) {
      Expect.error(
          Errors.INVALID_ADDRESS, robot.call(SystemCallNumbers.THREAD_SET_POINTER, address));
    }
    Expect.equal("result", 0, robot.call(SystemCallNumbers.THREAD_SET_POINTER, robot.boxThere()));
  }

  private static void sleepZero(Scope scope) {
    Expect.equal("result", 0, SystemCalls.threadSleep(0));
  }

  private static void many(Scope scope) {
    RobotProcess process = scope.robots(new RobotProcess.Limits(256, 128, 256), 0);
    Robot[] robots = new Robot[20];
    for (int i = 0; i < robots.length; i++) {
      robots[i] = process.addRobot();
    }
    for (Robot robot : robots) {
      Expect.equal("result", 0, robot.call(SystemCallNumbers.NULL_CALL));
    }
  }
}
