package edgex.onnx.operator.elementwise;

import edgex.onnx.ModelFormatException;
import edgex.onnx.operator.InputTypes;
import edgex.onnx.operator.Invocation;
import edgex.onnx.operator.LegacyAttributes;
import edgex.onnx.operator.NodeContext;
import edgex.onnx.operator.Operator;
import edgex.onnx.operator.OperatorTable;
import edgex.tensor.Broadcast;
import edgex.tensor.ElementType;
import edgex.tensor.Elementwise;
import edgex.tensor.Elementwise.RealOperation;
import edgex.tensor.Elementwise.WholeOperation;
import edgex.tensor.FloatArithmetic;
import edgex.tensor.FloatTensor;
import edgex.tensor.Tensor;
import edgex.tensor.TensorException;

/** Add, Sub, Mul, Div: two operands of one type, with broadcasting. */
final class ArithmeticOperator implements Operator {
  private final FloatArithmetic floats;
  private final RealOperation reals;
  private final WholeOperation signed;
  private final WholeOperation unsigned;
  private final LegacyAttributes.Broadcasting legacy;

  private ArithmeticOperator(
      NodeContext context,
      FloatArithmetic floats,
      RealOperation reals,
      WholeOperation signed,
      WholeOperation unsigned)
      throws ModelFormatException {
    this.floats = floats;
    this.reals = reals;
    this.signed = signed;
    this.unsigned = unsigned;
    this.legacy = new LegacyAttributes.Broadcasting(context);
    LegacyAttributes.ignoreConsumedInputs(context);
  }

  static void addTo(OperatorTable table) {
    add(table, "Add", FloatArithmetic.ADD, (a, b) -> a + b, (a, b) -> a + b, (a, b) -> a + b);
    add(table, "Sub", FloatArithmetic.SUBTRACT, (a, b) -> a - b, (a, b) -> a - b, (a, b) -> a - b);
    add(table, "Mul", FloatArithmetic.MULTIPLY, (a, b) -> a * b, (a, b) -> a * b, (a, b) -> a * b);
    add(
        table,
        "Div",
        FloatArithmetic.DIVIDE,
        (a, b) -> a / b,
        ArithmeticOperator::divide,
        (a, b) -> Long.divideUnsigned(a, divisor(b)));
  }

  private static void add(
      OperatorTable table,
      String name,
      FloatArithmetic floats,
      RealOperation reals,
      WholeOperation signed,
      WholeOperation unsigned) {
    table.add(
        name, 1, 2, 2, context -> new ArithmeticOperator(context, floats, reals, signed, unsigned));
  }

  /** On the device, a quotient that the processor cannot form would stop the process. */
  private static long divide(long dividend, long divisor) {
    return divisor == -1 ? -dividend : dividend / divisor(divisor);
  }

  /** The divisor itself; a division of integers by 0 fails the run. */
  static long divisor(long divisor) {
    if (divisor == 0) {
      throw new TensorException("integer division by zero");
    }
    return divisor;
  }

  @Override
  public ElementType[] outputTypes(InputTypes inputs) throws ModelFormatException {
    inputs.numeric(0);
    return new ElementType[] {inputs.same()};
  }

  @Override
  public String kernel() {
    return "vector " + floats;
  }

  @Override
  public void run(Invocation invocation) {
    Tensor left = invocation.input(0);
    Tensor right = invocation.input(1);
    Broadcast broadcast = new Broadcast(left.shape(), legacy.aligned(left.shape(), right.shape()));
    if (left.type() == ElementType.FLOAT32) {
      int over = left.shape().equals(broadcast.shape()) ? 0 : 1;
      FloatTensor result = invocation.floatsOver(0, over, broadcast.shape());
      floats.run(broadcast, (FloatTensor) left, (FloatTensor) right, result);
      return;
    }
    Tensor result = invocation.output(0, left.type(), broadcast.shape());
    if (left.type().isFloatingPoint()) {
      Elementwise.combine(broadcast, reals, left, right, result);
    } else {
      WholeOperation operation = left.type().isUnsigned() ? unsigned : signed;
      Elementwise.combineWhole(broadcast, operation, left, right, result);
    }
  }
}
