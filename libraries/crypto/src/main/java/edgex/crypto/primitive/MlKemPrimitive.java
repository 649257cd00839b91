package edgex.crypto.primitive;

import edgex.crypto.ByteOrder;

/**
 * Polynomials of ML-KEM (FIPS 203): 256 coefficients modulo q = 3329 in an array of shorts, from
 * index {@code at}. Coefficients are signed representatives; each method says how large they may
 * be.
 *
 * <p>Products go through Montgomery's reduction with R = 2^16, so a product with a plain number
 * carries a factor of 1/R, which a constant that carries R takes away.
 */
public final class MlKemPrimitive {
  /** Coefficients of a polynomial. */
  public static final int COEFFICIENTS = 256;

  /** The modulus. */
  public static final int MODULUS = 3329;

  /** The generator of the 256th roots of unity (FIPS 203, section 2.3). */
  private static final int ROOT = 17;

  /** 1 / q modulo 2^16, as a signed number. */
  private static final int MODULUS_INVERSE = -3327;

  /** round(2^26 / q), for Barrett's reduction. */
  private static final int BARRETT = 20159;

  /** R^2 modulo q: multiplying by it brings R into a plain number. */
  private static final int SQUARED_R = 1353;

  /** R^2 / 128 modulo q: what the inverse transform multiplies by at its end. */
  private static final int INVERSE_SCALE = 1441;

  /** ceil(2^35 / q): dividing a number below 2^25 by q is a multiplication by this and a shift. */
  private static final long RECIPROCAL = 10_321_340;

  private static final int RECIPROCAL_SHIFT = 35;

  private static final short[] ZETAS = zetas();

  private MlKemPrimitive() {}

  /** R * 17^bitreverse(i) modulo q, between -q/2 and q/2, for the 128 values of 7 bits. */
  private static short[] zetas() {
    short[] zetas = new short[128];
    for (int i = 0; i < 128; i++) {
      int power = 1 << 16;
      for (int j = 0; j < Integer.reverse(i) >>> 25; j++) {
        power = power % MODULUS * ROOT;
      }
      power %= MODULUS;
      zetas[i] = (short) (power > MODULUS / 2 ? power - MODULUS : power);
    }
    return zetas;
  }

  /** value / R modulo q, less than q in magnitude, for a magnitude below 2^15 q. */
  private static int montgomery(int value) {
    int quotient = (short) (value * MODULUS_INVERSE);
    return (value - quotient * MODULUS) >> 16;
  }

  /** The representative between -q/2 and q/2 of a 16-bit number. */
  private static int barrett(int value) {
    int quotient = (BARRETT * value + (1 << 25)) >> 26;
    return value - quotient * MODULUS;
  }

  /** Adds q to a negative number above -q. */
  private static int nonNegative(int value) {
    return value + (value >> 31 & MODULUS);
  }

  /**
   * The number-theoretic transform (algorithm 9), in place.
   *
   * <p>Magnitudes: below q before, at most q/2 after.
   */
  public static void transform(short[] p, int at) {
    int k = 1;
    for (int length = 128; length >= 2; length >>= 1) {
      for (int start = at; start < at + COEFFICIENTS; start += 2 * length) {
        int zeta = ZETAS[k];
        k++;
        for (int j = start; j < start + length; j++) {
          int product = montgomery(zeta * p[j + length]);
          p[j + length] = (short) (p[j] - product);
          p[j] = (short) (p[j] + product);
        }
      }
    }
    reduce(p, at, COEFFICIENTS);
  }

  /**
   * The inverse transform (algorithm 10), in place; the result carries a factor of R, which undoes
   * the 1/R of a product.
   *
   * <p>Magnitudes: at most q before, below q after.
   */
  public static void inverseTransform(short[] p, int at) {
    int k = 127;
    for (int length = 2; length <= 128; length <<= 1) {
      for (int start = at; start < at + COEFFICIENTS; start += 2 * length) {
        int zeta = ZETAS[k];
        k--;
        for (int j = start; j < start + length; j++) {
          int low = p[j];
          p[j] = (short) barrett(low + p[j + length]);
          p[j + length] = (short) montgomery(zeta * (p[j + length] - low));
        }
      }
    }
    for (int j = at; j < at + COEFFICIENTS; j++) {
      p[j] = (short) montgomery(p[j] * INVERSE_SCALE);
    }
  }

  /**
   * The scalar product of two vectors of transformed polynomials (algorithm 11, summed), divided by
   * R.
   *
   * <p>Magnitudes: {@code a} below 2^12, {@code b} at most q/2; the result is below q.
   */
  public static void multiply(
      short[] result, int resultAt, short[] a, int aAt, short[] b, int bAt, int count) {
    for (int i = 0; i < COEFFICIENTS; i += 4) {
      int zeta = ZETAS[64 + i / 4];
      multiplyPair(result, resultAt + i, a, aAt + i, b, bAt + i, count, zeta);
      multiplyPair(result, resultAt + i + 2, a, aAt + i + 2, b, bAt + i + 2, count, -zeta);
    }
  }

  /** Products modulo X^2 - zeta: four sums of less than 2^12 q each stay below 2^15 q. */
  private static void multiplyPair(
      short[] result, int at, short[] a, int aAt, short[] b, int bAt, int count, int zeta) {
    int constant = 0;
    int linear = 0;
    for (int i = 0; i < count * COEFFICIENTS; i += COEFFICIENTS) {
      int a0 = a[aAt + i];
      int a1 = a[aAt + i + 1];
      int b0 = b[bAt + i];
      int b1 = b[bAt + i + 1];
      constant += a0 * b0 + a1 * montgomery(b1 * zeta);
      linear += a0 * b1 + a1 * b0;
    }
    result[at] = (short) montgomery(constant);
    result[at + 1] = (short) montgomery(linear);
  }

  /** Brings {@code count} coefficients between -q/2 and q/2. */
  public static void reduce(short[] p, int at, int count) {
    for (int j = at; j < at + count; j++) {
      p[j] = (short) barrett(p[j]);
    }
  }

  /** {@code p = p * R + q} for transformed polynomials, reduced: undoes the 1/R of a product. */
  public static void scaleAndAdd(short[] p, int at, short[] addend, int addendAt) {
    for (int j = 0; j < COEFFICIENTS; j++) {
      p[at + j] = (short) barrett(montgomery(p[at + j] * SQUARED_R) + addend[addendAt + j]);
    }
  }

  /** Adds, reduced; the sum of magnitudes must be below 2^15. */
  public static void add(short[] p, int at, short[] addend, int addendAt) {
    for (int j = 0; j < COEFFICIENTS; j++) {
      p[at + j] = (short) barrett(p[at + j] + addend[addendAt + j]);
    }
  }

  /** {@code p = minuend - p}, reduced. */
  public static void subtractFrom(short[] p, int at, short[] minuend, int minuendAt) {
    for (int j = 0; j < COEFFICIENTS; j++) {
      p[at + j] = (short) barrett(minuend[minuendAt + j] - p[at + j]);
    }
  }

  /**
   * Takes uniform coefficients from random bytes (algorithm 7), until the bytes or the places end.
   * The bytes are public.
   *
   * @param length a multiple of 3
   * @param filled coefficients that are there already
   * @return coefficients that are there now
   */
  public static int sampleUniform(
      byte[] input, int offset, int length, short[] p, int at, int filled) {
    int count = filled;
    for (int i = offset; i < offset + length && count < COEFFICIENTS; i += 3) {
      int middle = input[i + 1] & 0xFF;
      int first = (input[i] & 0xFF) | (middle & 15) << 8;
      int second = middle >> 4 | (input[i + 2] & 0xFF) << 4;
      if (first < MODULUS) {
        p[at + count] = (short) first;
        count++;
      }
      if (second < MODULUS && count < COEFFICIENTS) {
        p[at + count] = (short) second;
        count++;
      }
    }
    return count;
  }

  /** Takes coefficients of the centred binomial distribution (algorithm 8) from 64 eta bytes. */
  public static void sampleBinomial(byte[] input, int offset, int eta, short[] p, int at) {
    if (eta == 2) {
      sampleBinomial2(input, offset, p, at);
    } else {
      sampleBinomial3(input, offset, p, at);
    }
  }

  private static void sampleBinomial2(byte[] input, int offset, short[] p, int at) {
    for (int i = 0; i < COEFFICIENTS / 8; i++) {
      int bits = ByteOrder.littleEndian32(input, offset + 4 * i);
      int sums = (bits & 0x55555555) + (bits >>> 1 & 0x55555555);
      for (int j = 0; j < 8; j++) {
        p[at + 8 * i + j] = (short) ((sums >>> (4 * j) & 3) - (sums >>> (4 * j + 2) & 3));
      }
    }
  }

  private static void sampleBinomial3(byte[] input, int offset, short[] p, int at) {
    for (int i = 0; i < COEFFICIENTS / 4; i++) {
      int next = offset + 3 * i;
      int bits =
          (input[next] & 0xFF) | (input[next + 1] & 0xFF) << 8 | (input[next + 2] & 0xFF) << 16;
      int sums = (bits & 0x249249) + (bits >> 1 & 0x249249) + (bits >> 2 & 0x249249);
      for (int j = 0; j < 4; j++) {
        p[at + 4 * i + j] = (short) ((sums >> (6 * j) & 7) - (sums >> (6 * j + 3) & 7));
      }
    }
  }

  /**
   * Compresses to {@code bits} bits a coefficient (section 4.2.1), without a division, and packs
   * them, least significant bit first (algorithm 5). With 12 bits nothing is compressed.
   *
   * <p>Magnitudes: below q.
   */
  public static void encode(short[] p, int at, int bits, byte[] output, int offset) {
    long buffer = 0;
    int filled = 0;
    int next = offset;
    for (int j = 0; j < COEFFICIENTS; j++) {
      int value = nonNegative(p[at + j]);
      if (bits < 12) {
        value = compress(value, bits);
      }
      buffer |= (long) value << filled;
      filled += bits;
      while (filled >= 8) {
        output[next] = (byte) buffer;
        next++;
        buffer >>>= 8;
        filled -= 8;
      }
    }
  }

  /** round(2^bits / q * value) modulo 2^bits, for 0 to q - 1. */
  static int compress(int value, int bits) {
    long numerator = ((long) value << bits) + MODULUS / 2;
    return (int) ((numerator * RECIPROCAL) >>> RECIPROCAL_SHIFT) & ((1 << bits) - 1);
  }

  /** Unpacks what {@link #encode} packed and decompresses it; with 12 bits values may exceed q. */
  public static void decode(byte[] input, int offset, int bits, short[] p, int at) {
    int mask = (1 << bits) - 1;
    int buffer = 0;
    int filled = 0;
    int next = offset;
    for (int j = 0; j < COEFFICIENTS; j++) {
      while (filled < bits) {
        buffer |= (input[next] & 0xFF) << filled;
        next++;
        filled += 8;
      }
      int value = buffer & mask;
      buffer >>>= bits;
      filled -= bits;
      p[at + j] = (short) (bits < 12 ? (value * MODULUS + (1 << (bits - 1))) >> bits : value);
    }
  }
}
