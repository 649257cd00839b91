package edgex.sound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** A tone stays the same tone at another rate, and one that the rate cannot carry vanishes. */
class ResamplerTest {
  private static final int[][] RATES = {
    {48_000, 16_000}, {44_100, 16_000}, {8_000, 16_000}, {22_050, 16_000}, {16_000, 44_101}
  };

  private static float[] tone(double hertz, int rateHertz, int samples) {
    float[] tone = new float[samples];
    for (int index = 0; index < samples; index++) {
      tone[index] = (float) (0.8 * Math.sin(2 * Math.PI * hertz * index / rateHertz));
    }
    return tone;
  }

  /** The root of the mean square of the difference, ends left out, where the filter has no past. */
  private static double error(float[] expected, float[] actual) {
    double sum = 0;
    int margin = expected.length / 4;
    for (int index = margin; index < expected.length - margin; index++) {
      double difference = expected[index] - actual[index];
      sum += difference * difference;
    }
    return Math.sqrt(sum / (expected.length - 2.0 * margin));
  }

  @Test
  void tonesStayTheSame() throws SoundFormatException {
    for (int[] rates : RATES) {
      double limit = 0.4 * Math.min(rates[0], rates[1]);
      for (double hertz : new double[] {20, 440, 3000, limit}) {
        Sound sound = new Sound(rates[0], tone(Math.min(hertz, limit), rates[0], rates[0] / 4));
        float[] actual = sound.at(rates[1]).samples();
        assertEquals(rates[1] / 4.0, actual.length, 1);
        float[] expected = tone(Math.min(hertz, limit), rates[1], actual.length);
        // More phases than there are rows for cost precision in time.
        double most = rates[1] == 44_101 ? 2e-3 : 2e-4;
        assertTrue(
            error(expected, actual) < most,
            rates[0] + " to " + rates[1] + ", " + hertz + ": " + error(expected, actual));
      }
    }
  }

  @Test
  void whatIsTooHighDoesNotComeBackAsSomethingElse() throws SoundFormatException {
    Sound sound = new Sound(48_000, tone(9_000, 48_000, 12_000));
    float[] actual = sound.at(16_000).samples();
    assertTrue(error(new float[actual.length], actual) < 2e-4);
  }

  @Test
  void theSameRateIsTheSameSound() throws SoundFormatException {
    Sound sound = new Sound(16_000, new float[10]);
    assertSame(sound, sound.at(16_000));
    assertEquals(0, new Sound(8_000, new float[0]).at(16_000).samples().length);
  }

  @Test
  void aSoundThatWouldBeTooLongIsRefused() {
    Sound slow = new Sound(1, new float[2000]);
    assertThrows(SoundFormatException.class, () -> slow.at(16_000));
  }
}
