package edgex.crypto.hash;

import edgex.crypto.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;

/** SHA-2 (FIPS 180-4): what the 32-bit and the 64-bit members have in common. */
public abstract class Sha2 implements Hash {
  /** Fractional parts of the square roots of the first 8 primes: SHA-512, and SHA-256 above. */
  static final long[] FIRST_PRIMES = {
    0x6a09e667f3bcc908L, 0xbb67ae8584caa73bL, 0x3c6ef372fe94f82bL, 0xa54ff53a5f1d36f1L,
    0x510e527fade682d1L, 0x9b05688c2b3e6c1fL, 0x1f83d9abfb41bd6bL, 0x5be0cd19137e2179L,
  };

  /** The same of the ninth to sixteenth prime: SHA-384, and SHA-224 below. */
  static final long[] NEXT_PRIMES = {
    0xcbbb9d5dc1059ed8L, 0x629a292a367cd507L, 0x9159015a3070dd17L, 0x152fecd8f70e5939L,
    0x67332667ffc00b31L, 0x8eb44a8768581511L, 0xdb0c2e0d64f98fa7L, 0x47b5481dbefa4fa4L,
  };

  private final String name;
  private final int digestBytes;
  private final byte[] block;
  private final byte[] wholeDigest = new byte[64];
  private long messageBytes;
  private int position;

  Sha2(String name, int blockBytes, int digestBytes) {
    this.name = name;
    this.digestBytes = digestBytes;
    this.block = new byte[blockBytes];
  }

  /** SHA-224. */
  public static Sha2 sha224() {
    return new Sha256("SHA2-224", 28, NEXT_PRIMES, 0);
  }

  /** SHA-256. */
  public static Sha2 sha256() {
    return new Sha256("SHA2-256", 32, FIRST_PRIMES, 32);
  }

  /** SHA-384. */
  public static Sha2 sha384() {
    return new Sha512("SHA2-384", 48, NEXT_PRIMES);
  }

  /** SHA-512. */
  public static Sha2 sha512() {
    return new Sha512("SHA2-512", 64, FIRST_PRIMES);
  }

  /** SHA-512/224 or SHA-512/256. */
  public static Sha2 sha512Truncated(int digestBits) {
    if (digestBits != 224 && digestBits != 256) {
      throw new IllegalArgumentException("there is no SHA-512/" + digestBits);
    }
    return new Sha512("SHA2-512/" + digestBits, digestBits / 8, truncatedStart(digestBits));
  }

  /** The generation function of section 5.3.6: the start value is a digest of the name. */
  private static long[] truncatedStart(int digestBits) {
    long[] start = new long[8];
    for (int i = 0; i < 8; i++) {
      start[i] = FIRST_PRIMES[i] ^ 0xa5a5a5a5a5a5a5a5L;
    }
    Sha2 generator = new Sha512("SHA-512/t", 64, start);
    byte[] name = ("SHA-512/" + digestBits).getBytes(StandardCharsets.US_ASCII);
    generator.update(name, 0, name.length);
    byte[] digest = new byte[64];
    generator.digest(digest, 0);
    for (int i = 0; i < 8; i++) {
      start[i] = ByteOrder.bigEndian64(digest, 8 * i);
    }
    return start;
  }

  /** Puts the start value into the state and wipes its working memory. */
  abstract void restart();

  /** Compresses whole blocks. */
  abstract void compress(byte[] input, int offset, int blocks);

  /** Writes the whole chaining value. */
  abstract void writeState(byte[] output);

  /** Takes over the chaining value of a hash of the same class. */
  abstract void copyState(Sha2 other);

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
    restart();
    Arrays.fill(block, (byte) 0);
    messageBytes = 0;
    position = 0;
  }

  @Override
  public final void update(byte[] input, int offset, int length) {
    Objects.checkFromIndexSize(offset, length, input.length);
    messageBytes += length;
    int next = offset;
    int left = length;
    if (position > 0) {
      int part = Math.min(left, block.length - position);
      System.arraycopy(input, next, block, position, part);
      position += part;
      next += part;
      left -= part;
      if (position < block.length) {
        return;
      }
      compress(block, 0, 1);
      position = 0;
    }
    int whole = left / block.length;
    compress(input, next, whole);
    position = left - whole * block.length;
    System.arraycopy(input, next + whole * block.length, block, 0, position);
  }

  @Override
  public final void updateLastBits(int bits, int bitCount) {
    if (bitCount < 1 || bitCount > 7) {
      throw new IllegalArgumentException("last bits: " + bitCount);
    }
    int kept = (bits & -(1 << (8 - bitCount))) | (0x80 >> bitCount);
    pad(kept, bitCount);
  }

  /** Appends the byte with the first padding bit, zeros and the length in bits (section 5.1). */
  private void pad(int tail, int tailBits) {
    int lengthBytes = block.length / 8;
    block[position] = (byte) tail;
    Arrays.fill(block, position + 1, block.length, (byte) 0);
    if (position + 1 > block.length - lengthBytes) {
      compress(block, 0, 1);
      Arrays.fill(block, (byte) 0);
    }
    ByteOrder.putBigEndian64(block, block.length - 8, (messageBytes << 3) + tailBits);
    if (lengthBytes == 16) {
      ByteOrder.putBigEndian64(block, block.length - 16, messageBytes >>> 61);
    }
    compress(block, 0, 1);
    position = -1;
  }

  @Override
  public final void digest(byte[] output, int offset) {
    if (position >= 0) {
      pad(0x80, 0);
    }
    writeState(wholeDigest);
    System.arraycopy(wholeDigest, 0, output, offset, digestBytes);
    Arrays.fill(wholeDigest, (byte) 0);
    reset();
  }

  /**
   * Writes the first bytes of the digest of whole blocks, which {@code start} has taken in, and a
   * tail: the short way for the many small messages of hash-based signatures. The message that this
   * object is in the middle of is lost.
   *
   * @param tail a block that begins with {@code length} bytes; the padding, 9 bytes or 17, is put
   *     behind them
   */
  public final void digestTail(
      Sha2 start, byte[] tail, int length, byte[] output, int offset, int outputBytes) {
    if (tail.length != block.length || length + 1 + block.length / 8 > block.length) {
      throw new IllegalArgumentException("tail of " + length + " bytes in " + tail.length);
    }
    copyState(start);
    tail[length] = (byte) 0x80;
    Arrays.fill(tail, length + 1, tail.length - 8, (byte) 0);
    ByteOrder.putBigEndian64(tail, tail.length - 8, (start.messageBytes + length) << 3);
    compress(tail, 0, 1);
    writeState(wholeDigest);
    System.arraycopy(wholeDigest, 0, output, offset, outputBytes);
    position = 0;
    messageBytes = 0;
  }

  /** Continues from where another hash of the same function is. */
  public final void copyFrom(Sha2 other) {
    if (!other.name.equals(name)) {
      throw new IllegalArgumentException("a " + other.name + " is no " + name);
    }
    copyState(other);
    System.arraycopy(other.block, 0, block, 0, block.length);
    messageBytes = other.messageBytes;
    position = other.position;
  }
}
