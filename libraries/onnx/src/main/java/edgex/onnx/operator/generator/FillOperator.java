package edgex.onnx.operator.generator;

import edgex.onnx.ModelFormatException;
import edgex.onnx.operator.InputTypes;
import edgex.onnx.operator.Invocation;
import edgex.onnx.operator.NodeContext;
import edgex.onnx.operator.Operands;
import edgex.onnx.operator.Operator;
import edgex.tensor.ElementType;
import edgex.tensor.FloatTensor;
import edgex.tensor.Shape;
import edgex.tensor.Tensor;

/** ConstantOfShape: one value, 0 unless given, repeated in the shape that the input gives. */
final class FillOperator implements Operator {
  private final Tensor value;

  FillOperator(NodeContext context) throws ModelFormatException {
    Tensor given = context.constant("value");
    context.require(given == null || given.elementCount() == 1, "attribute value is not single");
    this.value = given == null ? FloatTensor.of(Shape.SCALAR, 0f) : given;
  }

  @Override
  public ElementType[] outputTypes(InputTypes inputs) throws ModelFormatException {
    inputs.exactly(0, ElementType.INT64);
    return new ElementType[] {value.type()};
  }

  @Override
  public void run(Invocation invocation) {
    Shape shape = Shape.ofLongs(Operands.wholes(invocation.input(0)));
    Tensor result = invocation.output(0, value.type(), shape);
    for (int index = 0; index < result.elementCount(); index++) {
      result.setFrom(index, value, 0);
    }
  }
}
