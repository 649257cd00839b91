package edgex.drivers.serial;

import edgex.abi.ObjectType;
import edgex.abi.Rights;
import edgex.runtime.Capabilities;
import edgex.runtime.KernelException;
import edgex.runtime.MappedMemory;
import edgex.runtime.machine.DeviceAccess;
import edgex.runtime.system.SystemCalls;

/** Opens the windows of registers that a driver was granted. */
public final class RegisterWindows {
  private static final int TYPE_SHIFT = 8;

  private RegisterWindows() {}

  /** Registers of one byte: I/O ports, or memory where the board has the device there. */
  public static RegisterWindow bytes(String capability) {
    int handle = Capabilities.require(capability);
    int inspected =
        KernelException.check("inspect " + capability, SystemCalls.capabilityInspect(handle));
    return inspected >> TYPE_SHIFT == ObjectType.DEVICE
        ? new BytePorts(handle)
        : new ByteRegisters(map(handle));
  }

  /** Registers of 32 bits in memory. */
  public static RegisterWindow words(String capability) {
    return new WordRegisters(map(Capabilities.require(capability)));
  }

  private static long map(int memory) {
    return MappedMemory.map(memory, Rights.READ | Rights.WRITE).address();
  }

  private record BytePorts(int device) implements RegisterWindow {
    @Override
    public int read(int offset) {
      return (int) SystemCalls.deviceRead(device, offset, Byte.BYTES);
    }

    @Override
    public void write(int offset, int value) {
      SystemCalls.deviceWrite(device, offset, Byte.BYTES, value);
    }
  }

  private record ByteRegisters(long address) implements RegisterWindow {
    @Override
    public int read(int offset) {
      return DeviceAccess.read8(address + offset);
    }

    @Override
    public void write(int offset, int value) {
      DeviceAccess.write8(address + offset, value);
    }
  }

  private record WordRegisters(long address) implements RegisterWindow {
    @Override
    public int read(int offset) {
      return DeviceAccess.read32(address + offset);
    }

    @Override
    public void write(int offset, int value) {
      DeviceAccess.write32(address + offset, value);
    }
  }
}
