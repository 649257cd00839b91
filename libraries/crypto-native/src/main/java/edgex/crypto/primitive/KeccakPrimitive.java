package edgex.crypto.primitive;

import org.teavm.interop.Address;
import org.teavm.interop.Import;
import org.teavm.interop.Unmanaged;
import org.teavm.interop.c.Include;

/** Keccak-p[1600] in C; the class of this name in libraries/crypto says what each method does. */
public final class KeccakPrimitive {
  /** Lanes of one state. */
  public static final int LANES = 25;

  private KeccakPrimitive() {}

  /** See {@code libraries/crypto}. */
  @Unmanaged
  public static void absorb(
      long[] state, int rounds, int rateBytes, byte[] input, int offset, int blocks) {
    absorb(Address.ofData(state), rounds, rateBytes, Elements.at(input, offset), blocks);
  }

  @Import(name = "edgex_crypto_keccak_absorb")
  @Include("crypto-calls.h")
  @Unmanaged
  private static native void absorb(
      Address state, int rounds, int rateBytes, Address input, int blocks);

  /** See {@code libraries/crypto}. */
  @Unmanaged
  public static void squeeze(
      long[] states,
      int count,
      int rounds,
      int rateBytes,
      byte[] output,
      int offset,
      int strideBytes,
      int blocks) {
    squeeze(
        Address.ofData(states),
        count,
        rounds,
        rateBytes,
        Elements.at(output, offset),
        strideBytes,
        blocks);
  }

  @Import(name = "edgex_crypto_keccak_squeeze")
  @Include("crypto-calls.h")
  @Unmanaged
  private static native void squeeze(
      Address states,
      int count,
      int rounds,
      int rateBytes,
      Address output,
      int strideBytes,
      int blocks);

  /** See {@code libraries/crypto}. */
  @Unmanaged
  public static void permute(long[] state, int at, int rounds) {
    permute(Elements.at(state, at), rounds);
  }

  @Import(name = "edgex_crypto_keccak_permute")
  @Include("crypto-calls.h")
  @Unmanaged
  private static native void permute(Address state, int rounds);
}
