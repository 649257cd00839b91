package edgex.kernel.arch;

import org.teavm.interop.StaticInit;
import org.teavm.interop.Unmanaged;

/** The part of a GICv3 that belongs to one CPU: its private lines (IHI 0069, 12.10 and 12.11). */
@StaticInit
@Unmanaged
final class GicRedistributor {
  private static final long FRAME_BYTES = 0x1_0000;
  private static final int REGISTERS_BYTES = 0x1000;

  private static final int TYPE = 0x008;
  private static final int WAKE = 0x014;
  private static final int GROUP = 0x080;
  private static final int ENABLE = 0x100;
  private static final int DISABLE = 0x180;

  private static final long TYPE_VIRTUAL = 1 << 1;
  private static final long TYPE_LAST = 1 << 4;
  private static final int TYPE_AFFINITY_SHIFT = 32;
  private static final int WAKE_SLEEP = 1 << 1;
  private static final int WAKE_ASLEEP = 1 << 2;

  private static final int AFFINITY_3_SHIFT = 32;
  private static final int AFFINITY_LOW_MASK = 0xff_ffff;
  private static final int AFFINITY_3_RESULT_SHIFT = 24;

  /** The second frame: private lines. */
  private static long lines;

  private GicRedistributor() {}

  /** Finds this CPU's frames in the region, wakes them and masks all private lines. */
  static boolean initialize(long physicalAddress, long sizeBytes) {
    long frame = 0;
    while (frame + 2 * FRAME_BYTES <= sizeBytes) {
      long registers = KernelSpace.mapDevice(physicalAddress + frame, REGISTERS_BYTES);
      if (registers == 0) {
        return false;
      }
      long type = Instructions.readDevice64(registers + TYPE);
      if ((int) (type >>> TYPE_AFFINITY_SHIFT) == affinity()) {
        return start(registers, physicalAddress + frame + FRAME_BYTES);
      }
      if ((type & TYPE_LAST) != 0) {
        return false;
      }
      frame += (type & TYPE_VIRTUAL) != 0 ? 4 * FRAME_BYTES : 2 * FRAME_BYTES;
    }
    return false;
  }

  /** Lets a line interrupt. */
  static void open(int line) {
    Instructions.writeDevice32(lines + ENABLE, 1 << (line & Gic.FIRST_SHARED_LINE - 1));
  }

  /** Stops a line. */
  static void close(int line) {
    Instructions.writeDevice32(lines + DISABLE, 1 << (line & Gic.FIRST_SHARED_LINE - 1));
  }

  private static boolean start(long registers, long linesPhysical) {
    int wake = Instructions.readDevice32(registers + WAKE);
    Instructions.writeDevice32(registers + WAKE, wake & ~WAKE_SLEEP);
    while ((Instructions.readDevice32(registers + WAKE) & WAKE_ASLEEP) != 0) {
      // It wakes in a bounded time (IHI 0069, 12.11.42).
    }
    lines = KernelSpace.mapDevice(linesPhysical, REGISTERS_BYTES);
    if (lines == 0) {
      return false;
    }
    Instructions.writeDevice32(lines + DISABLE, -1);
    Instructions.writeDevice32(lines + GROUP, -1);
    return true;
  }

  /** MPIDR's affinity levels as GICR_TYPER packs them. */
  private static int affinity() {
    long identity = Instructions.readProcessorIdentity();
    int level3 = (int) (identity >>> AFFINITY_3_SHIFT) & 0xff;
    return ((int) identity & AFFINITY_LOW_MASK) | (level3 << AFFINITY_3_RESULT_SHIFT);
  }
}
