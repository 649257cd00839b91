package edgex.crypto.chacha;

import edgex.crypto.ConstantTime;
import edgex.crypto.primitive.Poly1305Primitive;
import java.util.Arrays;

/** The authenticator Poly1305 (RFC 8439, section 2.5). A key is good for one message. */
public final class Poly1305 {
  /** Bytes of a key: r, then s. */
  public static final int KEY_BYTES = 32;

  /** Bytes of a tag. */
  public static final int TAG_BYTES = 16;

  private static final int BLOCK_BYTES = 16;

  private final long[] state = new long[Poly1305Primitive.STATE_LONGS];
  private final byte[] pad = new byte[16];
  private final byte[] block = new byte[BLOCK_BYTES];
  private int position;

  /** Makes an authenticator without a key. */
  public Poly1305() {}

  /** Sets the key and begins its message. */
  public void start(byte[] key, int offset) {
    Poly1305Primitive.start(state, key, offset);
    System.arraycopy(key, offset + 16, pad, 0, 16);
    position = 0;
  }

  /** Appends bytes to the message. */
  public void update(byte[] input, int offset, int length) {
    int next = offset;
    int left = length;
    if (position > 0) {
      int part = Math.min(left, BLOCK_BYTES - position);
      System.arraycopy(input, next, block, position, part);
      position += part;
      next += part;
      left -= part;
      if (position < BLOCK_BYTES) {
        return;
      }
      Poly1305Primitive.update(state, block, 0, 1, 1);
    }
    int blocks = left / BLOCK_BYTES;
    Poly1305Primitive.update(state, input, next, blocks, 1);
    position = left - blocks * BLOCK_BYTES;
    System.arraycopy(input, next + blocks * BLOCK_BYTES, block, 0, position);
  }

  /** Appends zeros until the message has whole blocks. */
  void pad() {
    if (position > 0) {
      Arrays.fill(block, position, BLOCK_BYTES, (byte) 0);
      Poly1305Primitive.update(state, block, 0, 1, 1);
      position = 0;
    }
  }

  /** Ends the message, writes its tag and forgets the key. */
  public void finish(byte[] output, int offset) {
    if (position > 0) {
      block[position] = 1;
      Arrays.fill(block, position + 1, BLOCK_BYTES, (byte) 0);
      Poly1305Primitive.update(state, block, 0, 1, 0);
    }
    Poly1305Primitive.finish(state, pad, 0, output, offset);
    wipe();
  }

  /** Forgets key and message. */
  public void wipe() {
    ConstantTime.wipe(state);
    ConstantTime.wipe(pad);
    ConstantTime.wipe(block);
    position = 0;
  }
}
