package edgex.crypto.blake2;

import edgex.crypto.hash.Hash;
import java.util.Arrays;

/** BLAKE2 (RFC 7693): what the 64-bit and the 32-bit member have in common. */
public abstract class Blake2 implements Hash {
  /** Fractional parts of the square roots of the first 8 primes: 32 bits of them in BLAKE2s. */
  static final long[] START = {
    0x6a09e667f3bcc908L, 0xbb67ae8584caa73bL, 0x3c6ef372fe94f82bL, 0xa54ff53a5f1d36f1L,
    0x510e527fade682d1L, 0x9b05688c2b3e6c1fL, 0x1f83d9abfb41bd6bL, 0x5be0cd19137e2179L,
  };

  /** Which word of the message a step takes, round by round (section 2.7). */
  private static final byte[][] ORDER = {
    {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15},
    {14, 10, 4, 8, 9, 15, 13, 6, 1, 12, 0, 2, 11, 7, 5, 3},
    {11, 8, 12, 0, 5, 2, 15, 13, 10, 14, 3, 6, 7, 1, 9, 4},
    {7, 9, 3, 1, 13, 12, 11, 14, 2, 6, 5, 10, 4, 0, 15, 8},
    {9, 0, 5, 7, 2, 4, 10, 15, 14, 1, 11, 12, 6, 8, 3, 13},
    {2, 12, 6, 10, 0, 11, 8, 3, 4, 13, 7, 5, 15, 14, 1, 9},
    {12, 5, 1, 15, 14, 13, 4, 10, 0, 7, 6, 3, 9, 2, 8, 11},
    {13, 11, 7, 14, 12, 1, 3, 9, 5, 0, 15, 4, 8, 6, 2, 10},
    {6, 15, 14, 9, 11, 3, 0, 8, 12, 2, 13, 7, 1, 4, 10, 5},
    {10, 2, 8, 4, 7, 6, 1, 5, 15, 11, 9, 14, 3, 12, 13, 0},
  };

  private final String name;
  private final int digestBytes;
  private final byte[] key;
  private final byte[] block;
  private final byte[] wholeDigest;
  private long messageBytes;
  private int position;

  /** Subclasses call {@link #reset} when their state is there. */
  Blake2(String name, int blockBytes, int digestBytes, byte[] key) {
    int maximumBytes = blockBytes / 2;
    if (digestBytes < 1 || digestBytes > maximumBytes || key.length > maximumBytes) {
      throw new IllegalArgumentException(
          name + " has digests of 1 to " + maximumBytes + " bytes and keys of at most as many");
    }
    this.name = name;
    this.digestBytes = digestBytes;
    this.key = key.clone();
    block = new byte[blockBytes];
    wholeDigest = new byte[maximumBytes];
  }

  /** Begins with a parameter block of fan-out and depth 1. */
  abstract void restart(int digestLength, int keyLength);

  /** Compresses a block, after which {@code total} bytes were taken in. */
  abstract void compress(byte[] input, int offset, long total, boolean isLast);

  /** Mixes four words of the working memory with two of the message (section 3.1). */
  abstract void mix(int a, int b, int c, int d, int first, int second);

  abstract void writeState(byte[] output);

  /** Mixes columns, then diagonals of the working memory, round by round (section 3.2). */
  final void mixRounds(int rounds) {
    for (int round = 0; round < rounds; round++) {
      byte[] order = ORDER[round % ORDER.length];
      for (int i = 0; i < 4; i++) {
        mix(i, 4 + i, 8 + i, 12 + i, order[2 * i], order[2 * i + 1]);
      }
      for (int i = 0; i < 4; i++) {
        int b = 4 + (i + 1) % 4;
        int c = 8 + (i + 2) % 4;
        int d = 12 + (i + 3) % 4;
        mix(i, b, c, d, order[8 + 2 * i], order[9 + 2 * i]);
      }
    }
  }

  @Override
  public final String name() {
    return name;
  }

  @Override
  public final int blockBytes() {
    return block.length;
  }

  @Override
  public final int digestBytes() {
    return digestBytes;
  }

  @Override
  public final void reset() {
    restart(digestBytes, key.length);
    Arrays.fill(block, (byte) 0);
    System.arraycopy(key, 0, block, 0, key.length);
    position = key.length > 0 ? block.length : 0;
    messageBytes = 0;
  }

  /** The last block is compressed with a flag, so a full one waits until more comes. */
  @Override
  public final void update(byte[] input, int offset, int length) {
    int done = 0;
    while (done < length) {
      if (position == block.length) {
        messageBytes += block.length;
        compress(block, 0, messageBytes, false);
        position = 0;
      }
      int part = Math.min(length - done, block.length - position);
      System.arraycopy(input, offset + done, block, position, part);
      position += part;
      done += part;
    }
  }

  @Override
  public final void updateLastBits(int bits, int bitCount) {
    throw new IllegalArgumentException("BLAKE2 is defined for whole bytes only");
  }

  @Override
  public final void digest(byte[] output, int offset) {
    Arrays.fill(block, position, block.length, (byte) 0);
    compress(block, 0, messageBytes + position, true);
    writeState(wholeDigest);
    System.arraycopy(wholeDigest, 0, output, offset, digestBytes);
    Arrays.fill(wholeDigest, (byte) 0);
    reset();
  }
}
