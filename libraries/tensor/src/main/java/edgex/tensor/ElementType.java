package edgex.tensor;

import java.util.Locale;

/** The type of a tensor's elements. Unsigned types keep their bits in the signed Java type. */
public enum ElementType {
  FLOAT32(4, Family.FLOATING_POINT),
  FLOAT64(8, Family.FLOATING_POINT),
  FLOAT16(2, Family.FLOATING_POINT),
  INT8(1, Family.SIGNED),
  INT16(2, Family.SIGNED),
  INT32(4, Family.SIGNED),
  INT64(8, Family.SIGNED),
  UINT8(1, Family.UNSIGNED),
  UINT16(2, Family.UNSIGNED),
  UINT32(4, Family.UNSIGNED),
  UINT64(8, Family.UNSIGNED),
  BOOL(1, Family.TRUTH);

  private enum Family {
    FLOATING_POINT,
    SIGNED,
    UNSIGNED,
    TRUTH
  }

  private final int sizeBytes;
  private final Family family;

  ElementType(int sizeBytes, Family family) {
    this.sizeBytes = sizeBytes;
    this.family = family;
  }

  /** Size of one element in bytes. */
  public int sizeBytes() {
    return sizeBytes;
  }

  /** Whether elements are IEEE 754 numbers of any width. */
  public boolean isFloatingPoint() {
    return family == Family.FLOATING_POINT;
  }

  /** Whether elements are whole numbers, signed or not. */
  public boolean isInteger() {
    return family == Family.SIGNED || family == Family.UNSIGNED;
  }

  /** Whether elements are whole numbers that are never negative. */
  public boolean isUnsigned() {
    return family == Family.UNSIGNED;
  }

  /** Whether arithmetic on elements makes sense: everything but {@link #BOOL}. */
  public boolean isNumeric() {
    return family != Family.TRUTH;
  }

  /** The least integer or truth value of this type, which is one of those. */
  public long lowestWhole() {
    return family == Family.SIGNED ? -1L << (sizeBytes * 8 - 1) : 0;
  }

  /** The greatest integer or truth value of this type, as bits if it is an unsigned 64-bit one. */
  public long highestWhole() {
    return switch (family) {
      case SIGNED -> ~lowestWhole();
      case UNSIGNED -> -1L >>> (Long.SIZE - sizeBytes * 8);
      default -> 1;
    };
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
