package edgex.onnx.operator.matrix;

import edgex.tensor.Broadcast;
import edgex.tensor.Shape;
import edgex.tensor.TensorException;
import java.util.Arrays;

/**
 * The shapes of a product of matrices in the last two axes of two tensors, as NumPy's {@code
 * matmul} defines it: the axes before them broadcast; a vector on the left is a row, one on the
 * right a column, and the axis so added goes away again.
 */
public final class BatchedMatrices {
  private final Broadcast batches;
  private final Shape resultShape;
  private final int rows;
  private final int depth;
  private final int columns;

  /** Receives one product of two matrices; all numbers are flat indices of first elements. */
  public interface Product {
    /** Multiplies the matrix at {@code left} by that at {@code right} into {@code result}. */
    void run(int left, int right, int result);
  }

  /**
   * The product of tensors of these shapes.
   *
   * @throws TensorException if they do not fit
   */
  public BatchedMatrices(Shape left, Shape right) {
    if (left.rank() == 0 || right.rank() == 0) {
      throw new TensorException("a scalar cannot be a factor of a matrix product");
    }
    boolean leftVector = left.rank() == 1;
    boolean rightVector = right.rank() == 1;
    Shape leftShape = leftVector ? Shape.of(1, left.elementCount()) : left;
    Shape rightShape = rightVector ? Shape.of(right.elementCount(), 1) : right;
    this.rows = leftShape.dimension(leftShape.rank() - 2);
    this.depth = leftShape.dimension(leftShape.rank() - 1);
    this.columns = rightShape.dimension(rightShape.rank() - 1);
    if (rightShape.dimension(rightShape.rank() - 2) != depth) {
      throw new TensorException("cannot multiply matrices of " + left + " and " + right);
    }
    this.batches = new Broadcast(batchShape(leftShape), batchShape(rightShape));
    this.resultShape =
        resultShape(batches.shape(), leftVector ? -1 : rows, rightVector ? -1 : columns);
  }

  /** The shape of the result. */
  public Shape resultShape() {
    return resultShape;
  }

  /** Rows of each left factor. */
  public int rows() {
    return rows;
  }

  /** Columns of each left factor, which are the rows of each right one. */
  public int depth() {
    return depth;
  }

  /** Columns of each right factor. */
  public int columns() {
    return columns;
  }

  /** Visits every pair of matrices that is to be multiplied. */
  public void forEach(Product product) {
    batches.forEachRun(
        (starts, steps, to, count) -> {
          for (int i = 0; i < count; i++) {
            int left = (starts[0] + i * steps[0]) * rows * depth;
            int right = (starts[1] + i * steps[1]) * depth * columns;
            product.run(left, right, (to + i) * rows * columns);
          }
        });
  }

  private static Shape batchShape(Shape shape) {
    return Shape.of(Arrays.copyOf(shape.toArray(), shape.rank() - 2));
  }

  /** Batch axes, then rows and columns unless they are negative. */
  private static Shape resultShape(Shape batch, int rows, int columns) {
    int[] dimensions = Arrays.copyOf(batch.toArray(), batch.rank() + 2);
    int rank = batch.rank();
    if (rows >= 0) {
      dimensions[rank++] = rows;
    }
    if (columns >= 0) {
      dimensions[rank++] = columns;
    }
    return Shape.of(Arrays.copyOf(dimensions, rank));
  }
}
