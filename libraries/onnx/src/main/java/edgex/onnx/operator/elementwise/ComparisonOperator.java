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
import edgex.tensor.Tensor;

/** Equal, Less, And and their like: two operands of one type give a truth value. */
final class ComparisonOperator implements Operator {
  private interface RealTest {
    boolean holds(double a, double b);
  }

  /** Decides by the sign of the comparison of two integers. */
  private interface OrderTest {
    boolean holds(int order);
  }

  private final RealTest reals;
  private final OrderTest wholes;
  private final boolean logical;
  private final LegacyAttributes.Broadcasting legacy;

  private ComparisonOperator(NodeContext context, RealTest reals, OrderTest wholes, boolean logical)
      throws ModelFormatException {
    this.reals = reals;
    this.wholes = wholes;
    this.logical = logical;
    this.legacy = new LegacyAttributes.Broadcasting(context);
  }

  static void addTo(OperatorTable table) {
    add(table, "Equal", 1, (a, b) -> a == b, order -> order == 0);
    add(table, "Less", 1, (a, b) -> a < b, order -> order < 0);
    add(table, "Greater", 1, (a, b) -> a > b, order -> order > 0);
    add(table, "LessOrEqual", 12, (a, b) -> a <= b, order -> order <= 0);
    add(table, "GreaterOrEqual", 12, (a, b) -> a >= b, order -> order >= 0);
    addLogical(table, "And", (a, b) -> a != 0 && b != 0);
    addLogical(table, "Or", (a, b) -> a != 0 || b != 0);
    addLogical(table, "Xor", (a, b) -> a != b);
  }

  private static void add(
      OperatorTable table, String name, long since, RealTest reals, OrderTest wholes) {
    table.add(name, since, 2, 2, context -> new ComparisonOperator(context, reals, wholes, false));
  }

  private static void addLogical(OperatorTable table, String name, RealTest test) {
    table.add(name, 1, 2, 2, context -> new ComparisonOperator(context, test, null, true));
  }

  @Override
  public ElementType[] outputTypes(InputTypes inputs) throws ModelFormatException {
    inputs.same();
    if (logical) {
      inputs.exactly(0, ElementType.BOOL);
    }
    return new ElementType[] {ElementType.BOOL};
  }

  @Override
  public void run(Invocation invocation) {
    Tensor left = invocation.input(0);
    Tensor right = invocation.input(1);
    Broadcast broadcast = new Broadcast(left.shape(), legacy.aligned(left.shape(), right.shape()));
    Tensor result = invocation.output(0, ElementType.BOOL, broadcast.shape());
    broadcast.forEachRun(
        (starts, steps, to, count) -> {
          for (int i = 0; i < count; i++) {
            boolean holds = holds(left, starts[0] + i * steps[0], right, starts[1] + i * steps[1]);
            result.setLong(to + i, holds ? 1 : 0);
          }
        });
  }

  private boolean holds(Tensor left, int leftIndex, Tensor right, int rightIndex) {
    if (logical || left.type().isFloatingPoint()) {
      return reals.holds(left.getDouble(leftIndex), right.getDouble(rightIndex));
    }
    long a = left.getLong(leftIndex);
    long b = right.getLong(rightIndex);
    boolean unsigned = left.type().isUnsigned();
    return wholes.holds(unsigned ? Long.compareUnsigned(a, b) : Long.compare(a, b));
  }
}
