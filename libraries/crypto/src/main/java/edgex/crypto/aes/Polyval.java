package edgex.crypto.aes;

import edgex.crypto.ByteOrder;
import edgex.crypto.ConstantTime;
import edgex.crypto.primitive.GhashPrimitive;

/**
 * POLYVAL (RFC 8452, section 3): GHASH of the blocks with their bytes in reverse order, with the
 * key reversed and multiplied by x (appendix A of that RFC).
 */
final class Polyval {
  private static final int BLOCK_BYTES = 16;
  private static final int BATCH_BLOCKS = 16;

  private final long[] state = new long[GhashPrimitive.STATE_LONGS];
  private final byte[] reversed = new byte[BATCH_BLOCKS * BLOCK_BYTES];

  /** Sets the key and begins a message. */
  void start(byte[] key, int offset) {
    reverse(key, offset, 0);
    // In GHASH's order of bits, times x is a shift to the right; x^128 is 0xE1 in the first byte.
    long high = ByteOrder.bigEndian64(reversed, 0);
    long low = ByteOrder.bigEndian64(reversed, 8);
    long carry = -(low & 1);
    ByteOrder.putBigEndian64(reversed, 0, high >>> 1 ^ (carry & 0xE1L << 56));
    ByteOrder.putBigEndian64(reversed, 8, low >>> 1 | high << 63);
    GhashPrimitive.start(state, reversed, 0);
  }

  private void reverse(byte[] input, int offset, int target) {
    for (int i = 0; i < BLOCK_BYTES; i++) {
      reversed[target + i] = input[offset + BLOCK_BYTES - 1 - i];
    }
  }

  void updatePadded(byte[] input, int offset, int length) {
    int whole = length / BLOCK_BYTES;
    for (int done = 0; done < whole; done += BATCH_BLOCKS) {
      int count = Math.min(BATCH_BLOCKS, whole - done);
      for (int block = 0; block < count; block++) {
        reverse(input, offset + (done + block) * BLOCK_BYTES, block * BLOCK_BYTES);
      }
      GhashPrimitive.update(state, reversed, 0, count);
    }
    int rest = length - whole * BLOCK_BYTES;
    if (rest > 0) {
      for (int i = 0; i < BLOCK_BYTES; i++) {
        reversed[BLOCK_BYTES - 1 - i] = i < rest ? input[offset + length - rest + i] : 0;
      }
      GhashPrimitive.update(state, reversed, 0, 1);
    }
  }

  /** Takes in a block with two lengths in bits, and writes the hash. */
  void finish(int firstBytes, int secondBytes, byte[] output) {
    ByteOrder.putBigEndian64(reversed, 8, 8L * firstBytes);
    ByteOrder.putBigEndian64(reversed, 0, 8L * secondBytes);
    GhashPrimitive.update(state, reversed, 0, 1);
    GhashPrimitive.write(state, reversed, 0);
    for (int i = 0; i < BLOCK_BYTES; i++) {
      output[i] = reversed[BLOCK_BYTES - 1 - i];
    }
    wipe();
  }

  private void wipe() {
    ConstantTime.wipe(state);
    ConstantTime.wipe(reversed);
  }
}
