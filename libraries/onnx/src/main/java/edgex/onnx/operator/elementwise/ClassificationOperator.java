package edgex.onnx.operator.elementwise;

import edgex.onnx.ModelFormatException;
import edgex.onnx.operator.InputTypes;
import edgex.onnx.operator.Invocation;
import edgex.onnx.operator.NodeContext;
import edgex.onnx.operator.Operator;
import edgex.onnx.operator.OperatorTable;
import edgex.tensor.ElementType;
import edgex.tensor.Tensor;

/** IsNaN, IsInf: whether each floating-point number is of a special kind. */
final class ClassificationOperator implements Operator {
  private interface Test {
    boolean holds(double x);
  }

  private final Test test;

  private ClassificationOperator(Test test) {
    this.test = test;
  }

  static void addTo(OperatorTable table) {
    table.add("IsNaN", 9, 1, 1, context -> new ClassificationOperator(Double::isNaN));
    table.add("IsInf", 10, 1, 1, ClassificationOperator::infinity);
  }

  private static Operator infinity(NodeContext context) throws ModelFormatException {
    boolean negative = context.whole("detect_negative", 1) != 0;
    boolean positive = context.whole("detect_positive", 1) != 0;
    return new ClassificationOperator(x -> Double.isInfinite(x) && (x > 0 ? positive : negative));
  }

  @Override
  public ElementType[] outputTypes(InputTypes inputs) throws ModelFormatException {
    inputs.floatingPoint(0);
    return new ElementType[] {ElementType.BOOL};
  }

  @Override
  public void run(Invocation invocation) {
    Tensor input = invocation.input(0);
    Tensor result = invocation.output(0, ElementType.BOOL, input.shape());
    for (int index = 0; index < input.elementCount(); index++) {
      result.setLong(index, test.holds(input.getDouble(index)) ? 1 : 0);
    }
  }
}
