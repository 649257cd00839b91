package edgex.onnx.operator.matrix;

import edgex.onnx.ModelFormatException;
import edgex.onnx.operator.Floats;
import edgex.onnx.operator.InputTypes;
import edgex.onnx.operator.Invocation;
import edgex.onnx.operator.NodeContext;
import edgex.onnx.operator.Operator;
import edgex.tensor.ElementType;
import edgex.tensor.FloatTensor;
import edgex.tensor.Matrix;
import edgex.tensor.MatrixProduct;
import edgex.tensor.MatrixProduct.Place;
import edgex.tensor.Shape;
import edgex.tensor.Tensor;

/** MatMul: the product of matrices in the last two axes. */
final class MatMulOperator implements Operator {
  MatMulOperator(NodeContext context) {}

  @Override
  public ElementType[] outputTypes(InputTypes inputs) throws ModelFormatException {
    inputs.numeric(0);
    return new ElementType[] {inputs.same()};
  }

  @Override
  public long operations(Shape[] inputs, Shape output) {
    return 2L * inputs[0].dimension(inputs[0].rank() - 1) * output.elementCount();
  }

  @Override
  public String kernel() {
    return "product";
  }

  @Override
  public void run(Invocation invocation) {
    Tensor left = invocation.input(0);
    Tensor right = invocation.input(1);
    BatchedMatrices shapes = new BatchedMatrices(left.shape(), right.shape());
    Tensor result = invocation.output(0, left.type(), shapes.resultShape());
    if (left.type() == ElementType.FLOAT32 || left.type() == ElementType.FLOAT16) {
      multiplyFloats(invocation, shapes, result);
    } else {
      multiplyAny(shapes, left, right, result);
    }
  }

  private static void multiplyFloats(Invocation invocation, BatchedMatrices shapes, Tensor result) {
    FloatTensor left = Floats.input(invocation, 0);
    FloatTensor right = Floats.input(invocation, 1);
    FloatTensor target = Floats.target(invocation, result);
    int rows = shapes.rows();
    int depth = shapes.depth();
    int columns = shapes.columns();
    shapes.forEach(
        (leftFrom, rightFrom, to) ->
            invocation
                .gemm()
                .multiplyAdd(
                    Matrix.rowMajor(left.values(), left.offset() + leftFrom, rows, depth),
                    Matrix.rowMajor(right.values(), right.offset() + rightFrom, depth, columns),
                    Matrix.rowMajor(target.values(), target.offset() + to, rows, columns)));
    Floats.store(target, result);
  }

  private static void multiplyAny(
      BatchedMatrices shapes, Tensor left, Tensor right, Tensor result) {
    int depth = shapes.depth();
    int columns = shapes.columns();
    shapes.forEach(
        (leftFrom, rightFrom, to) ->
            MatrixProduct.add(
                new Place(left, leftFrom, depth, 1),
                new Place(right, rightFrom, columns, 1),
                new Place(result, to, columns, 1),
                shapes.rows(),
                depth,
                columns));
  }
}
