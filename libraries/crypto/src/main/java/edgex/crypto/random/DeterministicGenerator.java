package edgex.crypto.random;

import edgex.crypto.CryptoException;
import java.util.Arrays;
import java.util.Objects;

/**
 * What the generators of SP 800-90A have in common: they begin with a seed, and after a number of
 * requests they want another one.
 */
public abstract class DeterministicGenerator {
  /** Most bytes of one request: 2^19 bits (tables 2 and 3). */
  public static final int MAXIMUM_REQUEST_BYTES = 1 << 16;

  /** The tables allow 2^48 requests between reseeds; a service needs no more than this. */
  private static final long MAXIMUM_REQUESTS = 1 << 20;

  private static final byte[] NOTHING = {};

  private long requests = -1;

  DeterministicGenerator() {}

  /** Counts from the beginning: a seed has come. */
  void startCounting() {
    requests = 0;
  }

  /** There is no seed any more. */
  void stopCounting() {
    requests = -1;
  }

  /** Adds fresh entropy, and other input that may be nothing. */
  public abstract void reseed(byte[] entropy, byte[] additional);

  /** Writes the bytes of a request that is allowed. */
  abstract void produce(byte[] output, int offset, int length, byte[] additional);

  /** Whether a seed is there and not used up. */
  public boolean isReady() {
    return requests >= 0 && requests < MAXIMUM_REQUESTS;
  }

  void requireSeed() {
    if (requests < 0) {
      throw new IllegalStateException("the generator has no seed");
    }
  }

  /** Generates without additional input. */
  public void generate(byte[] output, int offset, int length) {
    generate(output, offset, length, NOTHING);
  }

  /**
   * Generates bytes.
   *
   * @throws CryptoException if the generator must be reseeded first; the output is zeroed
   */
  public void generate(byte[] output, int offset, int length, byte[] additional) {
    Objects.checkFromIndexSize(offset, length, output.length);
    if (length > MAXIMUM_REQUEST_BYTES) {
      throw new IllegalArgumentException("at most " + MAXIMUM_REQUEST_BYTES + " bytes at once");
    }
    requireSeed();
    if (!isReady()) {
      Arrays.fill(output, offset, offset + length, (byte) 0);
      throw new CryptoException("the random generator must be reseeded");
    }
    produce(output, offset, length, additional);
    requests++;
  }
}
