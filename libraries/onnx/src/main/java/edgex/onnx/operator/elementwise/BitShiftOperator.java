package edgex.onnx.operator.elementwise;

import edgex.onnx.ModelFormatException;
import edgex.onnx.operator.InputTypes;
import edgex.onnx.operator.Invocation;
import edgex.onnx.operator.NodeContext;
import edgex.onnx.operator.Operator;
import edgex.tensor.Broadcast;
import edgex.tensor.ElementType;
import edgex.tensor.Elementwise;
import edgex.tensor.Elementwise.WholeOperation;
import edgex.tensor.Tensor;

/** BitShift: unsigned integers shifted by as many bits as the second operand says. */
final class BitShiftOperator implements Operator {
  private final boolean left;

  BitShiftOperator(NodeContext context) throws ModelFormatException {
    context.require(context.has("direction"), "attribute direction is missing");
    this.left = context.choice("direction", "LEFT", "RIGHT").equals("LEFT");
  }

  @Override
  public ElementType[] outputTypes(InputTypes inputs) throws ModelFormatException {
    inputs.require(0, inputs.get(0).isUnsigned());
    return new ElementType[] {inputs.same()};
  }

  @Override
  public void run(Invocation invocation) {
    Tensor value = invocation.input(0);
    Tensor distance = invocation.input(1);
    Broadcast broadcast = new Broadcast(value.shape(), distance.shape());
    Tensor result = invocation.output(0, value.type(), broadcast.shape());
    WholeOperation shift =
        left ? (a, b) -> isAll(b) ? 0 : a << b : (a, b) -> isAll(b) ? 0 : a >>> b;
    Elementwise.combineWhole(broadcast, shift, value, distance, result);
  }

  /** Whether a shift by this distance, unsigned, leaves no bit; Java would take it modulo 64. */
  private static boolean isAll(long distance) {
    return distance < 0 || distance >= Long.SIZE;
  }
}
