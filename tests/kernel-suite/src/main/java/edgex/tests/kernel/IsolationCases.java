package edgex.tests.kernel;

import edgex.abi.FaultKind;
import edgex.abi.Rights;
import edgex.tests.harness.Pages;
import edgex.tests.harness.Robot;
import edgex.tests.harness.RobotProcess;
import edgex.tests.harness.Routine;

/** What a process may not do ends as its fault, and nobody else notices. */
final class IsolationCases {
  private static final long ADDRESS = RobotProcess.FREE_ADDRESS;

  /** Places where kernels of this kind keep themselves, and the edges of the address space. */
  private static final long[] KERNEL_ADDRESSES = {
    0xffff_ffff_8000_0000L,
    0xffff_ffff_8010_0000L,
    0xffff_8000_0000_0000L,
    0xffff_8000_0010_0000L,
    0xffff_8880_0000_0000L,
    0xffff_ffff_ffff_fff8L
  };

  private static final Routine[] PRIVILEGED = {
    Routine.HALT,
    Routine.DISABLE_INTERRUPTS,
    Routine.READ_PORT,
    Routine.WRITE_PORT,
    Routine.WRITE_PAGE_TABLE_BASE,
    Routine.READ_MODEL_REGISTER,
    Routine.WRITE_MODEL_REGISTER,
    Routine.LOAD_DESCRIPTOR_TABLE,
    Routine.SOFTWARE_INTERRUPT,
    Routine.LOAD_NOT_CANONICAL
  };

  private IsolationCases() {}

  static void addTo(CaseList cases) {
    for (long address : KERNEL_ADDRESSES) {
      String place = Long.toHexString(address);
      cases.add(
          "isolation: reading the kernel at " + place,
          scope -> kernel(scope, FaultKind.READ, Routine.LOAD, address));
      cases.add(
          "isolation: writing the kernel at " + place,
          scope -> kernel(scope, FaultKind.WRITE, Routine.STORE, address));
      cases.add(
          "isolation: jumping into the kernel at " + place,
          scope -> kernel(scope, FaultKind.EXECUTE, Routine.JUMP, address));
    }
    cases.add("isolation: reading the null page", scope -> address(scope, Routine.LOAD, 0));
    cases.add("isolation: writing the null page", scope -> address(scope, Routine.STORE, 8));
    cases.add("isolation: executing data", IsolationCases::executeData);
    cases.add("isolation: executing the stack", IsolationCases::executeStack);
    cases.add("isolation: writing code", IsolationCases::writeCode);
    cases.add("isolation: writing read-only memory", IsolationCases::writeReadOnly);
    cases.add("isolation: reading another process's memory", IsolationCases::otherProcess);
    for (Routine routine : PRIVILEGED) {
      if (routine.isPresent()) {
        cases.add("isolation: privileged " + routine, scope -> privileged(scope, routine));
      }
    }
  }

  private static void kernel(Scope scope, int kind, Routine routine, long address) {
    Victim victim = Victim.create(scope);
    victim.robot().begin(routine, 0, address, 1);
    victim.expectFault(kind, address);
    victim.expectStopped();
  }

  private static void address(Scope scope, Routine routine, long address) {
    int kind = routine == Routine.LOAD ? FaultKind.READ : FaultKind.WRITE;
    kernel(scope, kind, routine, address);
  }

  private static void executeData(Scope scope) {
    Victim victim = Victim.create(scope);
    victim.process().map(scope.memory(1), ADDRESS, Pages.BYTES, Rights.READ | Rights.WRITE);
    victim.robot().run(Routine.COPY, 0, ADDRESS, Routine.LOAD.address(), 64);
    victim.robot().begin(ADDRESS, 0, ADDRESS);
    victim.expectFault(FaultKind.EXECUTE, ADDRESS);
    victim.expectStopped();
  }

  private static void executeStack(Scope scope) {
    Victim victim = Victim.create(scope);
    long box = victim.robot().boxThere();
    victim.robot().begin(box, 0, 0);
    victim.expectFault(FaultKind.EXECUTE, box);
    victim.expectStopped();
  }

  private static void writeCode(Scope scope) {
    Victim victim = Victim.create(scope);
    victim.robot().begin(Routine.STORE, 0, RobotProcess.CODE_ADDRESS, 0);
    victim.expectFault(FaultKind.WRITE, RobotProcess.CODE_ADDRESS);
    victim.expectStopped();
  }

  private static void writeReadOnly(Scope scope) {
    Victim victim = Victim.create(scope);
    victim.process().map(scope.memory(1), ADDRESS, Pages.BYTES, Rights.READ);
    victim.robot().begin(Routine.STORE, 0, ADDRESS, 0);
    victim.expectFault(FaultKind.WRITE, ADDRESS);
    victim.expectStopped();
  }

  /** The same address in two processes is two different things. */
  private static void otherProcess(Scope scope) {
    RobotProcess one = scope.robots();
    one.map(scope.memory(1), ADDRESS, Pages.BYTES, Rights.READ | Rights.WRITE);
    Robot robot = one.addRobot();
    robot.run(Routine.STORE, 0, ADDRESS, 0x5ec7e7);
    Victim victim = Victim.create(scope);
    victim.robot().begin(Routine.LOAD, 0, ADDRESS);
    victim.expectFault(FaultKind.READ, ADDRESS);
    Expect.equal("word", 0x5ec7e7, robot.run(Routine.LOAD, 0, ADDRESS));
  }

  private static void privileged(Scope scope, Routine routine) {
    Victim victim = Victim.create(scope);
    victim.robot().begin(routine);
    Expect.equal(
        "status", 0, scope.receive(victim.endpoint(), scope.reply(), Scope.PATIENCE_NANOS));
    Expect.that(
        "a fault inside the routine",
        scope.message().word(2) >= routine.address()
            && scope.message().word(2) < routine.address() + 32);
  }
}
