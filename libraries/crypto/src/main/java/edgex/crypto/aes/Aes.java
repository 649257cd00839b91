package edgex.crypto.aes;

import edgex.crypto.ConstantTime;
import edgex.crypto.primitive.AesPrimitive;
import java.util.Objects;

/** The block cipher AES (FIPS 197) with one key. A single block alone hides nothing: see modes. */
public final class Aes {
  /** Bytes of a block. */
  public static final int BLOCK_BYTES = AesPrimitive.BLOCK_BYTES;

  private final long[] schedule = new long[AesPrimitive.SCHEDULE_LONGS];
  private int rounds;

  /** Makes a cipher without a key: {@link #load} gives it. */
  public Aes() {}

  /**
   * Makes a cipher with a key.
   *
   * @throws IllegalArgumentException if the key has not 16, 24 or 32 bytes
   */
  public Aes(byte[] key) {
    load(key, 0, key.length);
  }

  /**
   * Takes another key.
   *
   * @throws IllegalArgumentException if the key has not 16, 24 or 32 bytes
   */
  public void load(byte[] key, int offset, int length) {
    if (length != 16 && length != 24 && length != 32) {
      throw new IllegalArgumentException("AES has keys of 16, 24 or 32 bytes, not " + length);
    }
    Objects.checkFromIndexSize(offset, length, key.length);
    AesPrimitive.expandKey(key, offset, length, schedule);
    rounds = AesPrimitive.rounds(length);
  }

  /** Encrypts whole blocks; input and output may be the same range. */
  public void encrypt(byte[] input, int offset, byte[] output, int outputOffset, int blocks) {
    requireKey();
    requireBlocks(input, offset, output, outputOffset, blocks);
    AesPrimitive.encrypt(schedule, rounds, input, offset, output, outputOffset, blocks);
  }

  /** Decrypts whole blocks; input and output may be the same range. */
  public void decrypt(byte[] input, int offset, byte[] output, int outputOffset, int blocks) {
    requireKey();
    requireBlocks(input, offset, output, outputOffset, blocks);
    AesPrimitive.decrypt(schedule, rounds, input, offset, output, outputOffset, blocks);
  }

  /** The fast way of counter mode: see {@link AesPrimitive#addStream}. */
  boolean addStream(
      byte[] counter,
      int place,
      byte[] input,
      int offset,
      byte[] output,
      int outputOffset,
      int blocks) {
    requireKey();
    requireBlocks(input, offset, output, outputOffset, blocks);
    return AesPrimitive.addStream(
        schedule, rounds, counter, place, input, offset, output, outputOffset, blocks);
  }

  private static void requireBlocks(
      byte[] input, int offset, byte[] output, int outputOffset, int blocks) {
    Objects.checkFromIndexSize(offset, blocks * BLOCK_BYTES, input.length);
    Objects.checkFromIndexSize(outputOffset, blocks * BLOCK_BYTES, output.length);
  }

  private void requireKey() {
    if (rounds == 0) {
      throw new IllegalStateException("no key is loaded");
    }
  }

  /** Forgets the key. */
  public void wipe() {
    rounds = 0;
    ConstantTime.wipe(schedule);
  }
}
