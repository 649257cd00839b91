package edgex.drivers.uart16550;

import edgex.runtime.system.SystemCalls;

/** The registers through a device capability. */
final class DevicePorts implements Ports {
  private static final int BYTE = 1;

  private final int device;

  DevicePorts(int device) {
    this.device = device;
  }

  @Override
  public int read(int register) {
    return (int) SystemCalls.deviceRead(device, register, BYTE);
  }

  @Override
  public void write(int register, int value) {
    SystemCalls.deviceWrite(device, register, BYTE, value);
  }
}
