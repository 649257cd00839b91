package edgex.tests.kernel;

import edgex.abi.Errors;
import edgex.abi.FaultKind;
import edgex.abi.Rights;
import edgex.abi.ThreadRecord;
import edgex.abi.ThreadState;
import edgex.runtime.system.SystemCalls;
import edgex.tests.harness.Pages;
import edgex.tests.harness.Robot;
import edgex.tests.harness.RobotProcess;
import edgex.tests.harness.RootMachine;
import edgex.tests.harness.Routine;

/** Faults: told to the right one, and repaired. */
final class FaultCases {
  private static final long ADDRESS = RobotProcess.FREE_ADDRESS;
  private static final int AFTER_BREAKPOINT = 77;

  private FaultCases() {}

  static void addTo(CaseList cases) {
    cases.add("fault: a read is told, repaired and retried", FaultCases::read);
    cases.add("fault: a write is told, repaired and retried", FaultCases::write);
    cases.add("fault: an execution is told, repaired and retried", FaultCases::execute);
    cases.add("fault: a breakpoint is told and passed", FaultCases::breakpoint);
    if (Routine.DIVIDE_BY_ZERO.isPresent()) {
      cases.add("fault: a division by zero is told", FaultCases::divide);
    }
    cases.add("fault: an invalid instruction is told", FaultCases::invalid);
    cases.add("fault: a stack that overflows is told", FaultCases::stack);
    cases.add("fault: the message names the thread", FaultCases::thread);
    cases.add("fault: without an endpoint the thread stops", FaultCases::noEndpoint);
    cases.add("fault: when the endpoint is gone the thread stops", FaultCases::endpointGone);
    cases.add("fault: a label that is not 0 leaves the thread stopped", FaultCases::refused);
    cases.add("fault: without a reply object the thread stays stopped", FaultCases::noReply);
    cases.add("fault: a stopped thread can be resumed", FaultCases::resumed);
    cases.add("fault: other threads of the process go on", FaultCases::othersGoOn);
    cases.add("fault: a thread can fault many times", FaultCases::manyTimes);
    cases.add("fault: a waiting fault goes with its process", FaultCases::processGoes);
  }

  private static void repair(Victim victim, Scope scope, int protection) {
    victim.process().map(scope.memory(1), ADDRESS, Pages.BYTES, protection);
  }

  private static void read(Scope scope) {
    Victim victim = Victim.create(scope);
    victim.robot().begin(Routine.LOAD, 0, ADDRESS + 16);
    int reply = victim.expectFault(FaultKind.READ, ADDRESS + 16);
    Expect.equal("instruction", Routine.LOAD.address(), victim.faultInstruction());
    repair(victim, scope, Rights.READ);
    Expect.success(scope.reply(reply, 0));
    Expect.equal("word", 0, victim.robot().await());
  }

  private static void write(Scope scope) {
    Victim victim = Victim.create(scope);
    victim.robot().begin(Routine.STORE, 0, ADDRESS + 24, 5);
    int reply = victim.expectFault(FaultKind.WRITE, ADDRESS + 24);
    Expect.equal("instruction", Routine.STORE.address(), victim.faultInstruction());
    repair(victim, scope, Rights.READ | Rights.WRITE);
    Expect.success(scope.reply(reply, 0));
    victim.robot().await();
    Expect.equal("word", 5, victim.robot().run(Routine.LOAD, 0, ADDRESS + 24));
  }

  private static void execute(Scope scope) {
    Victim victim = Victim.create(scope);
    victim.process().map(scope.memory(1), ADDRESS, Pages.BYTES, Rights.READ | Rights.WRITE);
    victim.robot().run(Routine.COPY, 0, ADDRESS, Routine.LOAD.address(), Pages.BYTES / 16);
    victim.robot().begin(ADDRESS, 0, RobotProcess.COMMON_ADDRESS);
    int reply = victim.expectFault(FaultKind.EXECUTE, ADDRESS);
    Expect.equal("instruction", ADDRESS, victim.faultInstruction());
    Expect.success(
        SystemCalls.memoryProtect(
            victim.process().handle(), ADDRESS, Rights.READ | Rights.EXECUTE));
    Expect.success(scope.reply(reply, 0));
    victim.robot().await();
  }

  private static void breakpoint(Scope scope) {
    Victim victim = Victim.create(scope);
    victim.robot().begin(Routine.BREAKPOINT);
    int reply = victim.expectFault(FaultKind.DEBUG);
    Expect.success(scope.reply(reply, 0));
    Expect.equal("result", AFTER_BREAKPOINT, victim.robot().await());
  }

  private static void divide(Scope scope) {
    Victim victim = Victim.create(scope);
    victim.robot().begin(Routine.DIVIDE_BY_ZERO);
    victim.expectFault(FaultKind.ARITHMETIC);
    victim.expectStopped();
  }

  private static void invalid(Scope scope) {
    Victim victim = Victim.create(scope);
    victim.robot().begin(Routine.INVALID_INSTRUCTION);
    victim.expectFault(FaultKind.ILLEGAL_INSTRUCTION);
    Expect.equal("instruction", Routine.INVALID_INSTRUCTION.address(), victim.faultInstruction());
    victim.expectStopped();
  }

  private static void stack(Scope scope) {
    Victim victim = Victim.create(scope);
    victim.robot().begin(Routine.OVERFLOW_STACK);
    victim.expectFault(FaultKind.WRITE);
    victim.expectStopped();
  }

  private static void thread(Scope scope) {
    Victim victim = Victim.create(scope);
    Robot second = victim.process().addRobot();
    Expect.success(SystemCalls.threadInspect(second.thread()));
    long number = RootMachine.record(ThreadRecord.NUMBER);
    second.begin(Routine.LOAD, 0, ADDRESS);
    victim.expectFault(FaultKind.READ, ADDRESS);
    Expect.equal("thread", number, victim.faultThread());
  }

  private static void expectStoppedByFault(Robot robot, int kind) {
    robot.awaitState(ThreadState.STOPPED);
    Expect.success(SystemCalls.threadInspect(robot.thread()));
    Expect.equal("fault", kind, RootMachine.record(ThreadRecord.FAULT_KIND));
    Expect.equal("address", ADDRESS, RootMachine.record(ThreadRecord.FAULT_ADDRESS));
  }

  private static void noEndpoint(Scope scope) {
    Robot robot = scope.robot();
    robot.begin(Routine.LOAD, 0, ADDRESS);
    expectStoppedByFault(robot, FaultKind.READ);
  }

  private static void endpointGone(Scope scope) {
    Victim victim = Victim.create(scope);
    Expect.success(SystemCalls.capabilityDestroy(victim.endpoint()));
    victim.robot().begin(Routine.STORE, 0, ADDRESS, 1);
    expectStoppedByFault(victim.robot(), FaultKind.WRITE);
  }

  private static void refused(Scope scope) {
    Victim victim = Victim.create(scope);
    victim.robot().begin(Routine.LOAD, 0, ADDRESS);
    victim.expectFault(FaultKind.READ, ADDRESS);
    victim.expectStopped();
  }

  private static void noReply(Scope scope) {
    Victim victim = Victim.create(scope);
    victim.robot().begin(Routine.LOAD, 0, ADDRESS);
    Expect.equal("status", 0, scope.receive(victim.endpoint(), 0, Scope.PATIENCE_NANOS));
    Expect.equal("state", ThreadState.STOPPED, victim.robot().state());
  }

  private static void resumed(Scope scope) {
    RobotProcess process = scope.robots();
    Robot robot = process.addRobot();
    robot.begin(Routine.LOAD, 0, ADDRESS);
    expectStoppedByFault(robot, FaultKind.READ);
    process.map(scope.memory(1), ADDRESS, Pages.BYTES, Rights.READ);
    Expect.success(SystemCalls.threadResume(robot.thread()));
    Expect.equal("word", 0, robot.await());
  }

  private static void othersGoOn(Scope scope) {
    Victim victim = Victim.create(scope);
    Robot other = victim.process().addRobot();
    victim.robot().begin(Routine.LOAD, 0, ADDRESS);
    victim.expectFault(FaultKind.READ, ADDRESS);
    other.run(Routine.STORE, 0, RobotProcess.COMMON_ADDRESS + 2048, 9);
    Expect.equal("word", 9, other.run(Routine.LOAD, 0, RobotProcess.COMMON_ADDRESS + 2048));
  }

  private static void manyTimes(Scope scope) {
    Victim victim = Victim.create(scope);
    victim.robot().begin(Routine.LOAD, 0, ADDRESS);
    for (int i = 0; i < 100; i++) {
      int reply = victim.expectFault(FaultKind.READ, ADDRESS);
      Expect.success(scope.reply(reply, 0));
    }
    victim.expectFault(FaultKind.READ, ADDRESS);
  }

  private static void processGoes(Scope scope) {
    Victim victim = Victim.create(scope);
    victim.robot().begin(Routine.LOAD, 0, ADDRESS);
    victim.robot().awaitState(ThreadState.SENDING);
    Expect.success(SystemCalls.capabilityDestroy(victim.process().handle()));
    Expect.equal("status", Errors.TIMED_OUT, scope.receive(victim.endpoint(), scope.reply(), 0));
  }
}
