package edgex.crypto.primitive;

import org.teavm.interop.Address;
import org.teavm.interop.Import;
import org.teavm.interop.Unmanaged;
import org.teavm.interop.c.Include;

/**
 * Polynomials of ML-DSA in C; the class of this name in libraries/crypto says what each method
 * does.
 */
public final class MlDsaPrimitive {
  /** Coefficients of a polynomial. */
  public static final int COEFFICIENTS = 256;

  /** The modulus, 2^23 - 2^13 + 1. */
  public static final int MODULUS = 8_380_417;

  /** Bits that key generation drops from t. */
  public static final int DROPPED_BITS = 13;

  private MlDsaPrimitive() {}

  /** See {@code libraries/crypto}. */
  @Unmanaged
  public static void transform(int[] p, int at) {
    transform(Elements.at(p, at));
  }

  @Import(name = "edgex_crypto_dsa_transform")
  @Include("crypto-calls.h")
  @Unmanaged
  private static native void transform(Address p);

  /** See {@code libraries/crypto}. */
  @Unmanaged
  public static void inverseTransform(int[] p, int at) {
    inverseTransform(Elements.at(p, at));
  }

  @Import(name = "edgex_crypto_dsa_inverse_transform")
  @Include("crypto-calls.h")
  @Unmanaged
  private static native void inverseTransform(Address p);

  /** See {@code libraries/crypto}. */
  @Unmanaged
  public static void multiply(
      int[] result, int resultAt, int[] a, int aAt, int[] b, int bAt, int count) {
    multiply(Elements.at(result, resultAt), Elements.at(a, aAt), Elements.at(b, bAt), count);
  }

  @Import(name = "edgex_crypto_dsa_multiply")
  @Include("crypto-calls.h")
  @Unmanaged
  private static native void multiply(Address result, Address a, Address b, int count);

  /** See {@code libraries/crypto}. */
  @Unmanaged
  public static void multiplyAndAdd(int[] sum, int sumAt, int[] a, int aAt, int[] b, int bAt) {
    multiplyAndAdd(Elements.at(sum, sumAt), Elements.at(a, aAt), Elements.at(b, bAt));
  }

  @Import(name = "edgex_crypto_dsa_multiply_and_add")
  @Include("crypto-calls.h")
  @Unmanaged
  private static native void multiplyAndAdd(Address sum, Address a, Address b);

  /** See {@code libraries/crypto}. */
  @Unmanaged
  public static void add(int[] p, int at, int[] addend, int addendAt) {
    add(Elements.at(p, at), Elements.at(addend, addendAt));
  }

  @Import(name = "edgex_crypto_dsa_add")
  @Include("crypto-calls.h")
  @Unmanaged
  private static native void add(Address p, Address addend);

  /** See {@code libraries/crypto}. */
  @Unmanaged
  public static void subtract(int[] p, int at, int[] subtrahend, int subtrahendAt) {
    subtract(Elements.at(p, at), Elements.at(subtrahend, subtrahendAt));
  }

  @Import(name = "edgex_crypto_dsa_subtract")
  @Include("crypto-calls.h")
  @Unmanaged
  private static native void subtract(Address p, Address subtrahend);

  /** See {@code libraries/crypto}. */
  @Unmanaged
  public static void reduce(int[] p, int at, int count) {
    reduce(Elements.at(p, at), count);
  }

  @Import(name = "edgex_crypto_dsa_reduce")
  @Include("crypto-calls.h")
  @Unmanaged
  private static native void reduce(Address p, int count);

  /** See {@code libraries/crypto}. */
  @Unmanaged
  public static void normalise(int[] p, int at, int count) {
    normalise(Elements.at(p, at), count);
  }

  @Import(name = "edgex_crypto_dsa_normalise")
  @Include("crypto-calls.h")
  @Unmanaged
  private static native void normalise(Address p, int count);

  /** See {@code libraries/crypto}. */
  @Unmanaged
  public static void shiftLeft(int[] p, int at) {
    shiftLeft(Elements.at(p, at));
  }

  @Import(name = "edgex_crypto_dsa_shift_left")
  @Include("crypto-calls.h")
  @Unmanaged
  private static native void shiftLeft(Address p);

  /** See {@code libraries/crypto}. */
  @Unmanaged
  public static boolean reaches(int[] p, int at, int count, int bound) {
    return reaches(Elements.at(p, at), count, bound) != 0;
  }

  @Import(name = "edgex_crypto_dsa_reaches")
  @Include("crypto-calls.h")
  @Unmanaged
  private static native int reaches(Address p, int count, int bound);

  /** See {@code libraries/crypto}. */
  @Unmanaged
  public static void powerToRound(int[] p, int at, int[] high, int highAt) {
    powerToRound(Elements.at(p, at), Elements.at(high, highAt));
  }

  @Import(name = "edgex_crypto_dsa_power_to_round")
  @Include("crypto-calls.h")
  @Unmanaged
  private static native void powerToRound(Address p, Address high);

  /** See {@code libraries/crypto}. */
  @Unmanaged
  public static void decompose(int[] p, int at, int gamma, int[] high, int highAt) {
    decompose(Elements.at(p, at), gamma, Elements.at(high, highAt));
  }

  @Import(name = "edgex_crypto_dsa_decompose")
  @Include("crypto-calls.h")
  @Unmanaged
  private static native void decompose(Address p, int gamma, Address high);

  /** See {@code libraries/crypto}. */
  @Unmanaged
  public static int makeHint(int[] low, int lowAt, int[] high, int highAt, int gamma) {
    return makeHint(Elements.at(low, lowAt), Elements.at(high, highAt), gamma);
  }

  @Import(name = "edgex_crypto_dsa_make_hint")
  @Include("crypto-calls.h")
  @Unmanaged
  private static native int makeHint(Address low, Address high, int gamma);

  /** See {@code libraries/crypto}. */
  @Unmanaged
  public static void useHint(int[] p, int at, int gamma, byte[] hints) {
    useHint(Elements.at(p, at), gamma, Address.ofData(hints));
  }

  @Import(name = "edgex_crypto_dsa_use_hint")
  @Include("crypto-calls.h")
  @Unmanaged
  private static native void useHint(Address p, int gamma, Address hints);

  /** See {@code libraries/crypto}. */
  @Unmanaged
  public static int sampleUniform(
      byte[] input, int offset, int length, int[] p, int at, int filled) {
    return sampleUniform(Elements.at(input, offset), length, Elements.at(p, at), filled);
  }

  @Import(name = "edgex_crypto_dsa_sample_uniform")
  @Include("crypto-calls.h")
  @Unmanaged
  private static native int sampleUniform(Address input, int length, Address p, int filled);

  /** See {@code libraries/crypto}. */
  @Unmanaged
  public static int sampleSmall(
      byte[] input, int offset, int length, int eta, int[] p, int at, int filled) {
    return sampleSmall(Elements.at(input, offset), length, eta, Elements.at(p, at), filled);
  }

  @Import(name = "edgex_crypto_dsa_sample_small")
  @Include("crypto-calls.h")
  @Unmanaged
  private static native int sampleSmall(Address input, int length, int eta, Address p, int filled);

  /** See {@code libraries/crypto}. */
  @Unmanaged
  public static void pack(int[] p, int at, int bits, byte[] output, int offset) {
    pack(Elements.at(p, at), bits, 0, 1, Elements.at(output, offset));
  }

  @Import(name = "edgex_crypto_dsa_pack")
  @Include("crypto-calls.h")
  @Unmanaged
  private static native void pack(Address p, int bits, int base, int sign, Address output);

  /** See {@code libraries/crypto}. */
  @Unmanaged
  public static void packDifference(
      int[] p, int at, int bits, int base, byte[] output, int offset) {
    pack(Elements.at(p, at), bits, base, -1, Elements.at(output, offset));
  }

  /** See {@code libraries/crypto}. */
  @Unmanaged
  public static void unpack(byte[] input, int offset, int bits, int[] p, int at) {
    unpack(Elements.at(input, offset), bits, 0, 1, Elements.at(p, at));
  }

  @Import(name = "edgex_crypto_dsa_unpack")
  @Include("crypto-calls.h")
  @Unmanaged
  private static native void unpack(Address input, int bits, int base, int sign, Address p);

  /** See {@code libraries/crypto}. */
  @Unmanaged
  public static void unpackDifference(
      byte[] input, int offset, int bits, int base, int[] p, int at) {
    unpack(Elements.at(input, offset), bits, base, -1, Elements.at(p, at));
  }
}
