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

/** A function of each floating-point element: Sigmoid, Exp, LeakyRelu and their like. */
final class MapOperator implements Operator {
  private final RealFunction function;

  private MapOperator(NodeContext context, RealFunction function) throws ModelFormatException {
    this.function = function;
    LegacyAttributes.ignoreConsumedInputs(context);
  }

  static void addTo(OperatorTable table) {
    add(table, "Sigmoid", 1, x -> 1 / (1 + Math.exp(-x)));
    add(table, "Tanh", 1, Math::tanh);
    add(table, "Exp", 1, Math::exp);
    add(table, "Log", 1, Math::log);
    add(table, "Sqrt", 1, Math::sqrt);
    add(table, "Reciprocal", 1, x -> 1 / x);
    add(table, "Floor", 1, Math::floor);
    add(table, "Ceil", 1, Math::ceil);
    add(table, "Softplus", 1, x -> x > 0 ? x + log1p(Math.exp(-x)) : log1p(Math.exp(x)));
    add(table, "Softsign", 1, x -> x / (1 + Math.abs(x)));
    add(table, "HardSwish", 14, x -> x * Math.max(0, Math.min(1, x / 6 + 0.5)));
    addWithAttributes(table);
  }

  private static void addWithAttributes(OperatorTable table) {
    table.add("LeakyRelu", 1, 1, 1, context -> leakyRelu(context, context.real("alpha", 0.01f)));
    table.add("Elu", 1, 1, 1, context -> elu(context, context.real("alpha", 1f), 1f));
    table.add(
        "Selu",
        1,
        1,
        1,
        context -> {
          // The defaults changed with opset 6, from rounded numbers to exact ones.
          boolean old = context.opset() < 6;
          float alpha = context.real("alpha", old ? 1.6732f : 1.6732632f);
          return elu(context, alpha, context.real("gamma", old ? 1.0507f : 1.050701f));
        });
    table.add(
        "HardSigmoid",
        1,
        1,
        1,
        context -> {
          float alpha = context.real("alpha", 0.2f);
          float beta = context.real("beta", 0.5f);
          return new MapOperator(context, x -> Math.max(0, Math.min(1, alpha * x + beta)));
        });
    table.add(
        "ThresholdedRelu",
        10,
        1,
        1,
        context -> {
          float alpha = context.real("alpha", 1f);
          return new MapOperator(context, x -> x > alpha ? x : 0);
        });
  }

  private static void add(OperatorTable table, String name, long since, RealFunction function) {
    table.add(name, since, 1, 1, context -> new MapOperator(context, function));
  }

  private static Operator leakyRelu(NodeContext context, float alpha) throws ModelFormatException {
    return new MapOperator(context, x -> x < 0 ? alpha * x : x);
  }

  private static Operator elu(NodeContext context, float alpha, float gamma)
      throws ModelFormatException {
    return new MapOperator(context, x -> gamma * (x < 0 ? alpha * (Math.exp(x) - 1) : x));
  }

  private static double log1p(double x) {
    return Math.log(1 + x);
  }

  @Override
  public ElementType[] outputTypes(InputTypes inputs) throws ModelFormatException {
    return new ElementType[] {inputs.floatingPoint(0)};
  }

  @Override
  public void run(Invocation invocation) {
    Tensor input = invocation.input(0);
    Elementwise.map(function, input, invocation.output(0, input.type(), input.shape()));
  }
}
