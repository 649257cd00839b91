package edgex.crypto.aes;

import edgex.crypto.ByteOrder;
import edgex.crypto.ConstantTime;
import edgex.crypto.primitive.GhashPrimitive;

/** GHASH (SP 800-38D, section 6.4) over byte strings, each padded with zeros to whole blocks. */
final class Ghash {
  private static final int BLOCK_BYTES = 16;

  private final long[] state = new long[GhashPrimitive.STATE_LONGS];
  private final byte[] lastBlock = new byte[BLOCK_BYTES];

  /** Sets the key and begins a message. */
  void start(byte[] key, int offset) {
    GhashPrimitive.start(state, key, offset);
  }

  /** Begins another message with the same key. */
  void restart() {
    state[0] = 0;
    state[1] = 0;
  }

  void updatePadded(byte[] input, int offset, int length) {
    int blocks = length / BLOCK_BYTES;
    GhashPrimitive.update(state, input, offset, blocks);
    int rest = length - blocks * BLOCK_BYTES;
    if (rest > 0) {
      ConstantTime.wipe(lastBlock);
      System.arraycopy(input, offset + length - rest, lastBlock, 0, rest);
      GhashPrimitive.update(state, lastBlock, 0, 1);
    }
  }

  /** Takes in a block with two lengths in bits, and writes the hash. */
  void finish(int firstBytes, int secondBytes, byte[] output, int offset) {
    ByteOrder.putBigEndian64(lastBlock, 0, 8L * firstBytes);
    ByteOrder.putBigEndian64(lastBlock, 8, 8L * secondBytes);
    GhashPrimitive.update(state, lastBlock, 0, 1);
    GhashPrimitive.write(state, output, offset);
  }

  /** Forgets the key. */
  void wipe() {
    ConstantTime.wipe(state);
    ConstantTime.wipe(lastBlock);
  }
}
