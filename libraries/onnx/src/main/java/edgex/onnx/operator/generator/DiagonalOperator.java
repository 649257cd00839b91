package edgex.onnx.operator.generator;

import edgex.onnx.ModelFormatException;
import edgex.onnx.operator.InputTypes;
import edgex.onnx.operator.Invocation;
import edgex.onnx.operator.NodeContext;
import edgex.onnx.operator.Operator;
import edgex.tensor.ElementType;
import edgex.tensor.Shape;
import edgex.tensor.Tensor;
import edgex.tensor.TensorException;

/** EyeLike: a matrix of the input's shape with ones in one diagonal, zeros elsewhere. */
final class DiagonalOperator implements Operator {
  private final ElementType named;
  private final long diagonal;

  DiagonalOperator(NodeContext context) throws ModelFormatException {
    this.named = context.elementType("dtype", null);
    this.diagonal = context.whole("k", 0);
  }

  @Override
  public ElementType[] outputTypes(InputTypes inputs) throws ModelFormatException {
    return new ElementType[] {named == null ? inputs.get(0) : named};
  }

  @Override
  public void run(Invocation invocation) {
    Shape shape = invocation.input(0).shape();
    if (shape.rank() != 2) {
      throw new TensorException("a tensor of shape " + shape + " is not a matrix");
    }
    ElementType type = named == null ? invocation.input(0).type() : named;
    Tensor result = invocation.output(0, type, shape);
    for (int row = 0; row < shape.dimension(0); row++) {
      long column = row + diagonal;
      if (column >= 0 && column < shape.dimension(1)) {
        result.setLong(row * shape.dimension(1) + (int) column, 1);
      }
    }
  }
}
