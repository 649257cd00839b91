package edgex.kernel.arch;

import org.teavm.interop.StaticInit;
import org.teavm.interop.Unmanaged;

/** What the kernel must silence of the PC of 1984: the two 8259 interrupt controllers. */
@StaticInit
@Unmanaged
final class LegacyDevices {
  private static final int FIRST_COMMAND = 0x20;
  private static final int FIRST_DATA = 0x21;
  private static final int SECOND_COMMAND = 0xa0;
  private static final int SECOND_DATA = 0xa1;
  private static final int START_INITIALIZATION = 0x11;
  private static final int FIRST_VECTORS = 0x20;
  private static final int SECOND_VECTORS = 0x28;
  private static final int SECOND_ON_LINE_2 = 1 << 2;
  private static final int SECOND_IDENTITY = 2;
  private static final int MODE_8086 = 1;
  private static final int ALL_MASKED = 0xff;

  private LegacyDevices() {}

  /**
   * Moves the controllers' vectors away from the exceptions', in case of a stray one, and masks.
   */
  static void maskInterruptControllers() {
    Instructions.out8(FIRST_COMMAND, START_INITIALIZATION);
    Instructions.out8(SECOND_COMMAND, START_INITIALIZATION);
    Instructions.out8(FIRST_DATA, FIRST_VECTORS);
    Instructions.out8(SECOND_DATA, SECOND_VECTORS);
    Instructions.out8(FIRST_DATA, SECOND_ON_LINE_2);
    Instructions.out8(SECOND_DATA, SECOND_IDENTITY);
    Instructions.out8(FIRST_DATA, MODE_8086);
    Instructions.out8(SECOND_DATA, MODE_8086);
    Instructions.out8(FIRST_DATA, ALL_MASKED);
    Instructions.out8(SECOND_DATA, ALL_MASKED);
  }
}
