package edgex.onnx.operator.indexing;

import edgex.onnx.ModelFormatException;
import edgex.onnx.operator.InputTypes;
import edgex.onnx.operator.Invocation;
import edgex.onnx.operator.NodeContext;
import edgex.onnx.operator.Operator;
import edgex.tensor.ElementType;
import edgex.tensor.Shape;
import edgex.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Unique: the different elements, or slices along an axis, sorted or in the order in which they
 * come first. Outputs 1 to 3: where each comes first, which one each element is, how often it
 * comes.
 */
final class UniqueOperator implements Operator {
  private final boolean flat;
  private final long axis;
  private final boolean sorted;

  UniqueOperator(NodeContext context) throws ModelFormatException {
    this.flat = !context.has("axis");
    this.axis = context.whole("axis", 0);
    this.sorted = context.whole("sorted", 1) != 0;
  }

  @Override
  public ElementType[] outputTypes(InputTypes inputs) {
    ElementType[] types = new ElementType[4];
    Arrays.fill(types, ElementType.INT64);
    types[0] = inputs.get(0);
    return types;
  }

  @Override
  public void run(Invocation invocation) {
    Tensor whole = invocation.input(0);
    Tensor input = flat ? whole.reshaped(Shape.of(whole.elementCount())) : whole;
    Shape shape = input.shape();
    int along = shape.axis(axis);
    int extent = shape.dimension(along);
    Slices slices = new Slices(input, along);
    Integer[] order = new Integer[extent];
    Arrays.setAll(order, place -> place);
    Arrays.sort(order, slices::compare);
    // Equal slices are neighbours now, and the sort being stable, the first of them is in front.
    List<Integer> firsts = new ArrayList<>();
    int[] group = new int[extent];
    for (int place = 0; place < extent; place++) {
      if (place == 0 || slices.compare(order[place - 1], order[place]) != 0) {
        firsts.add(order[place]);
      }
      group[order[place]] = firsts.get(firsts.size() - 1);
    }
    if (!sorted) {
      firsts.sort(null);
    }
    write(invocation, input, along, firsts, group);
  }

  private static void write(
      Invocation invocation, Tensor input, int along, List<Integer> firsts, int[] group) {
    Shape shape = input.shape();
    int count = firsts.size();
    int extent = shape.dimension(along);
    Tensor values = invocation.output(0, input.type(), shape.with(along, count));
    Tensor indices = invocation.output(1, ElementType.INT64, Shape.of(count));
    Tensor inverse = invocation.output(2, ElementType.INT64, Shape.of(extent));
    Tensor counts = invocation.output(3, ElementType.INT64, Shape.of(count));
    int inner = shape.product(along + 1, shape.rank());
    int[] numbers = new int[extent];
    for (int number = 0; number < count; number++) {
      int first = firsts.get(number);
      numbers[first] = number;
      indices.setLong(number, first);
      for (int block = 0; block < shape.product(0, along); block++) {
        int to = (block * count + number) * inner;
        values.copy(to, input, (block * extent + first) * inner, inner);
      }
    }
    for (int place = 0; place < extent; place++) {
      int number = numbers[group[place]];
      inverse.setLong(place, number);
      counts.setLong(number, counts.getLong(number) + 1);
    }
  }

  /** The slices of a tensor along an axis, compared element by element. */
  private static final class Slices {
    private final Tensor input;
    private final int inner;
    private final int extent;
    private final int outer;

    Slices(Tensor input, int along) {
      Shape shape = input.shape();
      this.input = input;
      this.inner = shape.product(along + 1, shape.rank());
      this.extent = shape.dimension(along);
      this.outer = shape.product(0, along);
    }

    int compare(int a, int b) {
      for (int index = 0; index < outer * inner; index++) {
        int base = index / inner * extent * inner + index % inner;
        int order = input.compare(base + a * inner, base + b * inner);
        if (order != 0) {
          return order;
        }
      }
      return 0;
    }
  }
}
