package edgex.crypto.random;

import edgex.crypto.ConstantTime;
import edgex.crypto.CryptoException;
import edgex.crypto.hash.Hash;
import edgex.crypto.hash.Hmac;
import java.util.Arrays;
import java.util.Objects;

/** The deterministic generator HMAC_DRBG (SP 800-90A, section 10.1.2). */
public final class HmacDrbg {
  /** Most bytes of one request: 2^19 bits (table 2). */
  public static final int MAXIMUM_REQUEST_BYTES = 1 << 16;

  /** The table allows 2^48 requests between reseeds; a service needs no more than this. */
  private static final long MAXIMUM_REQUESTS = 1 << 20;

  private static final byte[] NOTHING = {};

  private final Hmac hmac;
  private final byte[] key;
  private final byte[] value;
  private final byte[] separator = new byte[1];
  private long requests = -1;

  /** Takes over a hash object for its own use. */
  public HmacDrbg(Hash hash) {
    hmac = new Hmac(hash);
    key = new byte[hash.digestBytes()];
    value = new byte[hash.digestBytes()];
  }

  /**
   * Begins with a seed.
   *
   * @param entropy as many bits of entropy as the generator shall be strong
   * @param nonce half as many more
   * @param personalisation what makes this generator different, or nothing
   */
  public void instantiate(byte[] entropy, byte[] nonce, byte[] personalisation) {
    Arrays.fill(key, (byte) 0);
    Arrays.fill(value, (byte) 1);
    update(entropy, nonce, personalisation);
    requests = 0;
  }

  /** Adds fresh entropy. */
  public void reseed(byte[] entropy, byte[] additional) {
    requireSeed();
    update(entropy, additional, NOTHING);
    requests = 0;
  }

  /** Whether a seed is there and not used up. */
  public boolean isReady() {
    return requests >= 0 && requests < MAXIMUM_REQUESTS;
  }

  private void requireSeed() {
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
    if (additional.length > 0) {
      update(additional, NOTHING, NOTHING);
    }
    hmac.start(key, 0, key.length);
    for (int written = 0; written < length; written += value.length) {
      nextValue();
      System.arraycopy(
          value, 0, output, offset + written, Math.min(value.length, length - written));
    }
    update(additional, NOTHING, NOTHING);
    requests++;
  }

  private void nextValue() {
    hmac.update(value, 0, value.length);
    hmac.finish(value, 0);
  }

  /** Section 10.1.2.2, with the provided data in three parts. */
  private void update(byte[] first, byte[] second, byte[] third) {
    mix(0, first, second, third);
    if (first.length + second.length + third.length > 0) {
      mix(1, first, second, third);
    }
    hmac.wipe();
  }

  private void mix(int round, byte[] first, byte[] second, byte[] third) {
    separator[0] = (byte) round;
    hmac.start(key, 0, key.length);
    hmac.update(value, 0, value.length);
    hmac.update(separator, 0, 1);
    hmac.update(first, 0, first.length);
    hmac.update(second, 0, second.length);
    hmac.update(third, 0, third.length);
    hmac.finish(key, 0);
    hmac.start(key, 0, key.length);
    nextValue();
  }

  /** Forgets the state. */
  public void wipe() {
    requests = -1;
    ConstantTime.wipe(key);
    ConstantTime.wipe(value);
    hmac.wipe();
  }
}
