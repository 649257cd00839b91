package edgex.crypto.random;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import edgex.crypto.CryptoException;
import edgex.crypto.hash.Sha2;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.IntSupplier;
import org.junit.jupiter.api.Test;

/** Noise sources that are good, stuck, biased, silent, or fail later. */
final class SystemRandomTest {
  private static final byte[] NOTHING = {};

  private static NoiseSource source(double entropyBits, IntSupplier samples) {
    return new NoiseSource() {
      @Override
      public String name() {
        return "test";
      }

      @Override
      public double entropyBitsPerSample() {
        return entropyBits;
      }

      @Override
      public int sample() {
        return samples.getAsInt();
      }
    };
  }

  private static NoiseSource good(long seed) {
    Random random = new Random(seed);
    return source(4, () -> random.nextInt(256));
  }

  private static void assertFailsClosed(SystemRandom random) {
    byte[] output = new byte[64];
    Arrays.fill(output, (byte) 1);
    assertThrows(CryptoException.class, () -> random.fill(output, 0, 64));
    assertArrayEquals(new byte[64], output);
  }

  @Test
  void nothingComesOutWithoutHealthySource() {
    assertFailsClosed(new SystemRandom(List.of(), NOTHING));
    assertFailsClosed(new SystemRandom(List.of(source(1, () -> 7)), NOTHING));
    assertFailsClosed(new SystemRandom(List.of(source(1, () -> -1)), NOTHING));
    Random random = new Random(1);
    NoiseSource biased = source(4, () -> random.nextInt(4) == 0 ? random.nextInt(256) : 9);
    assertFailsClosed(new SystemRandom(List.of(biased), NOTHING));
  }

  @Test
  void oneHealthySourceIsEnough() {
    byte[] output = new byte[64];
    new SystemRandom(List.of(source(1, () -> 7), good(2)), NOTHING).fill(output, 0, 64);
    assertFalse(Arrays.equals(new byte[64], output));
  }

  @Test
  void longOutputsRepeatNothing() {
    byte[] output = new byte[3 * HmacDrbg.MAXIMUM_REQUEST_BYTES + 5];
    new SystemRandom(List.of(good(3)), NOTHING).fill(output, 0, output.length);
    int[] counts = new int[256];
    for (byte value : output) {
      counts[value & 0xFF]++;
    }
    for (int count : counts) {
      // The mean is 768; thirty percent more or less is eight standard deviations.
      assertTrue(count > 538 && count < 998, "a value " + count + " times");
    }
  }

  @Test
  void sourceThatGetsStuckStopsTheGenerator() {
    Random random = new Random(4);
    int[] left = {HealthTests.STARTUP_SAMPLES + 600};
    NoiseSource dying = source(4, () -> left[0]-- > 0 ? random.nextInt(256) : 0);
    SystemRandom generator = new SystemRandom(List.of(dying), NOTHING);
    generator.fill(new byte[32], 0, 32);
    for (int i = 0; i < 5; i++) {
      try {
        generator.reseed();
      } catch (CryptoException expected) {
        break;
      }
    }
    assertFailsClosed(generator);
    left[0] = Integer.MAX_VALUE;
    assertFailsClosed(generator);
  }

  @Test
  void silentSourceMayComeBack() {
    Random random = new Random(5);
    boolean[] silent = {true};
    NoiseSource source = source(4, () -> silent[0] ? -1 : random.nextInt(256));
    SystemRandom generator = new SystemRandom(List.of(source), NOTHING);
    assertFailsClosed(generator);
    silent[0] = false;
    generator.fill(new byte[32], 0, 32);
  }

  /** Section 4.4.1 gives C = 1 + ceil(20 / H); 4.4.2 has a table for windows of 512. */
  @Test
  void cutoffsAreThoseOfTheStandard() {
    assertEquals(21, new HealthTests(1).repetitionCutoff());
    assertEquals(11, new HealthTests(2).repetitionCutoff());
    assertEquals(4, new HealthTests(8).repetitionCutoff());
    assertEquals(410, new HealthTests(0.5).proportionCutoff());
    assertEquals(311, new HealthTests(1).proportionCutoff());
    assertEquals(177, new HealthTests(2).proportionCutoff());
    assertEquals(62, new HealthTests(4).proportionCutoff());
    assertEquals(13, new HealthTests(8).proportionCutoff());
    assertThrows(IllegalArgumentException.class, () -> new HealthTests(0));
    assertThrows(IllegalArgumentException.class, () -> new HealthTests(8.1));
  }

  @Test
  void generatorWithoutSeedGivesNothing() {
    HmacDrbg generator = new HmacDrbg(Sha2.sha256());
    assertThrows(IllegalStateException.class, () -> generator.generate(new byte[1], 0, 1));
    assertThrows(IllegalStateException.class, () -> generator.reseed(NOTHING, NOTHING));
    generator.instantiate(new byte[48], NOTHING, NOTHING);
    int tooMuch = HmacDrbg.MAXIMUM_REQUEST_BYTES + 1;
    assertThrows(
        IllegalArgumentException.class, () -> generator.generate(new byte[tooMuch], 0, tooMuch));
    generator.wipe();
    assertThrows(IllegalStateException.class, () -> generator.generate(new byte[1], 0, 1));
  }
}
