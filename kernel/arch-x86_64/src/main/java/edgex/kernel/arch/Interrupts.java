package edgex.kernel.arch;

import edgex.abi.declare.BootOnly;
import org.teavm.interop.StaticInit;
import org.teavm.interop.Unmanaged;

/**
 * Interrupt lines by global system interrupt number. See {@code arch-api}.
 *
 * <p>A level-triggered line is masked when it is taken and opened again by {@link #unmask}. An I/O
 * APIC forgets the edges of a masked line, so an edge-triggered one stays open while it is served:
 *
 * <pre>
 *            taken: report               taken: mask, don't report
 *   OPEN -----------------&gt; SERVED -------------------------------&gt; SERVED_AGAIN
 *    ^--------------------------' unmask: nothing                          |
 *    ^---------------------------------------------------------------------' unmask: open, raise
 * </pre>
 *
 * So no edge is lost and a storm is stopped after its second interrupt.
 */
@StaticInit
@Unmanaged
public final class Interrupts {
  /** Lines that have entry stubs of their own. */
  static final int MAXIMUM_LINES = 128;

  private static final byte MASKED = 0;
  private static final byte OPEN = 1;
  private static final byte SERVED = 2;
  private static final byte SERVED_AGAIN = 3;

  private static final int ISA_LINES = 16;

  private static byte[] states;
  private static boolean[] levelTriggered;
  private static boolean[] activeLow;
  private static int lineCount;
  private static int destination;

  private Interrupts() {}

  /** Lines that can be bound: 0 to this, exclusive. */
  public static int lineCount() {
    return lineCount;
  }

  /** Lets a line interrupt (again). */
  public static void unmask(int line) {
    byte before = states[line];
    states[line] = OPEN;
    if (before == MASKED || before == SERVED_AGAIN) {
      IoApic.open(
          line, LocalApic.LINE_VECTOR + line, levelTriggered[line], activeLow[line], destination);
    }
    if (before == SERVED_AGAIN) {
      LocalApic.interruptSelf(LocalApic.LINE_VECTOR + line);
    }
  }

  /** Stops a line; the entry code has stopped a line already when it reports it. */
  public static void mask(int line) {
    if (states[line] != MASKED) {
      states[line] = MASKED;
      IoApic.close(line);
    }
  }

  /** Prepares all lines of the I/O APICs: ISA lines edge-triggered, PCI's level, active low. */
  @BootOnly(reason = "called on the way from Start.main only")
  static void initialize() {
    lineCount = Math.min(IoApic.lineCount(), MAXIMUM_LINES);
    destination = LocalApic.identity();
    states = new byte[lineCount];
    levelTriggered = new boolean[lineCount];
    activeLow = new boolean[lineCount];
    for (int line = ISA_LINES; line < lineCount; line++) {
      levelTriggered[line] = true;
      activeLow[line] = true;
    }
    LocalApic.setLineCount(lineCount);
  }

  /** The firmware's correction of a line's trigger mode and polarity. */
  static void override(int line, boolean level, boolean low) {
    if (line >= 0 && line < lineCount) {
      levelTriggered[line] = level;
      activeLow[line] = low;
    }
  }

  /** A line's interrupt was taken. Whether to report it. */
  static boolean take(int line) {
    byte before = line < lineCount ? states[line] : MASKED;
    if (before == OPEN && levelTriggered[line]) {
      states[line] = MASKED;
      IoApic.close(line);
    } else if (before == OPEN) {
      states[line] = SERVED;
    } else if (before == SERVED) {
      states[line] = SERVED_AGAIN;
      IoApic.close(line);
    }
    LocalApic.endOfInterrupt();
    return before == OPEN;
  }
}
