package edgex.crypto.random;

import edgex.crypto.ConstantTime;
import edgex.crypto.hash.Hash;
import edgex.crypto.hash.Hmac;
import java.util.Arrays;

/** The deterministic generator HMAC_DRBG (SP 800-90A, section 10.1.2). */
public final class HmacDrbg extends DeterministicGenerator {
  private static final byte[] NOTHING = {};

  private final Hmac hmac;
  private final byte[] key;
  private final byte[] value;
  private final byte[] separator = new byte[1];

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
    startCounting();
  }

  /** Adds fresh entropy. */
  @Override
  public void reseed(byte[] entropy, byte[] additional) {
    requireSeed();
    update(entropy, additional, NOTHING);
    startCounting();
  }

  @Override
  void produce(byte[] output, int offset, int length, byte[] additional) {
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
    stopCounting();
    ConstantTime.wipe(key);
    ConstantTime.wipe(value);
    hmac.wipe();
  }
}
