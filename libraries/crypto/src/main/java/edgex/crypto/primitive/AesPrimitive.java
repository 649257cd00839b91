package edgex.crypto.primitive;

/**
 * The block cipher AES (FIPS 197), in constant time. A native twin uses the processor's
 * instructions where there are some and falls back to {@link AesReference} where there are none.
 */
public final class AesPrimitive {
  /** Bytes of a block. */
  public static final int BLOCK_BYTES = 16;

  /** Longs of an expanded key, whose form is up to who expanded it, and of working memory. */
  public static final int SCHEDULE_LONGS = 128;

  /** A counter in the first four bytes, least significant byte first. */
  public static final int FIRST_WORD = 0;

  /** A counter in the last four bytes, most significant byte first. */
  public static final int LAST_WORD = 1;

  private AesPrimitive() {}

  /** Rounds for a key of 16, 24 or 32 bytes: 10, 12 or 14. */
  public static int rounds(int keyBytes) {
    return keyBytes / 4 + 6;
  }

  /** Expands a key of 16, 24 or 32 bytes (section 5.2) into {@link #SCHEDULE_LONGS} longs. */
  public static void expandKey(byte[] key, int offset, int keyBytes, long[] schedule) {
    AesReference.expandKey(key, offset, keyBytes, schedule);
  }

  /** Encrypts blocks; input and output may be the same range. */
  public static void encrypt(
      long[] schedule,
      int rounds,
      byte[] input,
      int offset,
      byte[] output,
      int outputOffset,
      int blocks) {
    AesReference.encrypt(schedule, rounds, input, offset, output, outputOffset, blocks);
  }

  /** Decrypts blocks; input and output may be the same range. */
  public static void decrypt(
      long[] schedule,
      int rounds,
      byte[] input,
      int offset,
      byte[] output,
      int outputOffset,
      int blocks) {
    AesReference.decrypt(schedule, rounds, input, offset, output, outputOffset, blocks);
  }

  /**
   * Adds the encryptions of a counter to blocks, if there is a faster way to do so than block by
   * block. Input and output may be the same range.
   *
   * @param counter the block to begin with; left behind the last one used
   * @param place which word of it counts: {@link #FIRST_WORD} or {@link #LAST_WORD}
   * @return whether it was done; if not, nothing has changed
   */
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
    return false;
  }
}
