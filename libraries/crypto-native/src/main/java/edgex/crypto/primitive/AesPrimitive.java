package edgex.crypto.primitive;

import org.teavm.interop.Address;
import org.teavm.interop.Import;
import org.teavm.interop.Unmanaged;
import org.teavm.interop.c.Include;

/**
 * AES by the processor's instructions, or by {@link AesReference}; the class of this name in
 * libraries/crypto says what each method does.
 */
public final class AesPrimitive {
  /** Bytes of a block. */
  public static final int BLOCK_BYTES = 16;

  /** Longs of an expanded key and of working memory. */
  public static final int SCHEDULE_LONGS = 128;

  /** A counter in the first four bytes, least significant byte first. */
  public static final int FIRST_WORD = 0;

  /** A counter in the last four bytes, most significant byte first. */
  public static final int LAST_WORD = 1;

  private static final int CIPHER = 0;
  private static final int INVERSE = 1;

  private AesPrimitive() {}

  /** See {@code libraries/crypto}. */
  public static int rounds(int keyBytes) {
    return keyBytes / 4 + 6;
  }

  /** See {@code libraries/crypto}. */
  public static void expandKey(byte[] key, int offset, int keyBytes, long[] schedule) {
    if (!expandInC(key, offset, keyBytes, schedule)) {
      AesReference.expandKey(key, offset, keyBytes, schedule);
    }
  }

  @Unmanaged
  private static boolean expandInC(byte[] key, int offset, int keyBytes, long[] schedule) {
    return expandKey(Elements.at(key, offset), keyBytes, Address.ofData(schedule)) != 0;
  }

  @Import(name = "edgex_crypto_aes_expand_key")
  @Include("crypto-calls.h")
  @Unmanaged
  private static native int expandKey(Address key, int keyBytes, Address schedule);

  /** See {@code libraries/crypto}. */
  public static void encrypt(
      long[] schedule,
      int rounds,
      byte[] input,
      int offset,
      byte[] output,
      int outputOffset,
      int blocks) {
    if (!transform(CIPHER, schedule, rounds, input, offset, output, outputOffset, blocks)) {
      AesReference.encrypt(schedule, rounds, input, offset, output, outputOffset, blocks);
    }
  }

  /** See {@code libraries/crypto}. */
  public static void decrypt(
      long[] schedule,
      int rounds,
      byte[] input,
      int offset,
      byte[] output,
      int outputOffset,
      int blocks) {
    if (!transform(INVERSE, schedule, rounds, input, offset, output, outputOffset, blocks)) {
      AesReference.decrypt(schedule, rounds, input, offset, output, outputOffset, blocks);
    }
  }

  @Unmanaged
  private static boolean transform(
      int direction,
      long[] schedule,
      int rounds,
      byte[] input,
      int offset,
      byte[] output,
      int outputOffset,
      int blocks) {
    Address in = Elements.at(input, offset);
    Address out = Elements.at(output, outputOffset);
    return transform(direction, Address.ofData(schedule), rounds, in, out, blocks) != 0;
  }

  @Import(name = "edgex_crypto_aes_transform")
  @Include("crypto-calls.h")
  @Unmanaged
  private static native int transform(
      int direction, Address schedule, int rounds, Address input, Address output, int blocks);

  /** See {@code libraries/crypto}. */
  @Unmanaged
  public static boolean addStream(
      long[] schedule,
      int rounds,
      byte[] counter,
      int place,
      byte[] input,
      int offset,
      byte[] output,
      int outputOffset,
      int blocks) {
    Address in = Elements.at(input, offset);
    Address out = Elements.at(output, outputOffset);
    Address block = Address.ofData(counter);
    return addStream(Address.ofData(schedule), rounds, block, place, in, out, blocks) != 0;
  }

  @Import(name = "edgex_crypto_aes_add_stream")
  @Include("crypto-calls.h")
  @Unmanaged
  private static native int addStream(
      Address schedule,
      int rounds,
      Address counter,
      int place,
      Address input,
      Address output,
      int blocks);
}
