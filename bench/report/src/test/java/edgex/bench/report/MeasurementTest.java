package edgex.bench.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class MeasurementTest {
  @Test
  void oddNumberOfSamplesHasItsMiddleAsMedian() {
    Measurement measured = Measurement.ofSamples(new double[] {9, 1, 5}, "instructions");
    assertEquals(5, measured.value());
    assertEquals(9, measured.max());
    // Mean 5, squares 16 + 16 + 0.
    assertEquals(Math.sqrt(32.0 / 3), measured.deviation(), 1e-12);
  }

  @Test
  void evenNumberOfSamplesHasTheMeanOfItsMiddleAsMedian() {
    assertEquals(4.5, Measurement.ofSamples(new double[] {8, 1, 4, 5}, "bytes").value());
  }

  @Test
  void equalSamplesDoNotDeviate() {
    assertEquals(
        new Measurement(329, 0, 329, "instructions"),
        Measurement.ofSamples(new double[] {329, 329, 329, 329}, "instructions"));
  }

  @Test
  void samplesStayAsTheyWere() {
    double[] samples = {3, 1, 2};
    Measurement.ofSamples(samples, "bytes");
    assertArrayEquals(new double[] {3, 1, 2}, samples);
  }

  @Test
  void whatCannotBeMeasuredIsRefused() {
    assertThrows(
        IllegalArgumentException.class, () -> Measurement.ofSamples(new double[0], "bytes"));
    assertThrows(IllegalArgumentException.class, () -> Measurement.exact(Double.NaN, "bytes"));
    assertThrows(
        IllegalArgumentException.class, () -> Measurement.exact(Double.POSITIVE_INFINITY, "bytes"));
    assertThrows(IllegalArgumentException.class, () -> Measurement.exact(1, " "));
    assertThrows(IllegalArgumentException.class, () -> new Measurement(1, -1, 1, "bytes"));
  }
}
