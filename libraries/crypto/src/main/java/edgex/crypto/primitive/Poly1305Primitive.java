package edgex.crypto.primitive;

import edgex.crypto.ByteOrder;

/**
 * The polynomial of Poly1305 (RFC 8439, section 2.5): for each block, add it and multiply by r
 * modulo 2^130 - 5, in five limbs of 26 bits, so that products sum up in a long.
 */
public final class Poly1305Primitive {
  /** Longs of a state: five limbs of the sum, five of r. */
  public static final int STATE_LONGS = 10;

  private static final int LIMB_BITS = 26;
  private static final long LIMB = (1L << LIMB_BITS) - 1;

  private Poly1305Primitive() {}

  /** Sets the sum to 0, and r from 16 bytes, of which 22 bits are cleared. */
  public static void start(long[] state, byte[] key, int offset) {
    long low = ByteOrder.littleEndian64(key, offset) & 0x0FFF_FFFC_0FFF_FFFFL;
    long high = ByteOrder.littleEndian64(key, offset + 8) & 0x0FFF_FFFC_0FFF_FFFCL;
    for (int i = 0; i < 5; i++) {
      state[i] = 0;
      state[5 + i] = limb(low, high, i);
    }
  }

  private static long limb(long low, long high, int index) {
    int shift = LIMB_BITS * index;
    if (shift < 64) {
      long upper = shift > 64 - LIMB_BITS ? high << (64 - shift) : 0;
      return (low >>> shift | upper) & LIMB;
    }
    return (high >>> (shift - 64)) & LIMB;
  }

  /**
   * Takes in blocks of 16 bytes.
   *
   * @param topBit 1 for whole blocks; 0 for a last one that already has its 1 behind the message
   */
  public static void update(long[] state, byte[] input, int offset, int blocks, int topBit) {
    long h0 = state[0];
    long h1 = state[1];
    long h2 = state[2];
    long h3 = state[3];
    long h4 = state[4];
    long r0 = state[5];
    long r1 = state[6];
    long r2 = state[7];
    long r3 = state[8];
    long r4 = state[9];
    // 2^130 is 5, so what overflows comes back five times.
    long s1 = 5 * r1;
    long s2 = 5 * r2;
    long s3 = 5 * r3;
    long s4 = 5 * r4;
    for (int block = 0; block < blocks; block++) {
      long low = ByteOrder.littleEndian64(input, offset + 16 * block);
      long high = ByteOrder.littleEndian64(input, offset + 16 * block + 8);
      h0 += low & LIMB;
      h1 += (low >>> 26) & LIMB;
      h2 += (low >>> 52 | high << 12) & LIMB;
      h3 += (high >>> 14) & LIMB;
      h4 += high >>> 40 | (long) topBit << 24;
      long d0 = h0 * r0 + h1 * s4 + h2 * s3 + h3 * s2 + h4 * s1;
      long d1 = h0 * r1 + h1 * r0 + h2 * s4 + h3 * s3 + h4 * s2;
      long d2 = h0 * r2 + h1 * r1 + h2 * r0 + h3 * s4 + h4 * s3;
      long d3 = h0 * r3 + h1 * r2 + h2 * r1 + h3 * r0 + h4 * s4;
      long d4 = h0 * r4 + h1 * r3 + h2 * r2 + h3 * r1 + h4 * r0;
      d1 += d0 >>> LIMB_BITS;
      d2 += d1 >>> LIMB_BITS;
      d3 += d2 >>> LIMB_BITS;
      d4 += d3 >>> LIMB_BITS;
      h0 = (d0 & LIMB) + 5 * (d4 >>> LIMB_BITS);
      h1 = (d1 & LIMB) + (h0 >>> LIMB_BITS);
      h0 &= LIMB;
      h2 = d2 & LIMB;
      h3 = d3 & LIMB;
      h4 = d4 & LIMB;
    }
    state[0] = h0;
    state[1] = h1;
    state[2] = h2;
    state[3] = h3;
    state[4] = h4;
  }

  /** Writes the sum, fully reduced, plus a number of 16 bytes, modulo 2^128. */
  public static void finish(long[] state, byte[] pad, int padOffset, byte[] output, int offset) {
    carry(state);
    carry(state);
    // The sum is below 2^130; it is at least the modulus if adding 5 reaches 2^130.
    long over = (state[0] + 5) >>> LIMB_BITS;
    for (int i = 1; i < 5; i++) {
      over = (state[i] + over) >>> LIMB_BITS;
    }
    // Less the modulus is 5 more and 2^130 less.
    state[0] += 5 * over;
    state[4] -= over << LIMB_BITS;
    carry(state);
    long low = state[0] | state[1] << 26 | state[2] << 52;
    long high = state[2] >>> 12 | state[3] << 14 | state[4] << 40;
    long padLow = ByteOrder.littleEndian64(pad, padOffset);
    long sumLow = low + padLow;
    // The carry out of bit 63, without a comparison.
    long carried = ((low & padLow) | ((low | padLow) & ~sumLow)) >>> 63;
    ByteOrder.putLittleEndian64(output, offset, sumLow);
    ByteOrder.putLittleEndian64(
        output, offset + 8, high + ByteOrder.littleEndian64(pad, padOffset + 8) + carried);
  }

  private static void carry(long[] state) {
    for (int i = 0; i < 4; i++) {
      state[i + 1] += state[i] >>> LIMB_BITS;
      state[i] &= LIMB;
    }
    state[0] += 5 * (state[4] >>> LIMB_BITS);
    state[4] &= LIMB;
  }
}
