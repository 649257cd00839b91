package edgex.crypto.encoding;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every decoder with damaged samples: it refuses with its own error, or takes what it would make.
 */
@Tag("fuzz")
final class HostileEncodingTest {
  private static final int ROUNDS = 4000;

  @ParameterizedTest
  @EnumSource(Decoder.class)
  void damagedSamplesAreRefusedOrCanonical(Decoder decoder) {
    SeededRandom random = new SeededRandom(decoder.name().hashCode());
    List<byte[]> samples = decoder.samples();
    int refused = 0;
    for (byte[] sample : samples) {
      assertTrue(decoder.accepts(sample), "a sample of " + decoder);
      for (int i = 0; i < ROUNDS; i++) {
        refused += decoder.accepts(random.mutate(sample)) ? 0 : 1;
      }
    }
    for (int i = 0; i < ROUNDS; i++) {
      refused += decoder.accepts(random.bytes(random.below(100))) ? 0 : 1;
    }
    assertTrue(refused > 0, "nothing was refused");
  }
}
