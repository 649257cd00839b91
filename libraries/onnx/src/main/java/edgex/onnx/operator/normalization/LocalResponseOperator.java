package edgex.onnx.operator.normalization;

import edgex.onnx.ModelFormatException;
import edgex.onnx.operator.InputTypes;
import edgex.onnx.operator.Invocation;
import edgex.onnx.operator.NodeContext;
import edgex.onnx.operator.Operator;
import edgex.tensor.ElementType;
import edgex.tensor.Lines;
import edgex.tensor.Tensor;

/**
 * LRN: every element divided by a power of the squares of its neighbours in the channels around:
 * {@code x / (bias + alpha / size * sum(x^2))^beta}.
 */
final class LocalResponseOperator implements Operator {
  private static final int CHANNELS = 1;

  private final float alpha;
  private final float beta;
  private final float bias;
  private final int size;

  LocalResponseOperator(NodeContext context) throws ModelFormatException {
    this.alpha = context.real("alpha", 1e-4f);
    this.beta = context.real("beta", 0.75f);
    this.bias = context.real("bias", 1f);
    long given = context.whole("size", 0);
    context.require(given >= 1 && given <= 1 << 20, "attribute size is " + given);
    this.size = (int) given;
  }

  @Override
  public ElementType[] outputTypes(InputTypes inputs) throws ModelFormatException {
    return new ElementType[] {inputs.floatingPoint(0)};
  }

  @Override
  public void run(Invocation invocation) {
    Tensor input = invocation.input(0);
    int channels = input.shape().axis(CHANNELS);
    Tensor result = invocation.output(0, input.type(), input.shape());
    int before = (size - 1) / 2;
    int after = size - 1 - before;
    Lines.forEach(
        input.shape(),
        channels,
        (start, stride, count) -> {
          for (int step = 0; step < count; step++) {
            double squares = 0;
            int end = Math.min(count - 1, step + after);
            for (int near = Math.max(0, step - before); near <= end; near++) {
              double value = input.getDouble(start + near * stride);
              squares += value * value;
            }
            double divisor = Math.pow(bias + alpha / (double) size * squares, beta);
            int index = start + step * stride;
            result.setDouble(index, input.getDouble(index) / divisor);
          }
        });
  }
}
