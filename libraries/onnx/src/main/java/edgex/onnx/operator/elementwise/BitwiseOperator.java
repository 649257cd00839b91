package edgex.onnx.operator.elementwise;

import edgex.onnx.ModelFormatException;
import edgex.onnx.operator.InputTypes;
import edgex.onnx.operator.Invocation;
import edgex.onnx.operator.Operator;
import edgex.onnx.operator.OperatorTable;
import edgex.tensor.Broadcast;
import edgex.tensor.ElementType;
import edgex.tensor.Elementwise;
import edgex.tensor.Elementwise.WholeOperation;
import edgex.tensor.Tensor;

/** BitwiseAnd, BitwiseOr, BitwiseXor, and BitwiseNot, which is xor with all ones. */
final class BitwiseOperator implements Operator {
  private static final WholeOperation INVERT = (a, b) -> ~a;

  private final WholeOperation operation;

  private BitwiseOperator(WholeOperation operation) {
    this.operation = operation;
  }

  static void addTo(OperatorTable table) {
    table.add("BitwiseAnd", 18, 2, 2, context -> new BitwiseOperator((a, b) -> a & b));
    table.add("BitwiseOr", 18, 2, 2, context -> new BitwiseOperator((a, b) -> a | b));
    table.add("BitwiseXor", 18, 2, 2, context -> new BitwiseOperator((a, b) -> a ^ b));
    table.add("BitwiseNot", 18, 1, 1, context -> new BitwiseOperator(INVERT));
  }

  @Override
  public ElementType[] outputTypes(InputTypes inputs) throws ModelFormatException {
    inputs.require(0, inputs.get(0).isInteger());
    return new ElementType[] {inputs.same()};
  }

  @Override
  public void run(Invocation invocation) {
    Tensor left = invocation.input(0);
    Tensor right = invocation.input(invocation.inputCount() - 1);
    Broadcast broadcast = new Broadcast(left.shape(), right.shape());
    Tensor result = invocation.output(0, left.type(), broadcast.shape());
    Elementwise.combineWhole(broadcast, operation, left, right, result);
  }
}
