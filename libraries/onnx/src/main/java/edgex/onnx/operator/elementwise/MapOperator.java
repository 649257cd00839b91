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
import edgex.tensor.FloatTensor;
import edgex.tensor.Rounding;
import edgex.tensor.SpecialFunctions;
import edgex.tensor.Tensor;
import edgex.tensor.kernel.Activation;

/** A function of each floating-point element: Sigmoid, Exp, LeakyRelu and their like. */
final class MapOperator implements Operator {
  private static final double ROOT_OF_TWO = Math.sqrt(2);

  /** A function with one parameter, attribute {@code alpha}. */
  private interface AlphaFunction {
    double apply(double x, float alpha);
  }

  private final RealFunction function;

  /** The same function for floats by a kernel, or null. */
  private final Activation kernel;

  private final float[] parameters;

  private MapOperator(NodeContext context, RealFunction function) throws ModelFormatException {
    this(context, function, null, 0, 0);
  }

  private MapOperator(
      NodeContext context, RealFunction function, Activation kernel, float first, float second)
      throws ModelFormatException {
    this.function = function;
    this.kernel = kernel;
    this.parameters = new float[] {first, second, 1, 0};
    LegacyAttributes.ignoreConsumedInputs(context);
  }

  static void addTo(OperatorTable table) {
    add(table, "Sigmoid", 1, Activation.SIGMOID, x -> 1 / (1 + Math.exp(-x)));
    add(table, "Tanh", 1, Activation.TANH, Math::tanh);
    add(table, "Exp", 1, Activation.EXPONENTIAL, Math::exp);
    add(table, "Log", 1, Activation.LOGARITHM, Math::log);
    add(table, "Sqrt", 1, Activation.SQUARE_ROOT, Math::sqrt);
    add(table, "Reciprocal", 1, x -> 1 / x);
    add(table, "Floor", 1, Math::floor);
    add(table, "Ceil", 1, Math::ceil);
    add(table, "Softplus", 1, MapOperator::softplus);
    add(table, "Softsign", 1, x -> x / (1 + Math.abs(x)));
    add(table, "HardSwish", 14, x -> x * Math.max(0, Math.min(1, x / 6 + 0.5)));
    add(table, "Erf", 9, Activation.ERROR_FUNCTION, SpecialFunctions::erf);
    add(table, "Round", 11, Rounding::nearestEven);
    add(table, "Mish", 18, x -> x * Math.tanh(softplus(x)));
    addTrigonometry(table);
    addWithAttributes(table);
  }

  private static void addTrigonometry(OperatorTable table) {
    add(table, "Sin", 7, Math::sin);
    add(table, "Cos", 7, Math::cos);
    add(table, "Tan", 7, Math::tan);
    add(table, "Asin", 7, Math::asin);
    add(table, "Acos", 7, Math::acos);
    add(table, "Atan", 7, Math::atan);
    add(table, "Sinh", 9, Math::sinh);
    add(table, "Cosh", 9, Math::cosh);
    add(table, "Asinh", 9, x -> Math.signum(x) * Math.log(Math.abs(x) + Math.sqrt(x * x + 1)));
    add(table, "Acosh", 9, x -> Math.log(x + Math.sqrt(x * x - 1)));
    add(table, "Atanh", 9, x -> 0.5 * Math.log((1 + x) / (1 - x)));
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
          return new MapOperator(
              context,
              x -> Math.max(0, Math.min(1, alpha * x + beta)),
              Activation.HARD_SIGMOID,
              alpha,
              beta);
        });
    table.add("Gelu", 20, 1, 1, MapOperator::gelu);
    addAlpha(table, "ThresholdedRelu", 10, (x, alpha) -> x > alpha ? x : 0);
    addAlpha(table, "Swish", 24, (x, alpha) -> x / (1 + Math.exp(-alpha * x)));
    addAlpha(
        table, "Celu", 12, (x, alpha) -> x > 0 ? x : alpha * (Math.exp(x / (double) alpha) - 1));
  }

  private static void addAlpha(
      OperatorTable table, String name, long since, AlphaFunction function) {
    table.add(
        name,
        since,
        1,
        1,
        context -> {
          float alpha = context.real("alpha", 1f);
          return new MapOperator(context, x -> function.apply(x, alpha));
        });
  }

  private static void add(OperatorTable table, String name, long since, RealFunction function) {
    table.add(name, since, 1, 1, context -> new MapOperator(context, function));
  }

  private static void add(
      OperatorTable table, String name, long since, Activation kernel, RealFunction function) {
    table.add(name, since, 1, 1, context -> new MapOperator(context, function, kernel, 0, 0));
  }

  private static Operator leakyRelu(NodeContext context, float alpha) throws ModelFormatException {
    return new MapOperator(context, x -> x < 0 ? alpha * x : x, Activation.LEAKY_RELU, alpha, 0);
  }

  private static Operator elu(NodeContext context, float alpha, float gamma)
      throws ModelFormatException {
    return new MapOperator(context, x -> gamma * (x < 0 ? alpha * (Math.exp(x) - 1) : x));
  }

  private static Operator gelu(NodeContext context) throws ModelFormatException {
    if (context.choice("approximate", "none", "tanh").equals("none")) {
      return new MapOperator(context, x -> 0.5 * x * (1 + SpecialFunctions.erf(x / ROOT_OF_TWO)));
    }
    double scale = Math.sqrt(2 / Math.PI);
    return new MapOperator(
        context, x -> 0.5 * x * (1 + Math.tanh(scale * (x + 0.044715 * x * x * x))));
  }

  /** Written so that no exponential overflows. */
  private static double softplus(double x) {
    return Math.max(x, 0) + Math.log(1 + Math.exp(-Math.abs(x)));
  }

  @Override
  public ElementType[] outputTypes(InputTypes inputs) throws ModelFormatException {
    return new ElementType[] {inputs.floatingPoint(0)};
  }

  @Override
  public String kernel() {
    return kernel == null ? "loop" : "vector " + kernel;
  }

  @Override
  public void run(Invocation invocation) {
    Tensor input = invocation.input(0);
    if (kernel != null && input instanceof FloatTensor floats) {
      FloatTensor result = invocation.floatsOver(0, 0, input.shape());
      Elementwise.activate(kernel, parameters, floats, result);
      return;
    }
    Elementwise.map(function, input, invocation.output(0, input.type(), input.shape()));
  }
}
