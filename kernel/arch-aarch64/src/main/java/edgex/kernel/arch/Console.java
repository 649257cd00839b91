package edgex.kernel.arch;

import edgex.kernel.machine.DeviceRegisters;
import edgex.kernel.machine.DeviceTree;
import edgex.kernel.machine.MachineDescription;
import org.teavm.interop.StaticInit;
import org.teavm.interop.Unmanaged;

/**
 * The first serial line, a PL011 (Arm DDI 0183), written by polling: boot messages and panics. The
 * device tree says where it is. When there is no tree to believe, the addresses of common boards
 * are tried, so that the kernel can say so: a PL011 is known by its identification registers.
 */
@StaticInit
@Unmanaged
final class Console {
  private static final String KIND = "arm,pl011";

  private static final int DATA = 0x00;
  private static final int FLAGS = 0x18;
  private static final int CONTROL = 0x30;
  private static final int INTERRUPT_MASK = 0x38;
  private static final int IDENTITY = 0xfe0;
  private static final int IDENTITY_COUNT = 8;
  private static final int IDENTITY_STEP = 4;
  private static final int REGISTERS_BYTES = 0x1000;

  private static final int FLAGS_TRANSMITTER_FULL = 1 << 5;

  /** The line on, transmitter and receiver on. */
  private static final int CONTROL_ON = 0x301;

  /**
   * Part 0x011 of designer 0x41 (Arm), whatever revision, then PrimeCell's 0xb105f00d; a byte of
   * each register, the last one highest.
   */
  private static final long IDENTITY_PL011 = 0xb105_f00d_0004_1011L;

  private static final long IDENTITY_MASK = 0xffff_ffff_000f_ffffL;

  /** QEMU's virt, Raspberry Pi 3, Raspberry Pi 4. */
  private static final long GUESS_VIRT = 0x900_0000;

  private static final long GUESS_RASPBERRY_3 = 0x3f20_1000;
  private static final long GUESS_RASPBERRY_4 = 0xfe20_1000L;

  /** A line that never gets space is not there; the kernel must not hang on it. */
  private static final int MAXIMUM_POLLS = 1_000_000;

  private static long registers;
  private static boolean absent;

  private Console() {}

  /** Finds the line in the device tree that is open, or without one. */
  static void initialize() {
    int node = MachineDescription.console();
    if (node == DeviceTree.NONE || !MachineDescription.isKind(node, KIND)) {
      node = MachineDescription.nextCompatible(DeviceTree.NONE, KIND);
    }
    long physical = node == DeviceTree.NONE ? DeviceRegisters.NONE : DeviceRegisters.start(node, 0);
    if (physical != DeviceRegisters.NONE) {
      registers = KernelSpace.mapDevice(physical, REGISTERS_BYTES);
    } else if (!guess(GUESS_VIRT) && !guess(GUESS_RASPBERRY_3)) {
      absent = !guess(GUESS_RASPBERRY_4);
    }
    if (!absent) {
      Instructions.writeDevice32(registers + INTERRUPT_MASK, 0);
      Instructions.writeDevice32(registers + CONTROL, CONTROL_ON);
    }
  }

  /** Writes one byte. */
  static void write(int value) {
    for (int i = 0; !absent && isFull(); i++) {
      absent = i == MAXIMUM_POLLS;
    }
    if (!absent) {
      Instructions.writeDevice32(registers + DATA, value);
    }
  }

  private static boolean isFull() {
    return (Instructions.readDevice32(registers + FLAGS) & FLAGS_TRANSMITTER_FULL) != 0;
  }

  private static boolean guess(long physical) {
    registers = KernelSpace.mapDevice(physical, REGISTERS_BYTES);
    long identity = 0;
    for (int i = IDENTITY_COUNT - 1; i >= 0; i--) {
      long value = Instructions.probe(registers + IDENTITY + (long) i * IDENTITY_STEP);
      identity = (identity << Byte.SIZE) | (value & 0xff);
    }
    return (identity & IDENTITY_MASK) == IDENTITY_PL011;
  }
}
