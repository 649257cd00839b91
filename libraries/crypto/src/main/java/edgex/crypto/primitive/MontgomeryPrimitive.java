package edgex.crypto.primitive;

/**
 * Multiplication modulo an odd number below 2^256 after Montgomery: numbers are kept times R =
 * 2^260, in ten limbs of 26 bits, least significant first, so that a column of a product and its
 * reduction sums up in a long. All numbers are below the modulus, and time depends on none.
 */
public final class MontgomeryPrimitive {
  /** Limbs of a number. */
  public static final int LIMBS = 10;

  /** Bits of a limb. */
  public static final int LIMB_BITS = 26;

  private static final long LIMB = (1L << LIMB_BITS) - 1;

  private MontgomeryPrimitive() {}

  /**
   * out = a b / R. One factor may be any number below 2^256.
   *
   * @param inverse -1 / modulus modulo 2^26
   */
  @SuppressWarnings("checkstyle:MethodLength") // a line for each limb of each number
  public static void multiply(long[] out, long[] a, long[] b, long[] modulus, long inverse) {
    long b0 = b[0];
    long b1 = b[1];
    long b2 = b[2];
    long b3 = b[3];
    long b4 = b[4];
    long b5 = b[5];
    long b6 = b[6];
    long b7 = b[7];
    long b8 = b[8];
    long b9 = b[9];
    long m0 = modulus[0];
    long m1 = modulus[1];
    long m2 = modulus[2];
    long m3 = modulus[3];
    long m4 = modulus[4];
    long m5 = modulus[5];
    long m6 = modulus[6];
    long m7 = modulus[7];
    long m8 = modulus[8];
    long m9 = modulus[9];
    long t0 = 0;
    long t1 = 0;
    long t2 = 0;
    long t3 = 0;
    long t4 = 0;
    long t5 = 0;
    long t6 = 0;
    long t7 = 0;
    long t8 = 0;
    long t9 = 0;
    for (int i = 0; i < LIMBS; i++) {
      long limb = a[i];
      t0 += limb * b0;
      // What to add of the modulus so that the lowest limb becomes 0.
      long quotient = (t0 * inverse) & LIMB;
      t0 += quotient * m0;
      t0 = (t0 >>> LIMB_BITS) + t1 + limb * b1 + quotient * m1;
      t1 = t2 + limb * b2 + quotient * m2;
      t2 = t3 + limb * b3 + quotient * m3;
      t3 = t4 + limb * b4 + quotient * m4;
      t4 = t5 + limb * b5 + quotient * m5;
      t5 = t6 + limb * b6 + quotient * m6;
      t6 = t7 + limb * b7 + quotient * m7;
      t7 = t8 + limb * b8 + quotient * m8;
      t8 = t9 + limb * b9 + quotient * m9;
      t9 = 0;
    }
    out[0] = t0;
    out[1] = t1;
    out[2] = t2;
    out[3] = t3;
    out[4] = t4;
    out[5] = t5;
    out[6] = t6;
    out[7] = t7;
    out[8] = t8;
    out[9] = t9;
    reduce(out, modulus);
  }

  /** out = a + b. */
  public static void add(long[] out, long[] a, long[] b, long[] modulus) {
    for (int i = 0; i < LIMBS; i++) {
      out[i] = a[i] + b[i];
    }
    reduce(out, modulus);
  }

  /** out = a - b. */
  public static void subtract(long[] out, long[] a, long[] b, long[] modulus) {
    for (int i = 0; i < LIMBS; i++) {
      out[i] = a[i] - b[i] + modulus[i];
    }
    reduce(out, modulus);
  }

  /**
   * -1 if a is below the modulus, otherwise 0.
   *
   * @param a any number with limbs of 26 bits
   */
  public static long isBelow(long[] a, long[] modulus) {
    long borrow = 0;
    for (int i = 0; i < LIMBS; i++) {
      borrow = (a[i] - modulus[i] + borrow) >> LIMB_BITS;
    }
    return borrow;
  }

  /** Carries what limbs have too much, and takes the modulus off once if it fits. */
  private static void reduce(long[] number, long[] modulus) {
    long carry = 0;
    for (int i = 0; i < LIMBS; i++) {
      carry += number[i];
      number[i] = carry & LIMB;
      carry >>= LIMB_BITS;
    }
    long kept = ~isBelow(number, modulus);
    long borrow = 0;
    for (int i = 0; i < LIMBS; i++) {
      borrow += number[i] - (modulus[i] & kept);
      number[i] = borrow & LIMB;
      borrow >>= LIMB_BITS;
    }
  }
}
