package edgex.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import edgex.abi.Errors;
import edgex.abi.ProcessRecord;
import edgex.abi.Rights;
import edgex.abi.SystemCallNumbers;
import edgex.kernel.arch.HostMachine;
import edgex.kernel.arch.PhysicalMemory;
import edgex.kernel.object.KernelProcess;
import org.junit.jupiter.api.Test;

class MemoryTest {
  private static final int READ_WRITE = Rights.READ | Rights.WRITE;

  private final TestMachine machine = new TestMachine();

  private long map(int memory, long address, long offset, long size, int protection) {
    return machine.call(
        SystemCallNumbers.MEMORY_MAP, machine.process, memory, address, offset, size, protection);
  }

  @Test
  void mappedMemoryReadsAsZerosThroughInterruptions() {
    int memory = machine.memory(100);
    long address = machine.address(100);
    HostMachine.interruptAfter(1);
    assertEquals(0, map(memory, address, 0, 100 * TestMachine.PAGE, READ_WRITE));
    for (int page = 0; page < 100; page++) {
      long physical = HostMachine.activeSpace(0).translate(address + page * TestMachine.PAGE);
      assertEquals(0, PhysicalMemory.read64(physical));
    }
    assertEquals(
        0,
        machine.call(
            SystemCallNumbers.MEMORY_UNMAP, machine.process, address, 100 * TestMachine.PAGE));
    assertEquals(-1, HostMachine.activeSpace(0).translate(address));
  }

  @Test
  void mapRefusesBadArguments() {
    int memory = machine.memory(2);
    long address = machine.address(4);
    long page = TestMachine.PAGE;
    assertEquals(Errors.INVALID_ADDRESS, map(memory, address + 1, 0, page, READ_WRITE));
    assertEquals(Errors.INVALID_ADDRESS, map(memory, 0, 0, page, READ_WRITE));
    assertEquals(Errors.INVALID_ADDRESS, map(memory, -page, 0, page, READ_WRITE));
    assertEquals(Errors.INVALID_ARGUMENT, map(memory, address, 0, 3 * page, READ_WRITE));
    assertEquals(Errors.INVALID_ARGUMENT, map(memory, address, -page, page, READ_WRITE));
    assertEquals(Errors.INVALID_ARGUMENT, map(memory, address, 0, 0, READ_WRITE));
    assertEquals(Errors.INVALID_ARGUMENT, map(memory, address, 0, page, Rights.WRITE));
    assertEquals(Errors.WRITABLE_AND_EXECUTABLE, map(memory, address, 0, page, 7));
    int readable = machine.derive(memory, Rights.READ);
    assertEquals(Errors.MISSING_RIGHT, map(readable, address, 0, page, READ_WRITE));
    assertEquals(0, map(memory, address, 0, page, READ_WRITE));
    assertEquals(Errors.ALREADY_MAPPED, map(memory, address - page, 0, 2 * page, READ_WRITE));
    assertEquals(Errors.ALREADY_MAPPED, map(memory, address, 0, page, READ_WRITE));
  }

  @Test
  void unmapAndProtectNeedAMapping() {
    int memory = machine.derive(machine.memory(2), Rights.READ);
    long address = machine.address(2);
    long page = TestMachine.PAGE;
    int unmap = SystemCallNumbers.MEMORY_UNMAP;
    int protect = SystemCallNumbers.MEMORY_PROTECT;
    assertEquals(Errors.NOT_MAPPED, machine.call(unmap, machine.process, address, page));
    assertEquals(Errors.NOT_MAPPED, machine.call(protect, machine.process, address, Rights.READ));
    assertEquals(0, map(memory, address, 0, 2 * page, Rights.READ));
    assertEquals(Errors.NOT_MAPPED, machine.call(unmap, machine.process, address, page));
    assertEquals(Errors.MISSING_RIGHT, machine.call(protect, machine.process, address, 3));
    assertEquals(
        Errors.WRITABLE_AND_EXECUTABLE, machine.call(protect, machine.process, address, 7));
    long messagePage = TestMachine.current().startArgument();
    assertEquals(Errors.WRONG_STATE, machine.call(unmap, machine.process, messagePage, page));
    assertEquals(Errors.WRONG_STATE, machine.call(protect, machine.process, messagePage, 1));
  }

  @Test
  void revokingTakesMappingsOfDerivedCapabilitiesAway() {
    int memory = machine.memory(1);
    int derived = machine.derive(memory, Rights.READ);
    long address = machine.address(1);
    assertEquals(0, map(derived, address, 0, TestMachine.PAGE, Rights.READ));
    machine.good(SystemCallNumbers.CAPABILITY_REVOKE, memory);
    assertEquals(-1, HostMachine.activeSpace(0).translate(address));
    assertEquals(Errors.INVALID_HANDLE, map(derived, address, 0, TestMachine.PAGE, Rights.READ));
  }

  @Test
  void sliceGoesWithItsMemory() {
    int memory = machine.memory(4);
    int slice =
        machine.good(
            SystemCallNumbers.MEMORY_SLICE, memory, TestMachine.PAGE, 2 * TestMachine.PAGE);
    long address = machine.address(2);
    assertEquals(2 * TestMachine.PAGE, machine.call(SystemCallNumbers.MEMORY_SIZE, slice));
    assertEquals(0, map(slice, address, 0, 2 * TestMachine.PAGE, READ_WRITE));
    machine.good(SystemCallNumbers.CAPABILITY_DESTROY, memory);
    assertEquals(-1, HostMachine.activeSpace(0).translate(address));
    assertEquals(Errors.INVALID_HANDLE, machine.call(SystemCallNumbers.MEMORY_SIZE, slice));
  }

  @Test
  void creationRefusesBadSizes() {
    int create = SystemCallNumbers.MEMORY_CREATE;
    assertEquals(Errors.INVALID_ARGUMENT, machine.call(create, machine.process, 0));
    assertEquals(Errors.INVALID_ARGUMENT, machine.call(create, machine.process, 1));
    assertEquals(Errors.INVALID_ARGUMENT, machine.call(create, machine.process, -4096));
    assertEquals(Errors.QUOTA_EXCEEDED, machine.call(create, machine.process, 1L << 40));
    assertEquals(
        Errors.OUT_OF_MEMORY, machine.call(create, machine.process, 1500 * TestMachine.PAGE));
  }

  @Test
  void processThatIsNamedPays() {
    int child = machine.child(0);
    KernelProcess payer = KernelProcess.all[(int) inspect(child, ProcessRecord.NUMBER)];
    long ownPages = inspect(machine.process, ProcessRecord.PAGES_USED);
    long ownObjects = inspect(machine.process, ProcessRecord.OBJECTS_USED);
    int pagesBefore = payer.pagesUsed;
    int memory = machine.good(SystemCallNumbers.MEMORY_CREATE, child, 5 * TestMachine.PAGE);
    assertEquals(pagesBefore + 5, inspect(child, ProcessRecord.PAGES_USED));
    assertEquals(1, inspect(child, ProcessRecord.OBJECTS_USED));
    assertEquals(ownPages, inspect(machine.process, ProcessRecord.PAGES_USED));
    assertEquals(ownObjects, inspect(machine.process, ProcessRecord.OBJECTS_USED));
    machine.good(SystemCallNumbers.CAPABILITY_DELETE, memory);
    assertEquals(pagesBefore, payer.pagesUsed);
    assertEquals(0, payer.objectsUsed);
  }

  @Test
  void limitOfTheProcessThatPaysCounts() {
    int child = Scene.child(machine, 8, 9, 9);
    int create = SystemCallNumbers.MEMORY_CREATE;
    assertEquals(Errors.QUOTA_EXCEEDED, machine.call(create, child, 8 * TestMachine.PAGE));
    machine.good(create, child, 7 * TestMachine.PAGE);
    assertEquals(Errors.QUOTA_EXCEEDED, machine.call(create, child, TestMachine.PAGE));
    machine.good(create, machine.process, TestMachine.PAGE);
  }

  @Test
  void memoryGoesWithTheProcessThatPays() {
    int child = machine.child(0);
    int memory = machine.good(SystemCallNumbers.MEMORY_CREATE, child, TestMachine.PAGE);
    long address = machine.address(1);
    assertEquals(0, map(memory, address, 0, TestMachine.PAGE, READ_WRITE));
    machine.good(SystemCallNumbers.CAPABILITY_DESTROY, child);
    assertEquals(-1, HostMachine.activeSpace(0).translate(address));
    assertEquals(Errors.INVALID_HANDLE, machine.call(SystemCallNumbers.MEMORY_SIZE, memory));
    machine.good(SystemCallNumbers.CAPABILITY_DELETE, memory);
  }

  private long inspect(int process, int word) {
    machine.good(SystemCallNumbers.PROCESS_INSPECT, process);
    return TestMachine.bytes(word);
  }
}
