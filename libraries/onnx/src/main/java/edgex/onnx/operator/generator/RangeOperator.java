package edgex.onnx.operator.generator;

import edgex.onnx.ModelFormatException;
import edgex.onnx.operator.InputTypes;
import edgex.onnx.operator.Invocation;
import edgex.onnx.operator.NodeContext;
import edgex.onnx.operator.Operands;
import edgex.onnx.operator.Operator;
import edgex.tensor.ElementType;
import edgex.tensor.Shape;
import edgex.tensor.Tensor;
import edgex.tensor.TensorException;

/** Range: numbers from a start to before a limit, at a distance. */
final class RangeOperator implements Operator {
  RangeOperator(NodeContext context) {}

  @Override
  public ElementType[] outputTypes(InputTypes inputs) throws ModelFormatException {
    ElementType type = inputs.numeric(0);
    inputs.require(0, !type.isUnsigned());
    return new ElementType[] {inputs.same()};
  }

  @Override
  public void run(Invocation invocation) {
    ElementType type = invocation.input(0).type();
    double start = Operands.real(invocation.input(0));
    double limit = Operands.real(invocation.input(1));
    double delta = Operands.real(invocation.input(2));
    double count = Math.max(0, Math.ceil((limit - start) / delta));
    if (delta == 0 || !(count <= Shape.MAXIMUM_ELEMENTS)) {
      throw new TensorException(
          "a range from " + start + " to " + limit + " by " + delta + " makes no tensor");
    }
    Tensor result = invocation.output(0, type, Shape.of((int) count));
    long first = Operands.whole(invocation.input(0));
    long step = Operands.whole(invocation.input(2));
    for (int index = 0; index < result.elementCount(); index++) {
      if (type.isInteger()) {
        result.setLong(index, first + index * step);
      } else {
        result.setDouble(index, start + index * delta);
      }
    }
  }
}
