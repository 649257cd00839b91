package edgex.kernel.arch;

import org.teavm.interop.StaticInit;
import org.teavm.interop.Unmanaged;

/** What this processor has, from its identification registers (Arm ARM, D19.2). */
@StaticInit
@Unmanaged
final class CpuFeatures {
  private static final int FIELD_MASK = 0xf;
  private static final int PAN_SHIFT = 20;
  private static final int TAG_BITS_SHIFT = 4;
  private static final int TAGS_OF_16_BITS = 2;
  private static final int MONITOR_SHIFT = 8;
  private static final int MONITOR_OTHER = 0xf;
  private static final int GIC_SHIFT = 24;

  private static final int MAXIMUM_SHORT_TAG = 0xff;
  private static final int MAXIMUM_LONG_TAG = 0xffff;

  /** SCTLR_EL1.SPAN: an exception leaves PAN alone; reserved, and 1, without PAN. */
  private static final long CONTROL_KEEP_PAN = 1 << 23;

  private static final long MONITOR_ENABLE = 1;
  private static final long MONITOR_LONG_COUNT = 1 << 6;
  private static final long MONITOR_CYCLES = 1L << 31;
  private static final long MONITOR_USER_READS_CYCLES = 1 << 2;

  private static final long COUNTER_USER_READS_VIRTUAL = 1 << 1;

  private CpuFeatures() {}

  /** Highest tag of an address space in the TLB; 0 is the kernel's. */
  static int maximumTag() {
    return field(Instructions.readMemoryFeatures0(), TAG_BITS_SHIFT) == TAGS_OF_16_BITS
        ? MAXIMUM_LONG_TAG
        : MAXIMUM_SHORT_TAG;
  }

  /** Whether the GIC's CPU interface is in system registers. */
  static boolean hasInterruptRegisters() {
    return field(Instructions.readProcessorFeatures(), GIC_SHIFT) != 0;
  }

  /**
   * The kernel never reaches user memory through the user's addresses, where the CPU can see to
   * that; programs read the clock and, for measuring, the count of cycles.
   */
  static void enable() {
    if (field(Instructions.readMemoryFeatures1(), PAN_SHIFT) != 0) {
      Instructions.denyUserAccess();
    } else {
      Instructions.writeControl(Instructions.readControl() | CONTROL_KEEP_PAN);
    }
    Instructions.writeCounterAccess(COUNTER_USER_READS_VIRTUAL);
    int monitor = field(Instructions.readDebugFeatures(), MONITOR_SHIFT);
    if (monitor != 0 && monitor != MONITOR_OTHER) {
      Instructions.writeMonitorFilter(0);
      Instructions.writeMonitorEnable(MONITOR_CYCLES);
      Instructions.writeMonitorControl(MONITOR_ENABLE | MONITOR_LONG_COUNT);
      Instructions.writeMonitorAccess(MONITOR_USER_READS_CYCLES);
    }
  }

  private static int field(long register, int shift) {
    return (int) (register >>> (shift & 63)) & FIELD_MASK;
  }
}
