package edgex.crypto.primitive;

import edgex.crypto.ByteOrder;

/**
 * The hash of GCM in Java. A state is the sum, low and high, then the key, low and high: for each
 * block, add it and multiply by the hash key in GF(2^128). Bits are mirrored in that standard, so a
 * product of two polynomials of 127 bits comes out one place too low.
 *
 * <p>There is no table. A product without carries is made of integer products of words whose bits
 * are four places apart: 16 bits at most meet in a place, so the carries stay in the holes, and
 * those of the highest place fall out of the word. Every processor we know multiplies 64 bits in
 * constant time.
 */
final class GhashReference {
  private static final long EVERY_FOURTH = 0x1111_1111_1111_1111L;

  private GhashReference() {}

  /** Sets the key, 16 bytes, and the sum to 0. */
  static void start(long[] state, byte[] key, int offset) {
    state[0] = 0;
    state[1] = 0;
    state[3] = ByteOrder.bigEndian64(key, offset);
    state[2] = ByteOrder.bigEndian64(key, offset + 8);
  }

  /** Takes in whole blocks of 16 bytes. */
  static void update(long[] state, byte[] input, int offset, int blocks) {
    long sumLow = state[0];
    long sumHigh = state[1];
    long keyLow = state[2];
    long keyHigh = state[3];
    long keyLowMirrored = Long.reverse(keyLow);
    long keyHighMirrored = Long.reverse(keyHigh);
    for (int block = 0; block < blocks; block++) {
      sumHigh ^= ByteOrder.bigEndian64(input, offset + 16 * block);
      sumLow ^= ByteOrder.bigEndian64(input, offset + 16 * block + 8);
      long sumLowMirrored = Long.reverse(sumLow);
      long sumHighMirrored = Long.reverse(sumHigh);
      // Karatsuba: three products for the lower halves, and mirrored for the upper halves.
      long low = multiply(sumLow, keyLow);
      long high = multiply(sumHigh, keyHigh);
      long middle = multiply(sumLow ^ sumHigh, keyLow ^ keyHigh) ^ low ^ high;
      long lowUpper = multiply(sumLowMirrored, keyLowMirrored);
      long highUpper = multiply(sumHighMirrored, keyHighMirrored);
      long middleUpper =
          multiply(sumLowMirrored ^ sumHighMirrored, keyLowMirrored ^ keyHighMirrored)
              ^ lowUpper
              ^ highUpper;
      long v0 = low;
      long v1 = Long.reverse(lowUpper) >>> 1 ^ middle;
      long v2 = high ^ Long.reverse(middleUpper) >>> 1;
      long v3 = Long.reverse(highUpper) >>> 1;
      v3 = v3 << 1 | v2 >>> 63;
      v2 = v2 << 1 | v1 >>> 63;
      v1 = v1 << 1 | v0 >>> 63;
      v0 <<= 1;
      // Modulo x^128 + x^7 + x^2 + x + 1, mirrored.
      v2 ^= v0 ^ v0 >>> 1 ^ v0 >>> 2 ^ v0 >>> 7;
      v1 ^= v0 << 63 ^ v0 << 62 ^ v0 << 57;
      v3 ^= v1 ^ v1 >>> 1 ^ v1 >>> 2 ^ v1 >>> 7;
      v2 ^= v1 << 63 ^ v1 << 62 ^ v1 << 57;
      sumLow = v2;
      sumHigh = v3;
    }
    state[0] = sumLow;
    state[1] = sumHigh;
  }

  /** Writes the sum, 16 bytes. */
  static void write(long[] state, byte[] output, int offset) {
    ByteOrder.putBigEndian64(output, offset, state[1]);
    ByteOrder.putBigEndian64(output, offset + 8, state[0]);
  }

  /** The lower 64 bits of the product without carries. */
  private static long multiply(long x, long y) {
    long x0 = x & EVERY_FOURTH;
    long x1 = x & (EVERY_FOURTH << 1);
    long x2 = x & (EVERY_FOURTH << 2);
    long x3 = x & (EVERY_FOURTH << 3);
    long y0 = y & EVERY_FOURTH;
    long y1 = y & (EVERY_FOURTH << 1);
    long y2 = y & (EVERY_FOURTH << 2);
    long y3 = y & (EVERY_FOURTH << 3);
    long z0 = (x0 * y0) ^ (x1 * y3) ^ (x2 * y2) ^ (x3 * y1);
    long z1 = (x0 * y1) ^ (x1 * y0) ^ (x2 * y3) ^ (x3 * y2);
    long z2 = (x0 * y2) ^ (x1 * y1) ^ (x2 * y0) ^ (x3 * y3);
    long z3 = (x0 * y3) ^ (x1 * y2) ^ (x2 * y1) ^ (x3 * y0);
    return (z0 & EVERY_FOURTH)
        | (z1 & (EVERY_FOURTH << 1))
        | (z2 & (EVERY_FOURTH << 2))
        | (z3 & (EVERY_FOURTH << 3));
  }
}
