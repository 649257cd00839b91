package edgex.onnx.operator.elementwise;

import edgex.onnx.ModelFormatException;
import edgex.onnx.operator.InputTypes;
import edgex.onnx.operator.Invocation;
import edgex.onnx.operator.LegacyAttributes;
import edgex.onnx.operator.NodeContext;
import edgex.onnx.operator.Operator;
import edgex.onnx.operator.OperatorTable;
import edgex.tensor.ElementType;
import edgex.tensor.Elementwise;
import edgex.tensor.Elementwise.RealFunction;
import edgex.tensor.Tensor;

/** Abs, Neg, Sign: functions of each element that keep every type of numbers exact. */
final class SignOperator implements Operator {
  private interface WholeFunction {
    long apply(long x);
  }

  private final RealFunction reals;
  private final WholeFunction wholes;

  private SignOperator(NodeContext context, RealFunction reals, WholeFunction wholes)
      throws ModelFormatException {
    this.reals = reals;
    this.wholes = wholes;
    LegacyAttributes.ignoreConsumedInputs(context);
  }

  static void addTo(OperatorTable table) {
    add(table, "Abs", 1, Math::abs, x -> x < 0 ? -x : x);
    add(table, "Neg", 1, x -> -x, x -> -x);
    add(table, "Sign", 9, Math::signum, Long::signum);
  }

  private static void add(
      OperatorTable table, String name, long since, RealFunction reals, WholeFunction wholes) {
    table.add(name, since, 1, 1, context -> new SignOperator(context, reals, wholes));
  }

  @Override
  public ElementType[] outputTypes(InputTypes inputs) throws ModelFormatException {
    return new ElementType[] {inputs.require(0, inputs.numeric(0) != ElementType.UINT64)};
  }

  @Override
  public void run(Invocation invocation) {
    Tensor input = invocation.input(0);
    Tensor result = invocation.output(0, input.type(), input.shape());
    if (input.type().isFloatingPoint()) {
      Elementwise.map(reals, input, result);
      return;
    }
    for (int index = 0; index < input.elementCount(); index++) {
      result.setLong(index, wholes.apply(input.getLong(index)));
    }
  }
}
