package edgex.onnx.operator.normalization;

import edgex.onnx.ModelFormatException;
import edgex.onnx.operator.InputTypes;
import edgex.onnx.operator.Invocation;
import edgex.onnx.operator.NodeContext;
import edgex.onnx.operator.Operands;
import edgex.onnx.operator.Operator;
import edgex.tensor.Broadcast;
import edgex.tensor.ElementType;
import edgex.tensor.Reduction;
import edgex.tensor.Shape;
import edgex.tensor.Tensor;

/** MeanVarianceNormalization: elements brought to mean 0 and variance 1 over some axes. */
final class MeanVarianceOperator implements Operator {
  /** ONNX defines the operator with this number added to the deviation. */
  private static final double EPSILON = 1e-9;

  private final long[] axes;

  MeanVarianceOperator(NodeContext context) throws ModelFormatException {
    long[] given = context.wholes("axes");
    this.axes = given == null ? new long[] {0, 2, 3} : given;
  }

  @Override
  public ElementType[] outputTypes(InputTypes inputs) throws ModelFormatException {
    return new ElementType[] {inputs.floatingPoint(0)};
  }

  @Override
  public void run(Invocation invocation) {
    Tensor input = invocation.input(0);
    Shape shape = input.shape();
    Reduction reduction = new Reduction(shape, Operands.marked(axes, shape.rank()));
    Shape kept = reduction.keptShape();
    Tensor means = invocation.temporary(ElementType.FLOAT64, kept);
    Tensor variances = invocation.temporary(ElementType.FLOAT64, kept);
    reduction.run(new MomentFolder(input, reduction.termCount(), means, variances));
    Tensor result = invocation.output(0, input.type(), shape);
    new Broadcast(shape, kept)
        .forEachRun(
            (starts, steps, to, count) -> {
              for (int i = 0; i < count; i++) {
                int moment = starts[1] + i * steps[1];
                double distance = input.getDouble(to + i) - means.getDouble(moment);
                double deviation = Math.sqrt(variances.getDouble(moment));
                result.setDouble(to + i, distance / (deviation + EPSILON));
              }
            });
  }
}
