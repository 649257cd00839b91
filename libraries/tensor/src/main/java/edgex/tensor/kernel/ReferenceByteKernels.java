package edgex.tensor.kernel;

/** What {@link ByteKernels} computes, in plain Java; packed bytes are row-major. */
@SuppressWarnings("checkstyle:ParameterNumber") // those of the function in C
public final class ReferenceByteKernels {
  private ReferenceByteKernels() {}

  /** See {@link ByteKernels#measure}. */
  public static void measure(float[] source, int sourceOffset, float[] range, int count) {
    float low = 0;
    float high = 0;
    for (int index = 0; index < count; index++) {
      low = Math.min(low, source[sourceOffset + index]);
      high = Math.max(high, source[sourceOffset + index]);
    }
    range[0] = low;
    range[1] = high;
  }

  /** See {@link ByteKernels#quantize}. */
  public static void quantize(
      float[] source,
      int sourceOffset,
      byte[] target,
      int targetOffset,
      float scale,
      int zero,
      int count) {
    for (int index = 0; index < count; index++) {
      double value = Math.rint(source[sourceOffset + index] / scale) + zero;
      target[targetOffset + index] = (byte) (int) Math.min(255, Math.max(0, value));
    }
  }

  /** See {@link ByteKernels#packedBytes}. */
  public static int packedBytes(int depth, int columns) {
    return depth * columns;
  }

  /** See {@link ByteKernels#pack}. */
  public static void pack(
      byte[] source,
      int sourceOffset,
      int flip,
      int depth,
      int columns,
      byte[] target,
      int targetOffset,
      int[] columnSums) {
    for (int column = 0; column < columns; column++) {
      columnSums[column] = 0;
    }
    for (int index = 0; index < depth * columns; index++) {
      byte value = (byte) (source[sourceOffset + index] ^ flip);
      target[targetOffset + index] = value;
      columnSums[index % columns] += value;
    }
  }

  /** See {@link ByteKernels#product}. */
  public static void product(
      int[] job,
      byte[] left,
      int leftOffset,
      byte[] right,
      int rightOffset,
      int[] columnSums,
      int[] result,
      int resultOffset) {
    int columns = job[ByteProductJob.COLUMNS];
    for (int row = 0; row < job[ByteProductJob.ROWS]; row++) {
      for (int column = 0; column < columns; column++) {
        result[resultOffset + row * columns + column] =
            sum(job, left, leftOffset, right, rightOffset, row, column);
      }
    }
  }

  /** See {@link ByteKernels#scaledProduct}. */
  public static void scaledProduct(
      int[] job,
      byte[] left,
      int leftOffset,
      byte[] right,
      int rightOffset,
      int[] columnSums,
      float leftScale,
      float[] scales,
      int scalesOffset,
      float[] bias,
      int biasOffset,
      float[] result,
      int resultOffset) {
    int columns = job[ByteProductJob.COLUMNS];
    for (int row = 0; row < job[ByteProductJob.ROWS]; row++) {
      for (int column = 0; column < columns; column++) {
        int sum = sum(job, left, leftOffset, right, rightOffset, row, column);
        float scale = scales[scalesOffset + column * job[ByteProductJob.SCALE_STEP]] * leftScale;
        float more = job[ByteProductJob.HAS_BIAS] == 0 ? 0 : bias[biasOffset + column];
        result[resultOffset + row * columns + column] = sum * scale + more;
      }
    }
  }

  private static int sum(
      int[] job, byte[] left, int leftOffset, byte[] right, int rightOffset, int row, int column) {
    int depth = job[ByteProductJob.DEPTH];
    int sum = 0;
    for (int term = 0; term < depth; term++) {
      int a = (left[leftOffset + row * depth + term] & 0xff) - job[ByteProductJob.LEFT_ZERO];
      int b = right[rightOffset + term * job[ByteProductJob.COLUMNS] + column];
      sum += a * (b - job[ByteProductJob.RIGHT_ZERO]);
    }
    return sum;
  }
}
