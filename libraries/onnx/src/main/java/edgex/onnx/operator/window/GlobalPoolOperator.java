package edgex.onnx.operator.window;

import edgex.onnx.ModelFormatException;
import edgex.onnx.operator.InputTypes;
import edgex.onnx.operator.Invocation;
import edgex.onnx.operator.Operator;
import edgex.onnx.operator.OperatorTable;
import edgex.tensor.ElementType;
import edgex.tensor.FloatTensor;
import edgex.tensor.Shape;
import edgex.tensor.Tensor;
import edgex.tensor.TensorException;
import edgex.tensor.kernel.FloatKernels;
import java.util.Arrays;

/** GlobalAveragePool, GlobalMaxPool: one number from all elements of each channel. */
final class GlobalPoolOperator implements Operator {
  /** Kinds of {@link FloatKernels#reduce}. */
  private static final int MEAN = 1;

  private static final int LARGEST = 2;

  private final boolean average;

  private GlobalPoolOperator(boolean average) {
    this.average = average;
  }

  static void addTo(OperatorTable table) {
    table.add("GlobalAveragePool", 1, 1, 1, context -> new GlobalPoolOperator(true));
    table.add("GlobalMaxPool", 1, 1, 1, context -> new GlobalPoolOperator(false));
  }

  @Override
  public ElementType[] outputTypes(InputTypes inputs) throws ModelFormatException {
    return new ElementType[] {inputs.floatingPoint(0)};
  }

  @Override
  public void run(Invocation invocation) {
    Tensor input = invocation.input(0);
    Shape shape = input.shape();
    if (shape.rank() < 2) {
      throw new TensorException("an input of shape " + shape + " has no channels");
    }
    int[] dimensions = shape.toArray();
    Arrays.fill(dimensions, 2, dimensions.length, 1);
    Tensor result = invocation.output(0, input.type(), Shape.of(dimensions));
    int elements = shape.product(2, shape.rank());
    if (elements > 0 && input instanceof FloatTensor from && result instanceof FloatTensor to) {
      int kind = average ? MEAN : LARGEST;
      int lines = result.elementCount();
      FloatKernels.reduce(
          kind, from.values(), from.offset(), to.values(), to.offset(), lines, elements);
      return;
    }
    for (int channel = 0; channel < result.elementCount(); channel++) {
      double sum = 0;
      double largest = Double.NEGATIVE_INFINITY;
      for (int index = channel * elements; index < (channel + 1) * elements; index++) {
        double value = input.getDouble(index);
        sum += value;
        largest = Math.max(largest, value);
      }
      result.setDouble(channel, average ? sum / elements : largest);
    }
  }
}
