package edgex.kernel.debug;

import edgex.abi.declare.BootOnly;
import edgex.abi.declare.DialectException;
import edgex.kernel.arch.Platform;
import org.teavm.interop.StaticInit;
import org.teavm.interop.Unmanaged;

/**
 * The kernel log: a ring of the last 64 KiB written. Positions count from boot and never wrap.
 * Lines go to the console too when the kernel's command line has the word {@code verbose}.
 */
@StaticInit
@Unmanaged
public final class KernelLog {
  private static final int SIZE_BYTES = 1 << 16;
  private static final int MASK = SIZE_BYTES - 1;

  private static byte[] ring;
  private static long written;
  private static boolean verbose;

  private KernelLog() {}

  /** At boot. */
  @BootOnly(reason = "allocates")
  public static void create() {
    ring = new byte[SIZE_BYTES];
    written = 0;
    verbose = CommandLine.hasWord("verbose");
  }

  /** Whether there is a log that the console has not shown. */
  public static boolean isHidden() {
    return ring != null && !verbose;
  }

  /** Position after the last byte. */
  public static long end() {
    return written;
  }

  /** Position of the first byte that is still there. */
  public static long start() {
    return Math.max(written - SIZE_BYTES, 0);
  }

  /** The byte at a position between {@link #start} and {@link #end}. */
  public static int at(long position) {
    return ring[(int) position & MASK];
  }

  /** Appends one byte. */
  public static void append(int value) {
    ring[(int) written & MASK] = (byte) value;
    written++;
    if (verbose) {
      Platform.consoleWrite(value);
    }
  }

  /** Appends text, ASCII. */
  @DialectException(rule = "library", reason = "length and charAt of a literal are plain reads")
  public static void append(String text) {
    for (int i = 0; i < text.length(); i++) {
      append(text.charAt(i));
    }
  }

  /** Appends a number in decimal, not negative. */
  @DialectException(rule = "division", reason = "the unit is a power of ten, never 0")
  public static void appendDecimal(long value) {
    long unit = 1;
    while (value / 10 >= unit) {
      unit *= 10;
    }
    while (unit > 0) {
      append('0' + (int) (value / unit % 10));
      unit /= 10;
    }
  }
}
