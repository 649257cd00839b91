package edgex.crypto.aes;

import edgex.crypto.ConstantTime;
import java.util.Objects;

/** AES as a key stream: the encryptions of a block that counts (SP 800-38A, section 6.5). */
public final class CounterMode {
  private static final int BATCH_BLOCKS = 16;

  private final Aes aes;
  private final CounterField field;
  private final byte[] stream = new byte[BATCH_BLOCKS * Aes.BLOCK_BYTES];

  /** Uses a cipher that the caller keeps. */
  public CounterMode(Aes aes, CounterField field) {
    this.aes = aes;
    this.field = field;
  }

  /**
   * Adds the key stream to a text. Input and output may be the same range.
   *
   * @param counter the block to begin with; left behind the last one used, so that another call
   *     continues if {@code length} was a multiple of the block
   */
  public void transform(
      byte[] counter, byte[] input, int offset, int length, byte[] output, int outputOffset) {
    Objects.checkFromIndexSize(offset, length, input.length);
    Objects.checkFromIndexSize(outputOffset, length, output.length);
    Objects.checkFromIndexSize(0, Aes.BLOCK_BYTES, counter.length);
    int whole = length / Aes.BLOCK_BYTES;
    boolean fast =
        field.place() >= 0
            && aes.addStream(counter, field.place(), input, offset, output, outputOffset, whole);
    int start = fast ? whole * Aes.BLOCK_BYTES : 0;
    for (int done = start; done < length; done += stream.length) {
      int part = Math.min(stream.length, length - done);
      int blocks = (part + Aes.BLOCK_BYTES - 1) / Aes.BLOCK_BYTES;
      for (int block = 0; block < blocks; block++) {
        System.arraycopy(counter, 0, stream, block * Aes.BLOCK_BYTES, Aes.BLOCK_BYTES);
        field.increment(counter);
      }
      aes.encrypt(stream, 0, stream, 0, blocks);
      for (int i = 0; i < part; i++) {
        output[outputOffset + done + i] = (byte) (input[offset + done + i] ^ stream[i]);
      }
    }
    ConstantTime.wipe(stream);
  }
}
