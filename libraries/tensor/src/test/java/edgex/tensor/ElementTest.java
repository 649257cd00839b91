package edgex.tensor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** Elements of every type keep their values, and conversions end where the type does. */
class ElementTest {
  private static Tensor one(ElementType type) {
    return Tensor.allocate(type, Shape.SCALAR);
  }

  @Test
  void roundingIsThatOfMathRint() {
    Random random = new Random(7);
    double[] special = {0.5, 1.5, 2.5, -0.5, -1.5, 0, -0.0, 0x1p52, 0x1p52 - 0.5, 0x1p60, 1e300};
    for (int round = 0; round < 100_000; round++) {
      int exponent = random.nextInt(60);
      double value =
          round < special.length ? special[round] : random.nextGaussian() * (1L << exponent);
      assertEquals(Math.rint(value), Rounding.nearestEven(value));
    }
    assertEquals(Double.NaN, Rounding.nearestEven(Double.NaN));
    assertEquals(Double.NEGATIVE_INFINITY, Rounding.nearestEven(Double.NEGATIVE_INFINITY));
  }

  @Test
  void everyHalfReadsBackAsItself() {
    for (int bits = 0; bits < 1 << 16; bits++) {
      float value = HalfFloat.toFloat((short) bits);
      if (Float.isNaN(value)) {
        assertTrue(Float.isNaN(HalfFloat.toFloat(HalfFloat.fromDouble(value))));
      } else {
        assertEquals((short) bits, HalfFloat.fromDouble(value), "bits " + bits);
      }
    }
  }

  @Test
  void halvesAreTheNearestWithTiesToEven() {
    Random random = new Random(4);
    for (int round = 0; round < 100_000; round++) {
      double value = (random.nextDouble() * 2 - 1) * Math.pow(2, random.nextInt(45) - 28);
      short bits = HalfFloat.fromDouble(value);
      double error = Math.abs(HalfFloat.toFloat(bits) - value);
      int magnitude = bits & 0x7FFF;
      for (int neighbour : new int[] {magnitude - 1, magnitude + 1}) {
        if (neighbour >= 0 && neighbour < 0x7C00) {
          double other = Math.abs(HalfFloat.toFloat((short) neighbour) - Math.abs(value));
          boolean tie = other == error;
          assertTrue(other > error || (tie && (bits & 1) == 0), "value " + value);
        }
      }
    }
    assertEquals(0x7C00, HalfFloat.fromDouble(65520));
    assertEquals(0x7BFF, HalfFloat.fromDouble(65519.99));
  }

  @Test
  void integersClampFloatingPointNumbers() {
    for (ElementType type : ElementType.values()) {
      if (!type.isInteger()) {
        continue;
      }
      Tensor tensor = one(type);
      int bits = 8 * type.sizeBytes();
      tensor.setDouble(0, Double.NaN);
      assertEquals(0, tensor.getLong(0), type.toString());
      tensor.setDouble(0, -1e30);
      assertEquals(type.isUnsigned() ? 0 : -Math.pow(2, bits - 1), tensor.getDouble(0));
      tensor.setDouble(0, 1e30);
      double largest = Math.pow(2, type.isUnsigned() ? bits : bits - 1);
      assertEquals(bits == 64 ? largest : largest - 1, tensor.getDouble(0), largest * 1e-12);
      tensor.setDouble(0, 2.9);
      assertEquals(2, tensor.getLong(0));
    }
  }

  @Test
  void integersWrapIntegers() {
    Tensor tensor = one(ElementType.UINT8);
    tensor.setLong(0, 256 + 200);
    assertEquals(200, tensor.getLong(0));
    assertEquals(200, tensor.getDouble(0));
    Tensor signed = one(ElementType.INT8);
    signed.setLong(0, 200);
    assertEquals(-56, signed.getLong(0));
    Tensor truth = one(ElementType.BOOL);
    truth.setLong(0, 256);
    assertEquals(1, truth.getLong(0));
  }

  @Test
  void aTensorStaysInsideItsArray() {
    assertThrows(TensorException.class, () -> new FloatTensor(Shape.of(4), new float[5], 2));
    assertThrows(TensorException.class, () -> one(ElementType.INT32).reshaped(Shape.of(2)));
  }

  @Test
  void transpositionMovesEveryElement() {
    LongTensor input = LongTensor.of(Shape.of(2, 1, 3), 0, 1, 2, 3, 4, 5);
    int[] order = {2, 0, 1};
    Tensor result = Tensor.allocate(ElementType.INT64, Transposition.shape(input.shape(), order));
    Transposition.run(input, order, result);
    assertEquals(Shape.of(3, 2, 1), result.shape());
    long[] expected = {0, 3, 1, 4, 2, 5};
    for (int index = 0; index < expected.length; index++) {
      assertEquals(expected[index], result.getLong(index));
    }
    assertThrows(
        TensorException.class, () -> Transposition.shape(input.shape(), new int[] {0, 0, 1}));
  }
}
