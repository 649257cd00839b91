package edgex.onnx.operator.elementwise;

import edgex.onnx.ModelFormatException;
import edgex.onnx.operator.InputTypes;
import edgex.onnx.operator.Invocation;
import edgex.onnx.operator.NodeContext;
import edgex.onnx.operator.Operator;
import edgex.tensor.ElementType;
import edgex.tensor.Elementwise;
import edgex.tensor.Tensor;

/** Shrink: numbers nearer to 0 than {@code lambd} become 0, others move by {@code bias} to it. */
final class ShrinkOperator implements Operator {
  private final double threshold;
  private final double bias;

  ShrinkOperator(NodeContext context) throws ModelFormatException {
    this.threshold = context.real("lambd", 0.5f);
    this.bias = context.real("bias", 0f);
  }

  @Override
  public ElementType[] outputTypes(InputTypes inputs) throws ModelFormatException {
    return new ElementType[] {inputs.numeric(0)};
  }

  @Override
  public void run(Invocation invocation) {
    Tensor input = invocation.input(0);
    Elementwise.map(this::shrink, input, invocation.output(0, input.type(), input.shape()));
  }

  private double shrink(double x) {
    if (x < -threshold) {
      return x + bias;
    }
    return x > threshold ? x - bias : 0;
  }
}
