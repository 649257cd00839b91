package edgex.crypto.primitive;

import org.teavm.interop.Address;
import org.teavm.interop.Import;
import org.teavm.interop.Unmanaged;
import org.teavm.interop.c.Include;

/**
 * Polynomials of ML-KEM in C; the class of this name in libraries/crypto says what each method
 * does.
 */
public final class MlKemPrimitive {
  /** Coefficients of a polynomial. */
  public static final int COEFFICIENTS = 256;

  /** The modulus. */
  public static final int MODULUS = 3329;

  private MlKemPrimitive() {}

  /** See {@code libraries/crypto}. */
  @Unmanaged
  public static void transform(short[] p, int at) {
    transform(Elements.at(p, at));
  }

  @Import(name = "edgex_crypto_kem_transform")
  @Include("crypto-calls.h")
  @Unmanaged
  private static native void transform(Address p);

  /** See {@code libraries/crypto}. */
  @Unmanaged
  public static void inverseTransform(short[] p, int at) {
    inverseTransform(Elements.at(p, at));
  }

  @Import(name = "edgex_crypto_kem_inverse_transform")
  @Include("crypto-calls.h")
  @Unmanaged
  private static native void inverseTransform(Address p);

  /** See {@code libraries/crypto}. */
  @Unmanaged
  public static void multiply(
      short[] result, int resultAt, short[] a, int aAt, short[] b, int bAt, int count) {
    multiply(Elements.at(result, resultAt), Elements.at(a, aAt), Elements.at(b, bAt), count);
  }

  @Import(name = "edgex_crypto_kem_multiply")
  @Include("crypto-calls.h")
  @Unmanaged
  private static native void multiply(Address result, Address a, Address b, int count);

  /** See {@code libraries/crypto}. */
  @Unmanaged
  public static void reduce(short[] p, int at, int count) {
    reduce(Elements.at(p, at), count);
  }

  @Import(name = "edgex_crypto_kem_reduce")
  @Include("crypto-calls.h")
  @Unmanaged
  private static native void reduce(Address p, int count);

  /** See {@code libraries/crypto}. */
  @Unmanaged
  public static void scaleAndAdd(short[] p, int at, short[] addend, int addendAt) {
    scaleAndAdd(Elements.at(p, at), Elements.at(addend, addendAt));
  }

  @Import(name = "edgex_crypto_kem_scale_and_add")
  @Include("crypto-calls.h")
  @Unmanaged
  private static native void scaleAndAdd(Address p, Address addend);

  /** See {@code libraries/crypto}. */
  @Unmanaged
  public static void add(short[] p, int at, short[] addend, int addendAt) {
    add(Elements.at(p, at), Elements.at(addend, addendAt));
  }

  @Import(name = "edgex_crypto_kem_add")
  @Include("crypto-calls.h")
  @Unmanaged
  private static native void add(Address p, Address addend);

  /** See {@code libraries/crypto}. */
  @Unmanaged
  public static void subtractFrom(short[] p, int at, short[] minuend, int minuendAt) {
    subtractFrom(Elements.at(p, at), Elements.at(minuend, minuendAt));
  }

  @Import(name = "edgex_crypto_kem_subtract_from")
  @Include("crypto-calls.h")
  @Unmanaged
  private static native void subtractFrom(Address p, Address minuend);

  /** See {@code libraries/crypto}. */
  @Unmanaged
  public static int sampleUniform(
      byte[] input, int offset, int length, short[] p, int at, int filled) {
    return sampleUniform(Elements.at(input, offset), length, Elements.at(p, at), filled);
  }

  @Import(name = "edgex_crypto_kem_sample_uniform")
  @Include("crypto-calls.h")
  @Unmanaged
  private static native int sampleUniform(Address input, int length, Address p, int filled);

  /** See {@code libraries/crypto}. */
  @Unmanaged
  public static void sampleBinomial(byte[] input, int offset, int eta, short[] p, int at) {
    sampleBinomial(Elements.at(input, offset), eta, Elements.at(p, at));
  }

  @Import(name = "edgex_crypto_kem_sample_binomial")
  @Include("crypto-calls.h")
  @Unmanaged
  private static native void sampleBinomial(Address input, int eta, Address p);

  /** See {@code libraries/crypto}. */
  @Unmanaged
  public static void encode(short[] p, int at, int bits, byte[] output, int offset) {
    encode(Elements.at(p, at), bits, Elements.at(output, offset));
  }

  @Import(name = "edgex_crypto_kem_encode")
  @Include("crypto-calls.h")
  @Unmanaged
  private static native void encode(Address p, int bits, Address output);

  /** See {@code libraries/crypto}. */
  @Unmanaged
  public static void decode(byte[] input, int offset, int bits, short[] p, int at) {
    decode(Elements.at(input, offset), bits, Elements.at(p, at));
  }

  @Import(name = "edgex_crypto_kem_decode")
  @Include("crypto-calls.h")
  @Unmanaged
  private static native void decode(Address input, int bits, Address p);
}
