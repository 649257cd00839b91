package edgex.tensor.kernel;

/** Loops of quantised models. Sizes are in elements; arguments are not checked. */
@SuppressWarnings("checkstyle:ParameterNumber") // those of the function in C
public final class ByteKernels {
  private ByteKernels() {}

  /** Sets range[0] to the smallest and range[1] to the largest of the elements and 0. */
  public static void measure(float[] source, int sourceOffset, float[] range, int count) {
    ReferenceByteKernels.measure(source, sourceOffset, range, count);
  }

  /**
   * Divides by the scale, rounds to the nearest (ties to even), adds the zero point and bounds to 0
   * and 255.
   */
  public static void quantize(
      float[] source,
      int sourceOffset,
      byte[] target,
      int targetOffset,
      float scale,
      int zero,
      int count) {
    ReferenceByteKernels.quantize(source, sourceOffset, target, targetOffset, scale, zero, count);
  }

  /** Bytes that {@link #pack} writes. */
  public static int packedBytes(int depth, int columns) {
    return ReferenceByteKernels.packedBytes(depth, columns);
  }

  /**
   * Copies a right factor, row-major, into the order in which the product reads it.
   *
   * @param flip 0x80 for unsigned bytes, which are made signed by taking 128 away, else 0
   * @param columnSums set to the sum of each column's packed bytes
   */
  public static void pack(
      byte[] source,
      int sourceOffset,
      int flip,
      int depth,
      int columns,
      byte[] target,
      int targetOffset,
      int[] columnSums) {
    ReferenceByteKernels.pack(
        source, sourceOffset, flip, depth, columns, target, targetOffset, columnSums);
  }

  /**
   * The exact product of unsigned and packed signed bytes without their zero points.
   *
   * @param job see {@link ByteProductJob}
   */
  public static void product(
      int[] job,
      byte[] left,
      int leftOffset,
      byte[] right,
      int rightOffset,
      int[] columnSums,
      int[] result,
      int resultOffset) {
    ReferenceByteKernels.product(
        job, left, leftOffset, right, rightOffset, columnSums, result, resultOffset);
  }

  /**
   * As {@link #product}, each result times both scales plus the bias.
   *
   * @param bias may be null if the job has none
   */
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
    ReferenceByteKernels.scaledProduct(
        job,
        left,
        leftOffset,
        right,
        rightOffset,
        columnSums,
        leftScale,
        scales,
        scalesOffset,
        bias,
        biasOffset,
        result,
        resultOffset);
  }
}
