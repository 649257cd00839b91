package edgex.tensor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

/** Shapes count without overflow and refuse what cannot be. */
class ShapeTest {
  @Test
  void countsAndStridesAreRowMajor() {
    Shape shape = Shape.of(2, 3, 4);
    assertEquals(24, shape.elementCount());
    assertArrayEquals(new int[] {12, 4, 1}, shape.strides());
    assertEquals("2x3x4", shape.toString());
    assertEquals(12, shape.product(1, 3));
    assertEquals(2, shape.axis(-1));
  }

  @Test
  void scalarsAndEmptyTensorsHaveTheirCounts() {
    assertEquals(1, Shape.SCALAR.elementCount());
    assertEquals(0, Shape.of(0, 5).elementCount());
    assertEquals("scalar", Shape.SCALAR.toString());
  }

  @Test
  void impossibleShapesAreRefused() {
    assertThrows(TensorException.class, () -> Shape.of(-1));
    assertThrows(TensorException.class, () -> Shape.of(1 << 16, 1 << 16));
    assertThrows(TensorException.class, () -> Shape.of(0, 1 << 30, 1 << 30));
    assertThrows(TensorException.class, () -> Shape.ofLongs(1L << 40));
    assertThrows(TensorException.class, () -> Shape.ofLongs(Long.MIN_VALUE));
    assertThrows(TensorException.class, () -> Shape.of(new int[Shape.MAXIMUM_RANK + 1]));
    assertThrows(TensorException.class, () -> Shape.of(2).axis(1));
    assertThrows(TensorException.class, () -> Shape.of(2).axis(-2));
  }
}
