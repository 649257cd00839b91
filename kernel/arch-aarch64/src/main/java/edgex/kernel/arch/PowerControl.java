package edgex.kernel.arch;

import edgex.kernel.machine.DeviceTree;
import edgex.kernel.machine.MachineDescription;
import org.teavm.interop.StaticInit;
import org.teavm.interop.Unmanaged;

/** The firmware's power functions: PSCI (Arm DEN 0022, 5.9 and 5.10). */
@StaticInit
@Unmanaged
final class PowerControl {
  private static final long SYSTEM_OFF = 0x8400_0008L;
  private static final long SYSTEM_RESET = 0x8400_0009L;

  private static final int ABSENT = 0;
  private static final int BY_HYPERVISOR = 1;
  private static final int BY_SECURE_MONITOR = 2;

  private static int conduit;

  private PowerControl() {}

  /** Learns from the device tree how the firmware is called. */
  static void initialize() {
    int node = MachineDescription.nextCompatible(DeviceTree.NONE, "arm,psci-0.2");
    if (node == DeviceTree.NONE) {
      node = MachineDescription.nextCompatible(DeviceTree.NONE, "arm,psci-1.0");
    }
    int method = DeviceTree.property(node, "method");
    if (DeviceTree.hasText(method, "hvc")) {
      conduit = BY_HYPERVISOR;
    } else if (DeviceTree.hasText(method, "smc")) {
      conduit = BY_SECURE_MONITOR;
    } else {
      conduit = ABSENT;
    }
  }

  static void powerOff() {
    call(SYSTEM_OFF);
  }

  static void reset() {
    call(SYSTEM_RESET);
  }

  private static void call(long function) {
    if (conduit == BY_HYPERVISOR) {
      Instructions.callHypervisor(function);
    } else if (conduit == BY_SECURE_MONITOR) {
      Instructions.callSecureMonitor(function);
    }
  }
}
