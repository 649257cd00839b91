package edgex.crypto.primitive;

import org.teavm.interop.Address;
import org.teavm.interop.Import;
import org.teavm.interop.Unmanaged;
import org.teavm.interop.c.Include;

/**
 * The compression functions of SHA-2 in C; the class of this name in libraries/crypto says what
 * each method does.
 */
public final class Sha2Primitive {

  private Sha2Primitive() {}

  /** See {@code libraries/crypto}. */
  @Unmanaged
  public static void compress256(int[] state, byte[] input, int offset, int blocks) {
    compress256(Address.ofData(state), Elements.at(input, offset), blocks);
  }

  @Import(name = "edgex_crypto_sha256")
  @Include("crypto-calls.h")
  @Unmanaged
  private static native void compress256(Address state, Address input, int blocks);

  /** See {@code libraries/crypto}. */
  @Unmanaged
  public static void compress512(long[] state, byte[] input, int offset, int blocks) {
    compress512(Address.ofData(state), Elements.at(input, offset), blocks);
  }

  @Import(name = "edgex_crypto_sha512")
  @Include("crypto-calls.h")
  @Unmanaged
  private static native void compress512(Address state, Address input, int blocks);
}
