package edgex.crypto.keccak;

import edgex.crypto.ByteOrder;
import edgex.crypto.primitive.KeccakPrimitive;
import java.util.Arrays;

/**
 * Up to four SHAKE computations side by side, each over one short seed: what lattice schemes expand
 * matrices and vectors with. A processor with wide registers permutes all four at the price of one.
 */
public final class FourShakes {
  /** How many computations run side by side. */
  public static final int LANES = 4;

  private static final int ROUNDS = 24;
  private static final int SUFFIX = 0b11111;

  private final int rateBytes;
  private final int strideBytes;
  private final long[] states = new long[LANES * KeccakPrimitive.LANES];
  private final byte[] seedBlock;
  private final byte[] output;
  private int used;

  /**
   * Prepares buffers.
   *
   * @param strengthBits 128 or 256
   * @param capacityBlocks most blocks that {@link #squeeze} will be asked for at once
   */
  public FourShakes(int strengthBits, int capacityBlocks) {
    rateBytes = (1600 - 2 * strengthBits) / 8;
    strideBytes = capacityBlocks * rateBytes;
    seedBlock = new byte[rateBytes];
    output = new byte[LANES * strideBytes];
  }

  /** Bytes of one block of output. */
  public int rateBytes() {
    return rateBytes;
  }

  /** Begins with no computation. */
  public void reset() {
    used = 0;
  }

  /** How many computations were added since the reset. */
  public int used() {
    return used;
  }

  /**
   * Adds the computation of SHAKE over a seed and the bytes {@code first} and {@code second}. Seed
   * and bytes must be shorter than a block.
   */
  public void add(byte[] seed, int offset, int length, int first, int second) {
    seedBlock[length] = (byte) first;
    seedBlock[length + 1] = (byte) second;
    begin(seed, offset, length, length + 2);
  }

  /** Adds the computation of SHAKE over a seed and one byte. */
  public void add(byte[] seed, int offset, int length, int last) {
    seedBlock[length] = (byte) last;
    begin(seed, offset, length, length + 1);
  }

  private void begin(byte[] seed, int offset, int length, int messageBytes) {
    System.arraycopy(seed, offset, seedBlock, 0, length);
    seedBlock[messageBytes] = SUFFIX;
    int words = messageBytes / 8 + 1;
    Arrays.fill(seedBlock, messageBytes + 1, 8 * words, (byte) 0);
    int at = used * KeccakPrimitive.LANES;
    for (int lane = 0; lane < words; lane++) {
      states[at + lane] = ByteOrder.littleEndian64(seedBlock, 8 * lane);
    }
    Arrays.fill(states, at + words, at + KeccakPrimitive.LANES, 0);
    states[at + rateBytes / 8 - 1] ^= 0x80L << 56;
    used++;
  }

  /** Writes the next blocks of every computation to {@link #output}. */
  public void squeeze(int blocks) {
    KeccakPrimitive.squeeze(states, used, ROUNDS, rateBytes, output, 0, strideBytes, blocks);
  }

  /** The last output; computation {@code i}'s begins at {@code outputOffset(i)}. */
  public byte[] output() {
    return output;
  }

  /** Where the output of a computation begins. */
  public int outputOffset(int computation) {
    return computation * strideBytes;
  }

  /** Wipes states and output. */
  public void wipe() {
    Arrays.fill(states, 0);
    Arrays.fill(output, (byte) 0);
    Arrays.fill(seedBlock, (byte) 0);
    used = 0;
  }
}
