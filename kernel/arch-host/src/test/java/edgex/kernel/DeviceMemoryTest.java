package edgex.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import edgex.abi.Errors;
import edgex.abi.ObjectType;
import edgex.abi.Rights;
import edgex.abi.SystemCallNumbers;
import edgex.kernel.arch.AddressSpace;
import edgex.kernel.arch.HostMachine;
import edgex.kernel.arch.Platform;
import edgex.kernel.memory.Frames;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Device registers that are reached like memory. */
class DeviceMemoryTest {
  private static final int READ_WRITE = Rights.READ | Rights.WRITE;

  private TestMachine machine;

  @BeforeEach
  void boot() {
    machine = new TestMachine();
  }

  private int registers(int window, long offset, int pages) {
    return (int)
        machine.call(SystemCallNumbers.DEVICE_MEMORY, window, offset, pages * TestMachine.PAGE);
  }

  private long map(int memory, long address, int pages, int protection) {
    return machine.call(
        SystemCallNumbers.MEMORY_MAP,
        machine.process,
        memory,
        address,
        0,
        pages * TestMachine.PAGE,
        protection);
  }

  @Test
  void isMappedWhereItLiesAndCostsNoPages() {
    long free = Frames.freePages();
    int memory = registers(machine.deviceMemory, Platform.DEVICES, 2);
    assertTrue(memory > 0);
    assertEquals(free, Frames.freePages());
    long address = machine.address(2);
    assertEquals(0, map(memory, address, 2, READ_WRITE));
    assertEquals(Platform.DEVICES, HostMachine.activeSpace(0).translate(address));
    assertEquals(
        Platform.DEVICES + TestMachine.PAGE,
        HostMachine.activeSpace(0).translate(address + TestMachine.PAGE));
  }

  @Test
  void isNeverExecutable() {
    int memory = registers(machine.deviceMemory, Platform.DEVICES, 1);
    assertEquals(
        ObjectType.MEMORY << 8 | (Rights.ALL & ~Rights.EXECUTE),
        machine.call(SystemCallNumbers.CAPABILITY_INSPECT, memory));
    assertEquals(
        Errors.MISSING_RIGHT, map(memory, machine.address(1), 1, Rights.READ | Rights.EXECUTE));
  }

  @Test
  void goesWithTheWindowThatItWasCutFrom() {
    int window =
        machine.good(
            SystemCallNumbers.DEVICE_SLICE,
            machine.deviceMemory,
            Platform.DEVICES,
            4L * TestMachine.PAGE);
    int memory = registers(window, TestMachine.PAGE, 1);
    long address = machine.address(1);
    assertEquals(0, map(memory, address, 1, READ_WRITE));
    assertEquals(
        Platform.DEVICES + TestMachine.PAGE, HostMachine.activeSpace(0).translate(address));
    assertEquals(0, machine.call(SystemCallNumbers.CAPABILITY_REVOKE, window));
    assertEquals(-1, HostMachine.activeSpace(0).translate(address));
    assertEquals(Errors.INVALID_HANDLE, map(memory, address, 1, READ_WRITE));
  }

  @Test
  void refusesWhatIsOutsideOfTheWindowOrNoDevice() {
    int window =
        machine.good(
            SystemCallNumbers.DEVICE_SLICE,
            machine.deviceMemory,
            Platform.DEVICES,
            TestMachine.PAGE);
    assertEquals(Errors.INVALID_ARGUMENT, registers(window, 0, 2));
    assertEquals(Errors.INVALID_ARGUMENT, registers(window, TestMachine.PAGE, 1));
    assertEquals(Errors.INVALID_ARGUMENT, registers(window, -TestMachine.PAGE, 1));
    assertEquals(
        Errors.INVALID_ARGUMENT,
        registers(machine.deviceMemory, Platform.DEVICES + Platform.DEVICES_BYTES, 1));
  }

  @Test
  void aSliceOfItIsDeviceMemoryToo() {
    int memory = registers(machine.deviceMemory, Platform.DEVICES, 4);
    int slice =
        machine.good(SystemCallNumbers.MEMORY_SLICE, memory, TestMachine.PAGE, TestMachine.PAGE);
    long address = machine.address(1);
    assertEquals(0, map(slice, address, 1, READ_WRITE));
    assertEquals(AddressSpace.MEMORY_DEVICE, HostMachine.activeSpace(0).memoryTypeOf(address));
  }
}
