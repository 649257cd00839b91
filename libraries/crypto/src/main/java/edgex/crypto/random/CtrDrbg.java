package edgex.crypto.random;

import edgex.crypto.ConstantTime;
import edgex.crypto.aes.Aes;
import java.util.Arrays;

/**
 * The deterministic generator CTR_DRBG with AES-256 and without a derivation function (SP 800-90A,
 * section 10.2.1): entropy comes in whole seeds of 48 bytes that are all entropy, as a conditioned
 * source gives them. {@link HmacDrbg} takes entropy of any form and is what {@link SystemRandom}
 * uses; this one is for where AES is the only primitive or a standard names it.
 */
public final class CtrDrbg extends DeterministicGenerator {
  /** Bytes of a seed: a key and a block. */
  public static final int SEED_BYTES = 48;

  private static final int KEY_BYTES = 32;

  private final Aes aes = new Aes();
  private final byte[] value = new byte[Aes.BLOCK_BYTES];
  private final byte[] block = new byte[Aes.BLOCK_BYTES];
  private final byte[] next = new byte[SEED_BYTES];
  private final byte[] provided = new byte[SEED_BYTES];

  /** Makes a generator without a seed. */
  public CtrDrbg() {}

  /**
   * Begins with a seed (section 10.2.1.3.1).
   *
   * @param entropy {@link #SEED_BYTES} bytes with full entropy
   * @param personalisation what makes this generator different, at most as many bytes
   */
  public void instantiate(byte[] entropy, byte[] personalisation) {
    byte[] zeros = new byte[KEY_BYTES];
    aes.load(zeros, 0, KEY_BYTES);
    Arrays.fill(value, (byte) 0);
    seed(entropy, personalisation);
  }

  /** Adds fresh entropy (section 10.2.1.4.1): as much as a seed, and at most as much besides. */
  @Override
  public void reseed(byte[] entropy, byte[] additional) {
    requireSeed();
    seed(entropy, additional);
  }

  private void seed(byte[] entropy, byte[] additional) {
    if (entropy.length != SEED_BYTES) {
      throw new IllegalArgumentException("a seed has 48 bytes, not " + entropy.length);
    }
    provide(additional);
    for (int i = 0; i < SEED_BYTES; i++) {
      provided[i] ^= entropy[i];
    }
    update();
    startCounting();
  }

  /** Pads with zeros to the length of a seed. */
  private void provide(byte[] additional) {
    if (additional.length > SEED_BYTES) {
      throw new IllegalArgumentException("at most 48 bytes besides, not " + additional.length);
    }
    Arrays.fill(provided, (byte) 0);
    System.arraycopy(additional, 0, provided, 0, additional.length);
  }

  @Override
  void produce(byte[] output, int offset, int length, byte[] additional) {
    provide(additional);
    if (additional.length > 0) {
      update();
      provide(additional);
    }
    for (int written = 0; written < length; written += Aes.BLOCK_BYTES) {
      nextBlock(block, 0);
      int part = Math.min(Aes.BLOCK_BYTES, length - written);
      System.arraycopy(block, 0, output, offset + written, part);
    }
    update();
    ConstantTime.wipe(block);
  }

  /** Counts V up and encrypts it. */
  private void nextBlock(byte[] output, int offset) {
    int carry = 1;
    for (int i = value.length - 1; i >= 0; i--) {
      carry += value[i] & 0xFF;
      value[i] = (byte) carry;
      carry >>= 8;
    }
    aes.encrypt(value, 0, output, offset, 1);
  }

  /** Section 10.2.1.2: a new key and V, of the old ones and what is provided. */
  private void update() {
    for (int at = 0; at < SEED_BYTES; at += Aes.BLOCK_BYTES) {
      nextBlock(next, at);
    }
    for (int i = 0; i < SEED_BYTES; i++) {
      next[i] ^= provided[i];
    }
    aes.load(next, 0, KEY_BYTES);
    System.arraycopy(next, KEY_BYTES, value, 0, value.length);
    ConstantTime.wipe(next);
    ConstantTime.wipe(provided);
  }

  /** Forgets the state. */
  public void wipe() {
    stopCounting();
    aes.wipe();
    ConstantTime.wipe(value);
  }
}
