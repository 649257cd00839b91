package edgex.crypto.primitive;

import org.teavm.interop.Address;
import org.teavm.interop.Import;
import org.teavm.interop.Unmanaged;
import org.teavm.interop.c.Include;

/**
 * GHASH by the processor's multiplication without carries, or by {@link GhashReference}; the class
 * of this name in libraries/crypto says what each method does.
 */
public final class GhashPrimitive {
  /** Longs of a state. */
  public static final int STATE_LONGS = 36;

  private GhashPrimitive() {}

  /** See {@code libraries/crypto}. */
  public static void start(long[] state, byte[] key, int offset) {
    if (!startInC(state, key, offset)) {
      GhashReference.start(state, key, offset);
    }
  }

  @Unmanaged
  private static boolean startInC(long[] state, byte[] key, int offset) {
    return start(Address.ofData(state), Elements.at(key, offset)) != 0;
  }

  @Import(name = "edgex_crypto_ghash_start")
  @Include("crypto-calls.h")
  @Unmanaged
  private static native int start(Address state, Address key);

  /** See {@code libraries/crypto}. */
  public static void update(long[] state, byte[] input, int offset, int blocks) {
    if (!updateInC(state, input, offset, blocks)) {
      GhashReference.update(state, input, offset, blocks);
    }
  }

  @Unmanaged
  private static boolean updateInC(long[] state, byte[] input, int offset, int blocks) {
    return update(Address.ofData(state), Elements.at(input, offset), blocks) != 0;
  }

  @Import(name = "edgex_crypto_ghash_update")
  @Include("crypto-calls.h")
  @Unmanaged
  private static native int update(Address state, Address input, int blocks);

  /** See {@code libraries/crypto}. */
  public static void write(long[] state, byte[] output, int offset) {
    GhashReference.write(state, output, offset);
  }
}
