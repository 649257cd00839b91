package edgex.crypto.primitive;

/**
 * Numbers modulo 2^255 - 19 in ten limbs of 26 and 25 bits in turn, least significant first, with
 * signs: limb {@code i} counts 2^ceil(25.5 i). Products sum up in longs; where two limbs with an
 * odd index meet, the product counts twice, and what reaches 2^255 comes back 19 times.
 *
 * <p>Results of {@link #multiply}, {@link #square} and {@link #decode} are tight: below 2^25.1 or
 * 2^24.1. {@link #multiply} takes sums and differences of up to three tight numbers.
 */
public final class Curve25519Primitive {
  /** Limbs of a number. */
  public static final int LIMBS = 10;

  /** Bytes of an encoded number. */
  public static final int BYTES = 32;

  private static final int[] LIMB_OFFSETS = {0, 26, 51, 77, 102, 128, 153, 179, 204, 230};

  private Curve25519Primitive() {}

  /** Reads 32 bytes, least significant first, without the highest bit; need not be reduced. */
  public static void decode(byte[] bytes, int offset, int[] out) {
    for (int i = 0; i < LIMBS; i++) {
      int first = LIMB_OFFSETS[i] / 8;
      int skipped = LIMB_OFFSETS[i] % 8;
      long word = 0;
      for (int k = 0; k < 5 && first + k < BYTES; k++) {
        word |= (bytes[offset + first + k] & 0xFFL) << (8 * k);
      }
      int bits = 26 - (i & 1);
      out[i] = (int) (word >>> skipped) & ((1 << bits) - 1);
    }
  }

  /** Writes the number below the modulus, 32 bytes, least significant first. */
  public static void encode(int[] a, byte[] bytes, int offset) {
    // The sign: what the number would carry out of the top if 19 were added to it.
    int quotient = (19 * a[9] + (1 << 24)) >> 25;
    for (int i = 0; i < LIMBS; i++) {
      quotient = (a[i] + quotient) >> (26 - (i & 1));
    }
    long carry = 19L * quotient;
    long pending = 0;
    int pendingBits = 0;
    int next = offset;
    for (int i = 0; i < LIMBS; i++) {
      int bits = 26 - (i & 1);
      long limb = a[i] + carry;
      carry = limb >> bits;
      pending |= (limb & ((1L << bits) - 1)) << pendingBits;
      pendingBits += bits;
      while (pendingBits >= 8) {
        bytes[next++] = (byte) pending;
        pending >>>= 8;
        pendingBits -= 8;
      }
    }
    bytes[next] = (byte) pending;
  }

  /** out = a + b, without carries. */
  public static void add(int[] out, int[] a, int[] b) {
    for (int i = 0; i < LIMBS; i++) {
      out[i] = a[i] + b[i];
    }
  }

  /** out = a - b, without carries. */
  public static void subtract(int[] out, int[] a, int[] b) {
    for (int i = 0; i < LIMBS; i++) {
      out[i] = a[i] - b[i];
    }
  }

  /** Exchanges a and b where {@code mask} is all ones, and does not where it is 0. */
  public static void exchangeWhere(int mask, int[] a, int[] b) {
    for (int i = 0; i < LIMBS; i++) {
      int difference = (a[i] ^ b[i]) & mask;
      a[i] ^= difference;
      b[i] ^= difference;
    }
  }

  /** Overwrites out with a where {@code mask} is all ones. */
  public static void copyWhere(int mask, int[] a, int[] out) {
    for (int i = 0; i < LIMBS; i++) {
      out[i] ^= (out[i] ^ a[i]) & mask;
    }
  }

  /** out = factor a, for a small factor. */
  public static void multiplySmall(int[] out, int[] a, int factor) {
    long carry = 0;
    for (int i = 0; i < LIMBS; i++) {
      int bits = 26 - (i & 1);
      long limb = (long) a[i] * factor + carry;
      carry = (limb + (1L << (bits - 1))) >> bits;
      out[i] = (int) (limb - (carry << bits));
    }
    long first = out[0] + 19 * carry;
    carry = (first + (1L << 25)) >> 26;
    out[0] = (int) (first - (carry << 26));
    out[1] += (int) carry;
  }

  /** out = a b. */
  @SuppressWarnings("checkstyle:MethodLength") // a line for each limb of each number
  public static void multiply(int[] out, int[] a, int[] b) {
    long a0 = a[0];
    long a1 = a[1];
    long a2 = a[2];
    long a3 = a[3];
    long a4 = a[4];
    long a5 = a[5];
    long a6 = a[6];
    long a7 = a[7];
    long a8 = a[8];
    long a9 = a[9];
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
    long c1 = 19 * b1;
    long c2 = 19 * b2;
    long c3 = 19 * b3;
    long c4 = 19 * b4;
    long c5 = 19 * b5;
    long c6 = 19 * b6;
    long c7 = 19 * b7;
    long c8 = 19 * b8;
    long c9 = 19 * b9;
    long d1 = 2 * a1;
    long d3 = 2 * a3;
    long d5 = 2 * a5;
    long d7 = 2 * a7;
    long d9 = 2 * a9;
    long r0 =
        a0 * b0 + d1 * c9 + a2 * c8 + d3 * c7 + a4 * c6 + d5 * c5 + a6 * c4 + d7 * c3 + a8 * c2
            + d9 * c1;
    long r1 =
        a0 * b1 + a1 * b0 + a2 * c9 + a3 * c8 + a4 * c7 + a5 * c6 + a6 * c5 + a7 * c4 + a8 * c3
            + a9 * c2;
    long r2 =
        a0 * b2 + d1 * b1 + a2 * b0 + d3 * c9 + a4 * c8 + d5 * c7 + a6 * c6 + d7 * c5 + a8 * c4
            + d9 * c3;
    long r3 =
        a0 * b3 + a1 * b2 + a2 * b1 + a3 * b0 + a4 * c9 + a5 * c8 + a6 * c7 + a7 * c6 + a8 * c5
            + a9 * c4;
    long r4 =
        a0 * b4 + d1 * b3 + a2 * b2 + d3 * b1 + a4 * b0 + d5 * c9 + a6 * c8 + d7 * c7 + a8 * c6
            + d9 * c5;
    long r5 =
        a0 * b5 + a1 * b4 + a2 * b3 + a3 * b2 + a4 * b1 + a5 * b0 + a6 * c9 + a7 * c8 + a8 * c7
            + a9 * c6;
    long r6 =
        a0 * b6 + d1 * b5 + a2 * b4 + d3 * b3 + a4 * b2 + d5 * b1 + a6 * b0 + d7 * c9 + a8 * c8
            + d9 * c7;
    long r7 =
        a0 * b7 + a1 * b6 + a2 * b5 + a3 * b4 + a4 * b3 + a5 * b2 + a6 * b1 + a7 * b0 + a8 * c9
            + a9 * c8;
    long r8 =
        a0 * b8 + d1 * b7 + a2 * b6 + d3 * b5 + a4 * b4 + d5 * b3 + a6 * b2 + d7 * b1 + a8 * b0
            + d9 * c9;
    long r9 =
        a0 * b9 + a1 * b8 + a2 * b7 + a3 * b6 + a4 * b5 + a5 * b4 + a6 * b3 + a7 * b2 + a8 * b1
            + a9 * b0;
    carry(out, r0, r1, r2, r3, r4, r5, r6, r7, r8, r9);
  }

  /** out = a a. */
  @SuppressWarnings("checkstyle:MethodLength") // a line for each limb of each number
  public static void square(int[] out, int[] a) {
    long a0 = a[0];
    long a1 = a[1];
    long a2 = a[2];
    long a3 = a[3];
    long a4 = a[4];
    long a5 = a[5];
    long a6 = a[6];
    long a7 = a[7];
    long a8 = a[8];
    long a9 = a[9];
    long d0 = 2 * a0;
    long d1 = 2 * a1;
    long d2 = 2 * a2;
    long d3 = 2 * a3;
    long d4 = 2 * a4;
    long d5 = 2 * a5;
    long d6 = 2 * a6;
    long d7 = 2 * a7;
    long c5 = 38 * a5;
    long c6 = 19 * a6;
    long c7 = 38 * a7;
    long c8 = 19 * a8;
    long c9 = 38 * a9;
    long r0 = a0 * a0 + d1 * c9 + d2 * c8 + d3 * c7 + d4 * c6 + a5 * c5;
    long r1 = d0 * a1 + a2 * c9 + d3 * c8 + a4 * c7 + d5 * c6;
    long r2 = d0 * a2 + d1 * a1 + d3 * c9 + d4 * c8 + d5 * c7 + a6 * c6;
    long r3 = d0 * a3 + d1 * a2 + a4 * c9 + d5 * c8 + a6 * c7;
    long r4 = d0 * a4 + d1 * d3 + a2 * a2 + d5 * c9 + d6 * c8 + a7 * c7;
    long r5 = d0 * a5 + d1 * a4 + d2 * a3 + a6 * c9 + d7 * c8;
    long r6 = d0 * a6 + d1 * d5 + d2 * a4 + d3 * a3 + d7 * c9 + a8 * c8;
    long r7 = d0 * a7 + d1 * a6 + d2 * a5 + d3 * a4 + a8 * c9;
    long r8 = d0 * a8 + d1 * d7 + d2 * a6 + d3 * d5 + a4 * a4 + a9 * c9;
    long r9 = d0 * a9 + d1 * a8 + d2 * a7 + d3 * a6 + d4 * a5;
    carry(out, r0, r1, r2, r3, r4, r5, r6, r7, r8, r9);
  }

  /**
   * Brings the limbs of a product into their bounds. Two chains of carries run side by side, and
   * round to the nearest, so that limbs stay small on both sides of 0.
   */
  // A number of ten limbs, in registers: an array between would cost more than the carries.
  @SuppressWarnings({"checkstyle:MethodLength", "checkstyle:ParameterNumber"})
  private static void carry(
      int[] out,
      long h0,
      long h1,
      long h2,
      long h3,
      long h4,
      long h5,
      long h6,
      long h7,
      long h8,
      long h9) {
    long r0 = h0;
    long r1 = h1;
    long r2 = h2;
    long r3 = h3;
    long r4 = h4;
    long r5 = h5;
    long r6 = h6;
    long r7 = h7;
    long r8 = h8;
    long r9 = h9;
    long carry;
    carry = (r0 + (1L << 25)) >> 26;
    r1 += carry;
    r0 -= carry << 26;
    carry = (r4 + (1L << 25)) >> 26;
    r5 += carry;
    r4 -= carry << 26;
    carry = (r1 + (1L << 24)) >> 25;
    r2 += carry;
    r1 -= carry << 25;
    carry = (r5 + (1L << 24)) >> 25;
    r6 += carry;
    r5 -= carry << 25;
    carry = (r2 + (1L << 25)) >> 26;
    r3 += carry;
    r2 -= carry << 26;
    carry = (r6 + (1L << 25)) >> 26;
    r7 += carry;
    r6 -= carry << 26;
    carry = (r3 + (1L << 24)) >> 25;
    r4 += carry;
    r3 -= carry << 25;
    carry = (r7 + (1L << 24)) >> 25;
    r8 += carry;
    r7 -= carry << 25;
    carry = (r4 + (1L << 25)) >> 26;
    r5 += carry;
    r4 -= carry << 26;
    carry = (r8 + (1L << 25)) >> 26;
    r9 += carry;
    r8 -= carry << 26;
    carry = (r9 + (1L << 24)) >> 25;
    r0 += 19 * carry;
    r9 -= carry << 25;
    carry = (r0 + (1L << 25)) >> 26;
    r1 += carry;
    r0 -= carry << 26;
    out[0] = (int) r0;
    out[1] = (int) r1;
    out[2] = (int) r2;
    out[3] = (int) r3;
    out[4] = (int) r4;
    out[5] = (int) r5;
    out[6] = (int) r6;
    out[7] = (int) r7;
    out[8] = (int) r8;
    out[9] = (int) r9;
  }
}
