package edgex.onnx.operator.quantization;

import edgex.onnx.operator.Invocation;
import edgex.onnx.operator.matrix.BatchedMatrices;
import edgex.tensor.ByteGemm;
import edgex.tensor.ByteGemm.Factor;
import edgex.tensor.ByteGemm.ZeroPoints;
import edgex.tensor.ByteTensor;
import edgex.tensor.IntTensor;
import edgex.tensor.Tensor;
import edgex.tensor.TensorException;

/** The product of matrices of bytes, their zero points taken away, into 32-bit integers. */
final class ByteProduct {
  private final BatchedMatrices shapes;
  private final ByteTensor left;
  private final ByteTensor right;
  private final ZeroPoints leftZeros;
  private final ZeroPoints rightZeros;

  ByteProduct(Invocation invocation, int left, int leftZero, int right, int rightZero) {
    this.left = (ByteTensor) invocation.input(left);
    this.right = (ByteTensor) invocation.input(right);
    this.shapes = new BatchedMatrices(this.left.shape(), this.right.shape());
    this.leftZeros = zeros(invocation, leftZero, shapes.rows());
    this.rightZeros = zeros(invocation, rightZero, shapes.columns());
  }

  private static ZeroPoints zeros(Invocation invocation, int index, int count) {
    if (!invocation.hasInput(index)) {
      return ZeroPoints.NONE;
    }
    Tensor tensor = invocation.input(index);
    int[] points = new int[tensor.elementCount()];
    for (int point = 0; point < points.length; point++) {
      points[point] = (int) tensor.getLong(point);
    }
    ZeroPoints zeros = new ZeroPoints(points);
    if (!zeros.fits(count)) {
      throw new TensorException("zero point " + tensor + " does not fit " + count + " lines");
    }
    return zeros;
  }

  BatchedMatrices shapes() {
    return shapes;
  }

  /** Fills a tensor of the result's shape. */
  void run(IntTensor sums) {
    shapes.forEach(
        (leftFrom, rightFrom, to) ->
            ByteGemm.multiply(
                new Factor(left, leftFrom, leftZeros),
                new Factor(right, rightFrom, rightZeros),
                shapes.rows(),
                shapes.depth(),
                shapes.columns(),
                sums.values(),
                sums.offset() + to));
  }
}
