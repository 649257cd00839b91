package edgex.onnx.operator.indexing;

import edgex.onnx.ModelFormatException;
import edgex.onnx.operator.InputTypes;
import edgex.onnx.operator.Invocation;
import edgex.onnx.operator.NodeContext;
import edgex.onnx.operator.Operands;
import edgex.onnx.operator.Operator;
import edgex.tensor.ElementType;
import edgex.tensor.Lines;
import edgex.tensor.Shape;
import edgex.tensor.Tensor;
import edgex.tensor.TensorException;
import java.util.Arrays;

/**
 * TopK: the largest, or smallest, elements along an axis in order, and their indices. How many is
 * attribute {@code k} before opset 10, then input 1.
 */
final class LargestOperator implements Operator {
  private final long axis;
  private final boolean largest;
  private final long constantCount;

  LargestOperator(NodeContext context) throws ModelFormatException {
    this.axis = context.whole("axis", -1);
    this.largest = context.whole("largest", 1) != 0;
    this.constantCount = context.opset() < 10 ? context.whole("k", -1) : -1;
    // Sorted is as good as not sorted.
    context.whole("sorted", 1);
    context.require(
        context.opset() < 10 ? constantCount >= 0 : context.hasInput(1), "the number is missing");
  }

  @Override
  public ElementType[] outputTypes(InputTypes inputs) throws ModelFormatException {
    inputs.optional(1, ElementType.INT64);
    return new ElementType[] {inputs.numeric(0), ElementType.INT64};
  }

  @Override
  public void run(Invocation invocation) {
    Tensor input = invocation.input(0);
    Shape shape = input.shape();
    int along = shape.axis(axis);
    long count = constantCount >= 0 ? constantCount : Operands.whole(invocation.input(1));
    if (count < 0 || count > shape.dimension(along)) {
      throw new TensorException("cannot take " + count + " of " + shape.dimension(along));
    }
    Shape resultShape = shape.with(along, (int) count);
    Tensor values = invocation.output(0, input.type(), resultShape);
    Tensor indices = invocation.output(1, ElementType.INT64, resultShape);
    int inner = Math.max(1, shape.product(along + 1, shape.rank()));
    int[] line = {0};
    Lines.forEach(
        shape,
        along,
        (start, stride, length) -> {
          Integer[] order = sorted(input, start, stride, length);
          int to = line[0] / inner * (int) count * inner + line[0] % inner;
          for (int place = 0; place < count; place++) {
            values.setFrom(to + place * inner, input, start + order[place] * stride);
            indices.setLong(to + place * inner, order[place]);
          }
          line[0]++;
        });
  }

  /** Places along a line, best element first; of equal elements the first one first. */
  private Integer[] sorted(Tensor input, int start, int stride, int length) {
    Integer[] order = new Integer[length];
    Arrays.setAll(order, place -> place);
    Arrays.sort(
        order,
        (a, b) -> {
          int comparison = input.compare(start + a * stride, start + b * stride);
          return largest ? -comparison : comparison;
        });
    return order;
  }
}
