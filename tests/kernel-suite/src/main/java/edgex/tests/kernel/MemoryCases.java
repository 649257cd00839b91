package edgex.tests.kernel;

import edgex.abi.Errors;
import edgex.abi.FaultKind;
import edgex.abi.Rights;
import edgex.runtime.MappedMemory;
import edgex.runtime.machine.RawMemory;
import edgex.runtime.system.SystemCalls;
import edgex.tests.harness.Pages;
import edgex.tests.harness.Robot;
import edgex.tests.harness.RobotProcess;
import edgex.tests.harness.Routine;

/** Memory objects and mappings that work. */
final class MemoryCases {
  private static final long ADDRESS = RobotProcess.FREE_ADDRESS;
  private static final int READ_WRITE = Rights.READ | Rights.WRITE;
  private static final int MANY_PAGES = 300;
  private static final long WORD = 0x1122_3344_5566_7788L;

  private MemoryCases() {}

  static void addTo(CaseList cases) {
    cases.add("memory: its size is known", MemoryCases::size);
    cases.add("memory: it reads as zeros, also when it was used before", MemoryCases::zeros);
    cases.add("memory: two processes share it", MemoryCases::shared);
    cases.add("memory: a mapping shows the right part", MemoryCases::offset);
    cases.add("memory: many pages are mapped in one call", MemoryCases::manyPages);
    cases.add("memory: unmapped memory is not there", MemoryCases::unmapped);
    cases.add("memory: a mapping ends with its capability", MemoryCases::endsWithCapability);
    cases.add("memory: protection can be taken away and given back", MemoryCases::protect);
    cases.add("memory: a slice is a window of its memory", MemoryCases::slice);
    cases.add("memory: a slice goes when its memory goes", MemoryCases::sliceGoes);
    cases.add("memory: code that was written can be executed", MemoryCases::execute);
    cases.add("memory: mappings lie side by side", MemoryCases::neighbours);
  }

  private static void size(Scope scope) {
    Expect.equal("size", 3 * Pages.BYTES, SystemCalls.memorySize(scope.memory(3)));
  }

  private static void zeros(Scope scope) {
    for (int round = 0; round < 3; round++) {
      MappedMemory memory = MappedMemory.create(4 * Pages.BYTES);
      for (long at = memory.address(); at < memory.address() + memory.sizeBytes(); at += 8) {
        Expect.equal("word of new memory", 0, RawMemory.getLong(at));
        RawMemory.putLong(at, WORD);
      }
      memory.delete();
    }
  }

  private static void shared(Scope scope) {
    int memory = scope.memory(1);
    RobotProcess one = scope.robots();
    RobotProcess two = scope.robots();
    one.map(memory, ADDRESS, Pages.BYTES, READ_WRITE);
    two.map(memory, ADDRESS + Pages.BYTES, Pages.BYTES, Rights.READ);
    Robot reader = two.addRobot();
    one.addRobot().run(Routine.STORE, 0, ADDRESS + 8, WORD);
    Expect.equal("word", WORD, reader.run(Routine.LOAD, 0, ADDRESS + Pages.BYTES + 8));
  }

  private static void offset(Scope scope) {
    int memory = scope.memory(4);
    RobotProcess process = scope.robots();
    process.map(memory, ADDRESS, 4 * Pages.BYTES, READ_WRITE);
    long there = ADDRESS + 16 * Pages.BYTES;
    Expect.success(
        SystemCalls.memoryMap(
            process.handle(), memory, there, 2 * Pages.BYTES, Pages.BYTES, Rights.READ));
    Robot robot = process.addRobot();
    robot.run(Routine.STORE, 0, ADDRESS + 2 * Pages.BYTES, WORD);
    Expect.equal("word", WORD, robot.run(Routine.LOAD, 0, there));
  }

  private static void manyPages(Scope scope) {
    MappedMemory memory = MappedMemory.create(MANY_PAGES * (long) Pages.BYTES);
    scope.atEnd(memory::delete);
    for (int i = 0; i < MANY_PAGES; i++) {
      RawMemory.putLong(memory.address() + (long) i * Pages.BYTES, i);
    }
    for (int i = 0; i < MANY_PAGES; i++) {
      Expect.equal("word", i, RawMemory.getLong(memory.address() + (long) i * Pages.BYTES));
    }
  }

  private static void unmapped(Scope scope) {
    Victim victim = Victim.create(scope);
    victim.process().map(scope.memory(1), ADDRESS, Pages.BYTES, READ_WRITE);
    Expect.equal("word", 0, victim.robot().run(Routine.LOAD, 0, ADDRESS));
    Expect.success(SystemCalls.memoryUnmap(victim.process().handle(), ADDRESS, Pages.BYTES));
    victim.robot().begin(Routine.LOAD, 0, ADDRESS);
    victim.expectFault(FaultKind.READ, ADDRESS);
  }

  private static void endsWithCapability(Scope scope) {
    Victim victim = Victim.create(scope);
    int memory = scope.memory(1);
    int derived = scope.derive(memory, Rights.ALL);
    victim.process().map(derived, ADDRESS, Pages.BYTES, READ_WRITE);
    Expect.equal("word", 0, victim.robot().run(Routine.LOAD, 0, ADDRESS));
    Expect.success(SystemCalls.capabilityRevoke(memory));
    victim.robot().begin(Routine.LOAD, 0, ADDRESS);
    victim.expectFault(FaultKind.READ, ADDRESS);
  }

  private static void protect(Scope scope) {
    Victim victim = Victim.create(scope);
    int process = victim.process().handle();
    victim.process().map(scope.memory(1), ADDRESS, Pages.BYTES, READ_WRITE);
    victim.robot().run(Routine.STORE, 0, ADDRESS, WORD);
    Expect.success(SystemCalls.memoryProtect(process, ADDRESS, Rights.READ));
    Expect.equal("word", WORD, victim.robot().run(Routine.LOAD, 0, ADDRESS));
    victim.robot().begin(Routine.STORE, 0, ADDRESS, 1);
    int reply = victim.expectFault(FaultKind.WRITE, ADDRESS);
    Expect.success(SystemCalls.memoryProtect(process, ADDRESS, READ_WRITE));
    Expect.success(scope.reply(reply, 0));
    victim.robot().await();
    Expect.equal("word", 1, victim.robot().run(Routine.LOAD, 0, ADDRESS));
  }

  private static void slice(Scope scope) {
    int memory = scope.memory(4);
    int slice = scope.keep(SystemCalls.memorySlice(memory, Pages.BYTES, 2 * Pages.BYTES));
    Expect.equal("size", 2 * Pages.BYTES, SystemCalls.memorySize(slice));
    RobotProcess process = scope.robots();
    process.map(memory, ADDRESS, 4 * Pages.BYTES, READ_WRITE);
    process.map(slice, ADDRESS + 16 * Pages.BYTES, 2 * Pages.BYTES, READ_WRITE);
    Robot robot = process.addRobot();
    robot.run(Routine.STORE, 0, ADDRESS + 16 * Pages.BYTES, WORD);
    Expect.equal("word", WORD, robot.run(Routine.LOAD, 0, ADDRESS + Pages.BYTES));
  }

  private static void sliceGoes(Scope scope) {
    int memory = scope.memory(2);
    int slice = scope.keep(SystemCalls.memorySlice(memory, 0, Pages.BYTES));
    Victim victim = Victim.create(scope);
    victim.process().map(slice, ADDRESS, Pages.BYTES, READ_WRITE);
    Expect.success(SystemCalls.capabilityDestroy(memory));
    Expect.error(Errors.INVALID_HANDLE, SystemCalls.memorySize(slice));
    victim.robot().begin(Routine.LOAD, 0, ADDRESS);
    victim.expectFault(FaultKind.READ, ADDRESS);
  }

  private static void execute(Scope scope) {
    RobotProcess process = scope.robots();
    Robot robot = process.addRobot();
    int memory = scope.memory(1);
    process.map(memory, ADDRESS, Pages.BYTES, READ_WRITE);
    robot.run(Routine.COPY, 0, ADDRESS, Routine.LOAD.address(), Pages.BYTES / 16);
    Expect.success(
        SystemCalls.memoryProtect(process.handle(), ADDRESS, Rights.READ | Rights.EXECUTE));
    long expected = robot.run(Routine.LOAD, 0, RobotProcess.CODE_ADDRESS);
    robot.begin(ADDRESS, 0, RobotProcess.CODE_ADDRESS);
    Expect.equal("word", expected, robot.await());
  }

  private static void neighbours(Scope scope) {
    RobotProcess process = scope.robots();
    int memory = scope.memory(3);
    for (int i = 0; i < 3; i++) {
      long at = (long) i * Pages.BYTES;
      Expect.success(
          SystemCalls.memoryMap(
              process.handle(), memory, ADDRESS + at, at, Pages.BYTES, READ_WRITE));
    }
    Expect.success(SystemCalls.memoryUnmap(process.handle(), ADDRESS + Pages.BYTES, Pages.BYTES));
    Robot robot = process.addRobot();
    robot.run(Routine.STORE, 0, ADDRESS + Pages.BYTES - 8, WORD);
    robot.run(Routine.STORE, 0, ADDRESS + 2 * Pages.BYTES, WORD);
    Expect.equal("word", WORD, robot.run(Routine.LOAD, 0, ADDRESS + 2 * Pages.BYTES));
  }
}
