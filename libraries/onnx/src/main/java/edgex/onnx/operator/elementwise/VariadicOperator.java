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
import edgex.tensor.Shape;
import edgex.tensor.Tensor;
import edgex.tensor.TensorException;

/** Max, Min, Sum, Mean: any number of operands of one type, with broadcasting since opset 8. */
final class VariadicOperator implements Operator {
  private final FloatArithmetic floats;
  private final RealOperation reals;
  private final WholeOperation signed;
  private final WholeOperation unsigned;
  private final boolean mean;
  private final boolean sameShapes;

  private VariadicOperator(
      NodeContext context,
      FloatArithmetic floats,
      RealOperation reals,
      WholeOperation signed,
      WholeOperation unsigned,
      boolean mean)
      throws ModelFormatException {
    this.floats = floats;
    this.reals = reals;
    this.signed = signed;
    this.unsigned = unsigned;
    this.mean = mean;
    this.sameShapes = context.opset() < 8;
    LegacyAttributes.ignoreConsumedInputs(context);
  }

  static void addTo(OperatorTable table) {
    table.add(
        "Max",
        1,
        1,
        OperatorTable.ANY,
        context ->
            new VariadicOperator(
                context,
                FloatArithmetic.MAXIMUM,
                Math::max,
                Math::max,
                (a, b) -> Long.compareUnsigned(a, b) < 0 ? b : a,
                false));
    table.add(
        "Min",
        1,
        1,
        OperatorTable.ANY,
        context ->
            new VariadicOperator(
                context,
                FloatArithmetic.MINIMUM,
                Math::min,
                Math::min,
                (a, b) -> Long.compareUnsigned(a, b) < 0 ? a : b,
                false));
    addReal(table, "Sum", false);
    addReal(table, "Mean", true);
  }

  private static void addReal(OperatorTable table, String name, boolean mean) {
    table.add(
        name,
        1,
        1,
        OperatorTable.ANY,
        context ->
            new VariadicOperator(context, FloatArithmetic.ADD, (a, b) -> a + b, null, null, mean));
  }

  @Override
  public ElementType[] outputTypes(InputTypes inputs) throws ModelFormatException {
    ElementType type = signed == null ? inputs.floatingPoint(0) : inputs.numeric(0);
    return new ElementType[] {inputs.all(type)};
  }

  @Override
  public void run(Invocation invocation) {
    Shape[] shapes = new Shape[invocation.inputCount()];
    for (int index = 0; index < shapes.length; index++) {
      shapes[index] = invocation.input(index).shape();
      if (sameShapes && !shapes[index].equals(shapes[0])) {
        throw new TensorException("shapes " + shapes[0] + " and " + shapes[index] + " differ");
      }
    }
    ElementType type = invocation.input(0).type();
    Tensor result = invocation.output(0, type, Broadcast.commonShape(shapes));
    if (type == ElementType.FLOAT32 && shapes.length == 2 && !mean) {
      FloatTensor right = invocation.floatInput(1);
      Broadcast both = new Broadcast(shapes[0], shapes[1]);
      floats.run(both, invocation.floatInput(0), right, (FloatTensor) result);
      return;
    }
    copyBroadcast(invocation.input(0), result);
    for (int index = 1; index < shapes.length; index++) {
      Broadcast pair = new Broadcast(result.shape(), shapes[index]);
      Tensor next = invocation.input(index);
      if (type.isFloatingPoint()) {
        Elementwise.combine(pair, reals, result, next, result);
      } else {
        WholeOperation operation = type.isUnsigned() ? unsigned : signed;
        Elementwise.combineWhole(pair, operation, result, next, result);
      }
    }
    if (mean) {
      Elementwise.map(x -> x / shapes.length, result, result);
    }
  }

  private static void copyBroadcast(Tensor source, Tensor result) {
    new Broadcast(source.shape(), result.shape())
        .forEachRun(
            (starts, steps, to, count) -> {
              for (int i = 0; i < count; i++) {
                result.setFrom(to + i, source, starts[0] + i * steps[0]);
              }
            });
  }
}
