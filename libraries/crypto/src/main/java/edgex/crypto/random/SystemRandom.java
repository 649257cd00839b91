package edgex.crypto.random;

import edgex.crypto.ConstantTime;
import edgex.crypto.CryptoException;
import edgex.crypto.RandomSource;
import edgex.crypto.hash.Sha2;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * The random numbers of a machine: HMAC_DRBG over SHA-512, seeded from every noise source that
 * works. It fails closed: without a healthy source, or without enough samples, nothing comes out,
 * and the output is zeroed. A source that failed a health test is never trusted again.
 */
public final class SystemRandom implements RandomSource {
  private static final int STRENGTH_BITS = 256;

  /** Entropy and nonce from one go (SP 800-90A, section 8.6.7), with 64 bits to spare. */
  private static final int SEED_BITS = STRENGTH_BITS + STRENGTH_BITS / 2 + 64;

  /** A source that gives nothing so often in a row is as good as broken. */
  private static final int MAXIMUM_PAUSES = 1 << 16;

  /** Requests after which fresh entropy is added. */
  private static final int RESEED_REQUESTS = 1 << 10;

  private static final byte[] NOTHING = {};

  private final HmacDrbg generator = new HmacDrbg(Sha2.sha512());
  private final NoiseSource[] sources;
  private final HealthTests[] tests;
  private final byte[] personalisation;
  private int requestsLeft;

  /**
   * Takes noise sources; tests and seeds when the first bytes are asked for.
   *
   * @param personalisation what makes this generator different: device and process
   */
  public SystemRandom(List<NoiseSource> sources, byte[] personalisation) {
    this.sources = sources.toArray(new NoiseSource[0]);
    this.personalisation = personalisation.clone();
    tests = new HealthTests[this.sources.length];
  }

  @Override
  public void fill(byte[] output, int offset, int length) {
    Objects.checkFromIndexSize(offset, length, output.length);
    try {
      for (int done = 0; done < length; done += HmacDrbg.MAXIMUM_REQUEST_BYTES) {
        if (requestsLeft == 0) {
          seed();
        }
        int part = Math.min(HmacDrbg.MAXIMUM_REQUEST_BYTES, length - done);
        generator.generate(output, offset + done, part);
        requestsLeft--;
      }
    } catch (CryptoException refused) {
      Arrays.fill(output, offset, offset + length, (byte) 0);
      throw refused;
    }
  }

  /** Adds fresh entropy now: after a fork, a resume, or before a key that must last. */
  public void reseed() {
    seed();
  }

  private void seed() {
    requestsLeft = 0;
    int healthy = 0;
    for (int i = 0; i < sources.length; i++) {
      byte[] samples = collect(i);
      if (samples == null) {
        continue;
      }
      healthy++;
      if (generator.isReady()) {
        generator.reseed(samples, NOTHING);
      } else {
        generator.instantiate(samples, NOTHING, personalisation);
      }
      ConstantTime.wipe(samples);
    }
    if (healthy == 0) {
      generator.wipe();
      throw new CryptoException("no healthy source of entropy: no random numbers");
    }
    requestsLeft = RESEED_REQUESTS;
  }

  /** Samples with enough entropy of a source; null if it is not healthy or gives too little. */
  private byte[] collect(int index) {
    NoiseSource source = sources[index];
    if (tests[index] == null) {
      tests[index] = new HealthTests(source.entropyBitsPerSample());
      if (!read(index, new byte[HealthTests.STARTUP_SAMPLES])) {
        // Silence is no failure: the source may be tested from the beginning another time.
        tests[index] = tests[index].hasFailed() ? tests[index] : null;
        return null;
      }
    }
    byte[] samples = new byte[(int) Math.ceil(SEED_BITS / source.entropyBitsPerSample())];
    return read(index, samples) ? samples : null;
  }

  private boolean read(int index, byte[] samples) {
    boolean healthy = true;
    for (int i = 0; i < samples.length && healthy; i++) {
      int sample = -1;
      for (int pauses = 0; sample < 0 && pauses < MAXIMUM_PAUSES; pauses++) {
        sample = sources[index].sample();
      }
      healthy = sample >= 0 && tests[index].accept(sample);
      samples[i] = (byte) sample;
    }
    if (!healthy) {
      ConstantTime.wipe(samples);
    }
    return healthy;
  }

  /** Forgets the state: the next request seeds anew. */
  public void wipe() {
    requestsLeft = 0;
    generator.wipe();
  }
}
