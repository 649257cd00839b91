package edgex.tensor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** The walk over stretched shapes against plain index arithmetic. */
class BroadcastTest {
  private final Random random = new Random(3);

  /** A shape that stretches to {@code common}: axes dropped at the front, others set to 1. */
  private Shape randomOperand(int[] common) {
    int rank = random.nextInt(common.length + 1);
    int[] dimensions = new int[rank];
    for (int axis = 0; axis < rank; axis++) {
      int extent = common[axis + common.length - rank];
      dimensions[axis] = random.nextBoolean() ? extent : 1;
    }
    return Shape.of(dimensions);
  }

  @Test
  void everyElementMeetsItsPartners() {
    for (int round = 0; round < 500; round++) {
      int[] common = new int[random.nextInt(5)];
      for (int axis = 0; axis < common.length; axis++) {
        common[axis] = random.nextInt(8) == 0 ? 0 : 1 + random.nextInt(4);
      }
      Shape[] operands = {randomOperand(common), randomOperand(common), Shape.of(common)};
      Broadcast broadcast = new Broadcast(operands);
      assertEquals(Shape.of(common), broadcast.shape());
      int[] visited = {0};
      broadcast.forEachRun(
          (starts, steps, to, count) -> {
            assertEquals(visited[0], to);
            visited[0] += count;
            for (int i = 0; i < count; i++) {
              for (int operand = 0; operand < operands.length; operand++) {
                int expected = sourceIndex(operands[operand], Shape.of(common), to + i);
                assertEquals(expected, starts[operand] + i * steps[operand]);
              }
            }
          });
      assertEquals(Shape.of(common).elementCount(), visited[0]);
    }
  }

  private static int sourceIndex(Shape operand, Shape common, int index) {
    int[] commonStrides = common.strides();
    int[] strides = operand.strides();
    int source = 0;
    for (int axis = 0; axis < operand.rank(); axis++) {
      int target = axis + common.rank() - operand.rank();
      int position = index / commonStrides[target] % Math.max(1, common.dimension(target));
      source += operand.dimension(axis) == 1 ? 0 : position * strides[axis];
    }
    return source;
  }

  @Test
  void equalShapesAreOneRun() {
    int[] runs = {0};
    Shape shape = Shape.of(2, 3, 4, 5);
    new Broadcast(shape, shape).forEachRun((starts, steps, to, count) -> runs[0]++);
    assertEquals(1, runs[0]);
  }

  @Test
  void shapesThatDoNotFitAreRefused() {
    assertThrows(TensorException.class, () -> new Broadcast(Shape.of(2, 3), Shape.of(4)));
  }
}
