package edgex.apps.infer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** Printed numbers read back as what they were, to seven digits. */
class DecimalsTest {
  @Test
  void formsAreReadable() {
    assertEquals("0", Decimals.text(0));
    assertEquals("1.000000", Decimals.text(1));
    assertEquals("1.000000", Decimals.text(0.99999999));
    assertEquals("0.9999999", Decimals.text(0.9999999));
    assertEquals("0.5000000", Decimals.text(0.5));
    assertEquals("0.000001234568", Decimals.text(0.0000012345678));
    assertEquals("1.234568e-7", Decimals.text(0.00000012345678));
    assertEquals("-0.5000000", Decimals.text(-0.5));
    assertEquals("12.34568", Decimals.text(12.345678));
    assertEquals("-123456.8", Decimals.text(-123456.78));
    assertEquals("1.234568e6", Decimals.text(1234567.8));
    assertEquals("9.999999e20", Decimals.text(9.999999e20));
    assertEquals("1.000000e-300", Decimals.text(1e-300));
  }

  @Test
  void randomNumbersReadBack() {
    Random random = new Random(7);
    for (int round = 0; round < 10_000; round++) {
      double number = Math.pow(10, -12 * random.nextDouble());
      assertEquals(number, Double.parseDouble(Decimals.text(number)), number * 5.1e-7);
    }
  }

  @Test
  void theSmallestNumbersAreNotLost() {
    double number = Double.MIN_VALUE;
    assertEquals(number, Double.parseDouble(Decimals.text(number)), 0);
  }
}
