package edgex.kernel.machine;

import org.teavm.interop.StaticInit;
import org.teavm.interop.Unmanaged;

/**
 * Unsigned numbers. {@code java.lang.Integer} and {@code Long} have the same, but with an
 * initialiser that each of their methods would run first.
 */
@StaticInit
@Unmanaged
public final class Unsigned {
  private static final long INT_MASK = 0xffff_ffffL;

  private Unsigned() {}

  /** Zero-extends. */
  public static long toLong(int value) {
    return value & INT_MASK;
  }

  /** Whether {@code first < second}, both unsigned. */
  public static boolean isBelow(long first, long second) {
    return first + Long.MIN_VALUE < second + Long.MIN_VALUE;
  }

  /** Whether {@code first < second}, both unsigned. */
  public static boolean isBelow(int first, int second) {
    return toLong(first) < toLong(second);
  }
}
