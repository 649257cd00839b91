package edgex.crypto.modular;

import static edgex.crypto.primitive.MontgomeryPrimitive.LIMBS;
import static edgex.crypto.primitive.MontgomeryPrimitive.LIMB_BITS;

import edgex.crypto.ConstantTime;
import edgex.crypto.primitive.MontgomeryPrimitive;
import java.util.Arrays;

/**
 * A prime between 2^252 and 2^256, and arithmetic modulo it in constant time. Numbers are arrays
 * from {@link #newNumber} in the form of {@link MontgomeryPrimitive}; only {@link #decode} and
 * {@link #encode} know what they look like outside. A result may go into an operand.
 */
public final class Modulus {
  /** Bytes of an encoded number. */
  public static final int BYTES = 32;

  private static final long LIMB = (1L << LIMB_BITS) - 1;

  private final long[] modulus;
  private final long inverse;
  private final long[] exponent;

  /** R^2 modulo the prime: a product with it brings a number into Montgomery's form. */
  private final long[] square = new long[LIMBS];

  /** 2^256, for numbers of 64 bytes. */
  private final long[] wide = new long[LIMBS];

  private final long[] plainOne = new long[LIMBS];
  private final long[] one = new long[LIMBS];
  private final long[] power = new long[LIMBS];
  private final long[] scratch = new long[LIMBS];

  /** Takes the prime, 64 hexadecimal digits. */
  public Modulus(String prime) {
    modulus = new long[LIMBS];
    readBigEndian(bytes(prime), 0, modulus);
    // Newton's iteration doubles the bits that are right, from 3 to more than 26.
    long reciprocal = modulus[0];
    for (int bits = 3; bits < LIMB_BITS; bits *= 2) {
      reciprocal *= 2 - modulus[0] * reciprocal;
    }
    inverse = -reciprocal & LIMB;
    exponent = modulus.clone();
    exponent[0] -= 2;
    plainOne[0] = 1;
    System.arraycopy(plainOne, 0, square, 0, LIMBS);
    for (int i = 0; i < 2 * LIMBS * LIMB_BITS; i++) {
      MontgomeryPrimitive.add(square, square, square, modulus);
    }
    multiply(one, plainOne, square);
    System.arraycopy(one, 0, wide, 0, LIMBS);
    for (int i = 0; i < 8 * BYTES; i++) {
      add(wide, wide, wide);
    }
  }

  private static byte[] bytes(String hexadecimal) {
    byte[] bytes = new byte[BYTES];
    for (int i = 0; i < BYTES; i++) {
      bytes[i] = (byte) Integer.parseInt(hexadecimal.substring(2 * i, 2 * i + 2), 16);
    }
    return bytes;
  }

  /** Reads a constant of 64 hexadecimal digits. */
  public void decodeHexadecimal(String hexadecimal, long[] out) {
    decode(bytes(hexadecimal), 0, out);
  }

  /** The number 0. */
  public static long[] newNumber() {
    return new long[LIMBS];
  }

  /** out = 1. */
  public void setOne(long[] out) {
    System.arraycopy(one, 0, out, 0, LIMBS);
  }

  /**
   * Reads 32 bytes, most significant first, and reduces them.
   *
   * @return whether they were below the modulus
   */
  public boolean decode(byte[] bytes, int offset, long[] out) {
    readBigEndian(bytes, offset, scratch);
    return enter(out);
  }

  /** The same for 32 bytes, least significant first. */
  public boolean decodeLittleEndian(byte[] bytes, int offset, long[] out) {
    readLittleEndian(bytes, offset, scratch);
    return enter(out);
  }

  /** Reads 64 bytes, least significant first, and reduces them. */
  public void decodeWideLittleEndian(byte[] bytes, int offset, long[] out) {
    decodeLittleEndian(bytes, offset + BYTES, power);
    multiply(power, power, wide);
    decodeLittleEndian(bytes, offset, out);
    add(out, out, power);
    ConstantTime.wipe(power);
  }

  private boolean enter(long[] out) {
    boolean reduced = MontgomeryPrimitive.isBelow(scratch, modulus) != 0;
    multiply(out, scratch, square);
    ConstantTime.wipe(scratch);
    return reduced;
  }

  /** Writes 32 bytes, most significant first. */
  public void encode(long[] number, byte[] bytes, int offset) {
    encodeLittleEndian(number, bytes, offset);
    for (int i = 0; i < BYTES / 2; i++) {
      byte low = bytes[offset + i];
      bytes[offset + i] = bytes[offset + BYTES - 1 - i];
      bytes[offset + BYTES - 1 - i] = low;
    }
  }

  /** Writes 32 bytes, least significant first. */
  public void encodeLittleEndian(long[] number, byte[] bytes, int offset) {
    multiply(scratch, number, plainOne);
    long pending = 0;
    int pendingBits = 0;
    int limb = 0;
    for (int i = 0; i < BYTES; i++) {
      if (pendingBits < 8) {
        pending |= scratch[limb++] << pendingBits;
        pendingBits += LIMB_BITS;
      }
      bytes[offset + i] = (byte) pending;
      pending >>>= 8;
      pendingBits -= 8;
    }
    ConstantTime.wipe(scratch);
  }

  private static void readBigEndian(byte[] bytes, int offset, long[] limbs) {
    Arrays.fill(limbs, 0);
    for (int i = 0; i < BYTES; i++) {
      place(bytes[offset + BYTES - 1 - i], i, limbs);
    }
  }

  private static void readLittleEndian(byte[] bytes, int offset, long[] limbs) {
    Arrays.fill(limbs, 0);
    for (int i = 0; i < BYTES; i++) {
      place(bytes[offset + i], i, limbs);
    }
  }

  /** Adds a byte of weight 2^(8 index); it may lie across two limbs. */
  private static void place(byte value, int index, long[] limbs) {
    int limb = 8 * index / LIMB_BITS;
    long shifted = (value & 0xFFL) << (8 * index % LIMB_BITS);
    limbs[limb] |= shifted & LIMB;
    if (limb + 1 < LIMBS) {
      limbs[limb + 1] |= shifted >>> LIMB_BITS;
    }
  }

  /** out = a b. */
  public void multiply(long[] out, long[] a, long[] b) {
    MontgomeryPrimitive.multiply(out, a, b, modulus, inverse);
  }

  /** out = a + b. */
  public void add(long[] out, long[] a, long[] b) {
    MontgomeryPrimitive.add(out, a, b, modulus);
  }

  /** out = a - b. */
  public void subtract(long[] out, long[] a, long[] b) {
    MontgomeryPrimitive.subtract(out, a, b, modulus);
  }

  /** out = 1 / a, and 0 for 0: a^(p - 2). The exponent is public, so its bits may be looked at. */
  public void invert(long[] out, long[] a) {
    System.arraycopy(a, 0, scratch, 0, LIMBS);
    setOne(power);
    for (int bit = 8 * BYTES - 1; bit >= 0; bit--) {
      multiply(power, power, power);
      if ((exponent[bit / LIMB_BITS] >> (bit % LIMB_BITS) & 1) != 0) {
        multiply(power, power, scratch);
      }
    }
    System.arraycopy(power, 0, out, 0, LIMBS);
    ConstantTime.wipe(power);
    ConstantTime.wipe(scratch);
  }

  /** Whether a number is 0; only the answer depends on it. */
  public static boolean isZero(long[] number) {
    long bits = 0;
    for (long limb : number) {
      bits |= limb;
    }
    return bits == 0;
  }

  /** Whether two numbers are equal; only the answer depends on them. */
  public static boolean areEqual(long[] a, long[] b) {
    long bits = 0;
    for (int i = 0; i < LIMBS; i++) {
      bits |= a[i] ^ b[i];
    }
    return bits == 0;
  }

  /** Overwrites out with a where {@code mask} is all ones. */
  public static void copyWhere(long mask, long[] a, long[] out) {
    for (int i = 0; i < LIMBS; i++) {
      out[i] ^= (out[i] ^ a[i]) & mask;
    }
  }
}
