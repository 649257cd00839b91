package edgex.crypto.primitive;

/**
 * Polynomials of ML-DSA (FIPS 204): 256 coefficients modulo q = 8380417 in an array of ints, from
 * index {@code at}. Coefficients are signed representatives; each method says how large they may
 * be.
 *
 * <p>Products go through Montgomery's reduction with R = 2^32, so a product with a plain number
 * carries a factor of 1/R, which a constant that carries R takes away.
 */
public final class MlDsaPrimitive {
  /** Coefficients of a polynomial. */
  public static final int COEFFICIENTS = 256;

  /** The modulus, 2^23 - 2^13 + 1. */
  public static final int MODULUS = 8_380_417;

  /** Bits that key generation drops from t. */
  public static final int DROPPED_BITS = 13;

  /** The generator of the 512th roots of unity (FIPS 204, section 2.5). */
  private static final int ROOT = 1753;

  /** 1 / q modulo 2^32. */
  private static final int MODULUS_INVERSE = 58_728_449;

  /** R^2 / 256 modulo q: what the inverse transform multiplies by at its end. */
  private static final int INVERSE_SCALE = 41_978;

  private static final int[] ZETAS = zetas();

  private MlDsaPrimitive() {}

  /** R * 1753^bitreverse(i) modulo q, between -q/2 and q/2, for the 256 values of 8 bits. */
  private static int[] zetas() {
    int[] zetas = new int[COEFFICIENTS];
    for (int i = 0; i < COEFFICIENTS; i++) {
      long power = 1L << 32;
      for (int j = 0; j < Integer.reverse(i) >>> 24; j++) {
        power = power % MODULUS * ROOT;
      }
      power %= MODULUS;
      zetas[i] = (int) (power > MODULUS / 2 ? power - MODULUS : power);
    }
    return zetas;
  }

  /** value / R modulo q, less than q in magnitude, for a magnitude below 2^31 q. */
  private static int montgomery(long value) {
    int quotient = (int) value * MODULUS_INVERSE;
    return (int) ((value - (long) quotient * MODULUS) >> 32);
  }

  /** A representative between -6283008 and 6283008 of a number below 2^31 - 2^22. */
  private static int reduce(int value) {
    int quotient = (value + (1 << 22)) >> 23;
    return value - quotient * MODULUS;
  }

  /** The representative between 0 and q - 1 of a number above -q and below q. */
  private static int nonNegative(int value) {
    return value + (value >> 31 & MODULUS);
  }

  /**
   * The number-theoretic transform (algorithm 41), in place.
   *
   * <p>Magnitudes: below q before, below 9 q after.
   */
  public static void transform(int[] p, int at) {
    int k = 1;
    for (int length = 128; length > 0; length >>= 1) {
      for (int start = at; start < at + COEFFICIENTS; start += 2 * length) {
        long zeta = ZETAS[k];
        k++;
        for (int j = start; j < start + length; j++) {
          int product = montgomery(zeta * p[j + length]);
          p[j + length] = p[j] - product;
          p[j] = p[j] + product;
        }
      }
    }
  }

  /**
   * The inverse transform (algorithm 42), in place; the result carries a factor of R, which undoes
   * the 1/R of a product.
   *
   * <p>Magnitudes: below q before and after.
   */
  public static void inverseTransform(int[] p, int at) {
    int k = 255;
    for (int length = 1; length < COEFFICIENTS; length <<= 1) {
      for (int start = at; start < at + COEFFICIENTS; start += 2 * length) {
        long zeta = -ZETAS[k];
        k--;
        for (int j = start; j < start + length; j++) {
          int low = p[j];
          p[j] = low + p[j + length];
          p[j + length] = montgomery(zeta * (low - p[j + length]));
        }
      }
    }
    for (int j = at; j < at + COEFFICIENTS; j++) {
      p[j] = montgomery((long) p[j] * INVERSE_SCALE);
    }
  }

  /**
   * The scalar product of two vectors of transformed polynomials, divided by R, for up to 7 of
   * them.
   *
   * <p>Magnitudes: {@code a} below q (below 9 q if it is one product), {@code b} below 9 q; the
   * result is below q.
   */
  public static void multiply(
      int[] result, int resultAt, int[] a, int aAt, int[] b, int bAt, int count) {
    for (int j = 0; j < COEFFICIENTS; j++) {
      long sum = 0;
      for (int i = j; i < count * COEFFICIENTS; i += COEFFICIENTS) {
        sum += (long) a[aAt + i] * b[bAt + i];
      }
      result[resultAt + j] = montgomery(sum);
    }
  }

  /** Adds the product of two transformed polynomials, divided by R, without reducing the sum. */
  public static void multiplyAndAdd(int[] sum, int sumAt, int[] a, int aAt, int[] b, int bAt) {
    for (int j = 0; j < COEFFICIENTS; j++) {
      sum[sumAt + j] += montgomery((long) a[aAt + j] * b[bAt + j]);
    }
  }

  /** Adds without reducing. */
  public static void add(int[] p, int at, int[] addend, int addendAt) {
    for (int j = 0; j < COEFFICIENTS; j++) {
      p[at + j] += addend[addendAt + j];
    }
  }

  /** Subtracts without reducing. */
  public static void subtract(int[] p, int at, int[] subtrahend, int subtrahendAt) {
    for (int j = 0; j < COEFFICIENTS; j++) {
      p[at + j] -= subtrahend[subtrahendAt + j];
    }
  }

  /** Brings coefficients below 2^31 - 2^22 below 6283008 in magnitude. */
  public static void reduce(int[] p, int at, int count) {
    for (int j = at; j < at + count; j++) {
      p[j] = reduce(p[j]);
    }
  }

  /** Brings coefficients below 2^31 - 2^22 between 0 and q - 1. */
  public static void normalise(int[] p, int at, int count) {
    for (int j = at; j < at + count; j++) {
      p[j] = nonNegative(reduce(p[j]));
    }
  }

  /** Multiplies by 2^13 what key generation divided by it. */
  public static void shiftLeft(int[] p, int at) {
    for (int j = at; j < at + COEFFICIENTS; j++) {
      p[j] <<= DROPPED_BITS;
    }
  }

  /**
   * Whether a magnitude reaches {@code bound}. Which coefficient it is stays hidden; the answer is
   * what the rejection loop of signing acts on.
   */
  public static boolean reaches(int[] p, int at, int count, int bound) {
    int found = 0;
    for (int j = at; j < at + count; j++) {
      int sign = p[j] >> 31;
      int magnitude = (p[j] ^ sign) - sign;
      found |= bound - 1 - magnitude;
    }
    return found < 0;
  }

  /**
   * Power2Round (algorithm 35): splits normalised coefficients into {@code high} and a low part
   * between -2^12 + 1 and 2^12, which stays in {@code p}.
   */
  public static void powerToRound(int[] p, int at, int[] high, int highAt) {
    for (int j = 0; j < COEFFICIENTS; j++) {
      int value = p[at + j];
      int top = (value + (1 << (DROPPED_BITS - 1)) - 1) >> DROPPED_BITS;
      high[highAt + j] = top;
      p[at + j] = value - (top << DROPPED_BITS);
    }
  }

  /** HighBits of a normalised number (algorithm 37), without a division: see {@link #decompose}. */
  private static int highBits(int value, int gamma) {
    int blocks = (value + 127) >> 7;
    if (gamma == (MODULUS - 1) / 32) {
      return ((blocks * 1025 + (1 << 21)) >> 22) & 15;
    }
    int top = (blocks * 11_275 + (1 << 23)) >> 24;
    return top ^ ((43 - top) >> 31 & top);
  }

  private static int lowBits(int value, int top, int gamma) {
    int low = value - top * 2 * gamma;
    return low - ((((MODULUS - 1) / 2 - low) >> 31) & MODULUS);
  }

  /**
   * Decompose (algorithm 36): splits normalised coefficients into {@code high} and a low part of at
   * most gamma2 in magnitude, which stays in {@code p}. The parameter is public, the rest is not:
   * the quotient by 2 gamma2 comes from a multiplication by 1025 / 2^22 or 11275 / 2^24 of the
   * number of 128s, which is exact for all numbers below q.
   */
  public static void decompose(int[] p, int at, int gamma, int[] high, int highAt) {
    for (int j = 0; j < COEFFICIENTS; j++) {
      int value = p[at + j];
      int top = highBits(value, gamma);
      high[highAt + j] = top;
      p[at + j] = lowBits(value, top, gamma);
    }
  }

  /**
   * MakeHint (algorithm 39): replaces the high parts by 1 where adding the low part, which has been
   * corrected, changes them, else by 0.
   *
   * @return how many hints are 1
   */
  public static int makeHint(int[] low, int lowAt, int[] high, int highAt, int gamma) {
    int ones = 0;
    for (int j = 0; j < COEFFICIENTS; j++) {
      int value = low[lowAt + j];
      // 1 if value > gamma or value < -gamma, or value == -gamma and high != 0.
      int above = (gamma - value) >>> 31;
      int below = (value + gamma) >>> 31;
      int edge = value + gamma;
      int isEdge = 1 - ((edge | -edge) >>> 31);
      int hasHigh = (high[highAt + j] | -high[highAt + j]) >>> 31;
      int hint = above | below | (isEdge & hasHigh);
      high[highAt + j] = hint;
      ones += hint;
    }
    return ones;
  }

  /** UseHint (algorithm 40): replaces normalised coefficients by their corrected high parts. */
  public static void useHint(int[] p, int at, int gamma, byte[] hints) {
    int mask = gamma == (MODULUS - 1) / 32 ? 15 : 43;
    for (int j = 0; j < COEFFICIENTS; j++) {
      int top = highBits(p[at + j], gamma);
      int low = lowBits(p[at + j], top, gamma);
      if (hints[j] != 0) {
        top += low > 0 ? 1 : -1;
        if (mask == 15) {
          top &= 15;
        } else if (top > 43) {
          top = 0;
        } else if (top < 0) {
          top = 43;
        }
      }
      p[at + j] = top;
    }
  }

  /**
   * Takes uniform coefficients from random bytes (algorithm 30), until the bytes or the places end.
   * The bytes are public.
   *
   * @param length a multiple of 3
   * @param filled coefficients that are there already
   * @return coefficients that are there now
   */
  public static int sampleUniform(
      byte[] input, int offset, int length, int[] p, int at, int filled) {
    int count = filled;
    for (int i = offset; i < offset + length && count < COEFFICIENTS; i += 3) {
      int value = (input[i] & 0xFF) | (input[i + 1] & 0xFF) << 8 | (input[i + 2] & 0x7F) << 16;
      if (value < MODULUS) {
        p[at + count] = value;
        count++;
      }
    }
    return count;
  }

  /**
   * Takes coefficients between -eta and eta from random bytes (algorithm 31). Which half bytes are
   * rejected is no secret; the values that are taken are.
   *
   * @param filled coefficients that are there already
   * @return coefficients that are there now
   */
  public static int sampleSmall(
      byte[] input, int offset, int length, int eta, int[] p, int at, int filled) {
    int count = filled;
    int limit = eta == 2 ? 15 : 9;
    for (int i = 2 * offset; i < 2 * (offset + length) && count < COEFFICIENTS; i++) {
      int half = input[i >> 1] >> (4 * (i & 1)) & 15;
      if (half < limit) {
        // For eta 2: half modulo 5, where 205 / 2^10 is a little more than 1 / 5.
        int value = eta == 2 ? half - ((half * 205) >> 10) * 5 : half;
        p[at + count] = eta - value;
        count++;
      }
    }
    return count;
  }

  /**
   * Packs with {@code bits} bits each, least significant bit first (SimpleBitPack, algorithm 16).
   */
  public static void pack(int[] p, int at, int bits, byte[] output, int offset) {
    pack(p, at, bits, 0, 1, output, offset);
  }

  /** Packs {@code base - coefficient} (BitPack, algorithm 17). */
  public static void packDifference(
      int[] p, int at, int bits, int base, byte[] output, int offset) {
    pack(p, at, bits, base, -1, output, offset);
  }

  private static void pack(
      int[] p, int at, int bits, int base, int sign, byte[] output, int offset) {
    long buffer = 0;
    int filled = 0;
    int next = offset;
    for (int j = 0; j < COEFFICIENTS; j++) {
      buffer |= (long) (base + sign * p[at + j]) << filled;
      filled += bits;
      while (filled >= 8) {
        output[next] = (byte) buffer;
        next++;
        buffer >>>= 8;
        filled -= 8;
      }
    }
  }

  /** Undoes {@link #pack} (SimpleBitUnpack, algorithm 18). */
  public static void unpack(byte[] input, int offset, int bits, int[] p, int at) {
    unpack(input, offset, bits, 0, 1, p, at);
  }

  /** Undoes {@link #packDifference} (BitUnpack, algorithm 19). */
  public static void unpackDifference(
      byte[] input, int offset, int bits, int base, int[] p, int at) {
    unpack(input, offset, bits, base, -1, p, at);
  }

  private static void unpack(
      byte[] input, int offset, int bits, int base, int sign, int[] p, int at) {
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
      p[at + j] = base + sign * (buffer & mask);
      buffer >>>= bits;
      filled -= bits;
    }
  }
}
