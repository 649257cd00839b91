package edgex.onnx.operator.layout;

import edgex.onnx.ModelFormatException;
import edgex.onnx.operator.InputTypes;
import edgex.onnx.operator.Invocation;
import edgex.onnx.operator.NodeContext;
import edgex.onnx.operator.Operator;
import edgex.tensor.ElementType;
import edgex.tensor.Tensor;
import edgex.tensor.Transposition;

/** Transpose: axes reordered by attribute {@code perm}, or reversed without it. */
final class TransposeOperator implements Operator {
  private final int[] permutation;

  TransposeOperator(NodeContext context) throws ModelFormatException {
    this.permutation = context.integers("perm");
  }

  @Override
  public ElementType[] outputTypes(InputTypes inputs) throws ModelFormatException {
    return new ElementType[] {inputs.get(0)};
  }

  @Override
  public void run(Invocation invocation) {
    Tensor input = invocation.input(0);
    int[] order = permutation;
    if (order == null) {
      order = new int[input.shape().rank()];
      for (int axis = 0; axis < order.length; axis++) {
        order[axis] = order.length - 1 - axis;
      }
    }
    Tensor result = invocation.output(0, input.type(), Transposition.shape(input.shape(), order));
    Transposition.run(input, order, result);
  }
}
