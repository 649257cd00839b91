package edgex.onnx.operator.elementwise;

import edgex.onnx.ModelFormatException;
import edgex.onnx.operator.InputTypes;
import edgex.onnx.operator.Invocation;
import edgex.onnx.operator.LegacyAttributes;
import edgex.onnx.operator.NodeContext;
import edgex.onnx.operator.Operator;
import edgex.tensor.ElementType;
import edgex.tensor.Tensor;
import edgex.tensor.TensorException;

/** Clip: elements below or above a limit become it; limits are attributes before opset 11. */
final class ClipOperator implements Operator {
  private static final int LOWEST = 1;
  private static final int HIGHEST = 2;

  private final double lowest;
  private final double highest;

  ClipOperator(NodeContext context) throws ModelFormatException {
    boolean legacy = context.opset() < 11;
    float most = Float.MAX_VALUE;
    this.lowest = legacy ? context.real("min", -most) : Double.NEGATIVE_INFINITY;
    this.highest = legacy ? context.real("max", most) : Double.POSITIVE_INFINITY;
    LegacyAttributes.ignoreConsumedInputs(context);
    context.require(!legacy || context.inputCount() == 1, "limits are attributes before opset 11");
  }

  @Override
  public ElementType[] outputTypes(InputTypes inputs) throws ModelFormatException {
    ElementType type = inputs.numeric(0);
    // Limits of 64-bit integers would be rounded on their way through a double.
    inputs.require(0, type != ElementType.UINT64);
    return new ElementType[] {inputs.same()};
  }

  @Override
  public void run(Invocation invocation) {
    Tensor input = invocation.input(0);
    Tensor result = invocation.output(0, input.type(), input.shape());
    if (input.type().isInteger()) {
      long low =
          invocation.hasInput(LOWEST) ? limit(invocation, LOWEST).getLong(0) : Long.MIN_VALUE;
      long high =
          invocation.hasInput(HIGHEST) ? limit(invocation, HIGHEST).getLong(0) : Long.MAX_VALUE;
      for (int index = 0; index < input.elementCount(); index++) {
        result.setLong(index, Math.min(Math.max(input.getLong(index), low), high));
      }
      return;
    }
    double low = invocation.hasInput(LOWEST) ? limit(invocation, LOWEST).getDouble(0) : lowest;
    double high = invocation.hasInput(HIGHEST) ? limit(invocation, HIGHEST).getDouble(0) : highest;
    for (int index = 0; index < input.elementCount(); index++) {
      result.setDouble(index, Math.min(Math.max(input.getDouble(index), low), high));
    }
  }

  private static Tensor limit(Invocation invocation, int index) {
    Tensor limit = invocation.input(index);
    if (limit.elementCount() != 1) {
      throw new TensorException("a limit must be a single number, not " + limit);
    }
    return limit;
  }
}
