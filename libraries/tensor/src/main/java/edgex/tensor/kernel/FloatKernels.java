package edgex.tensor.kernel;

/** Loops over floats. Sizes and strides are in elements; arguments are not checked. */
@SuppressWarnings("checkstyle:ParameterNumber") // those of the function in C
public final class FloatKernels {
  private FloatKernels() {}

  /** Rows that a panel of a packed left factor holds. */
  public static int panelRows() {
    return ReferenceFloatKernels.panelRows();
  }

  /** Columns that a strip of a right factor holds. */
  public static int panelColumns() {
    return ReferenceFloatKernels.panelColumns();
  }

  /**
   * Copies a left factor into panels of {@link #panelRows()} rows, column by column; the last one
   * is filled up with zeros.
   *
   * @param target takes {@code depth} times {@code rows}, rounded up to whole panels
   */
  public static void packLeft(
      float[] source,
      int sourceOffset,
      int rows,
      int depth,
      int rowStride,
      int columnStride,
      float[] target,
      int targetOffset) {
    ReferenceFloatKernels.packLeft(
        source, sourceOffset, rows, depth, rowStride, columnStride, target, targetOffset);
  }

  /**
   * Copies a right factor into strips of {@link #panelColumns()} columns, row by row; the last one
   * is filled up with zeros.
   *
   * @param target takes {@code depth} times {@code columns}, rounded up to whole strips
   */
  public static void packRight(
      float[] source,
      int sourceOffset,
      int depth,
      int columns,
      int rowStride,
      int columnStride,
      float[] target,
      int targetOffset) {
    ReferenceFloatKernels.packRight(
        source, sourceOffset, depth, columns, rowStride, columnStride, target, targetOffset);
  }

  /**
   * A matrix product with what follows it. Each result is {@code activation(sum + bias + addend) *
   * parameters[2] + parameters[3]}.
   *
   * @param job see {@link ProductJob}
   * @param left packed by {@link #packLeft}
   * @param right row k of a strip begins at {@code rightOffset + strip * RIGHT_STRIP_STEP +
   *     rightRows[k]}; up to {@link #panelColumns()} floats beyond the last column may be read
   * @param bias may be null if the job has none
   * @param addend may be null if the job has none
   * @param parameters two of the activation, a factor, a summand
   */
  public static void product(
      int[] job,
      float[] left,
      int leftOffset,
      float[] right,
      int rightOffset,
      int[] rightRows,
      float[] result,
      int resultOffset,
      float[] bias,
      int biasOffset,
      float[] addend,
      int addendOffset,
      float[] parameters) {
    ReferenceFloatKernels.product(
        job,
        left,
        leftOffset,
        right,
        rightOffset,
        rightRows,
        result,
        resultOffset,
        bias,
        biasOffset,
        addend,
        addendOffset,
        parameters);
  }

  /** Applies an {@link Activation}, given by its code. Source and target may be the same. */
  public static void activate(
      int activation,
      float[] parameters,
      float[] source,
      int sourceOffset,
      float[] target,
      int targetOffset,
      int count) {
    ReferenceFloatKernels.activate(
        activation, parameters, source, sourceOffset, target, targetOffset, count);
  }

  /**
   * Adds (0), subtracts (1), multiplies (2) or divides (3) elements, or takes the larger (4) or
   * smaller (5). A step is 1, or 0 for one element that is used again and again. The target may be
   * one of the operands.
   */
  public static void combine(
      int operation,
      float[] left,
      int leftOffset,
      int leftStep,
      float[] right,
      int rightOffset,
      int rightStep,
      float[] target,
      int targetOffset,
      int count) {
    ReferenceFloatKernels.combine(
        operation,
        left,
        leftOffset,
        leftStep,
        right,
        rightOffset,
        rightStep,
        target,
        targetOffset,
        count);
  }

  /**
   * Copies a convolution's input with padding, apart by strides: picture (py, px) of a channel
   * holds element (y * stride height + py, x * stride width + px) of the padded channel at (y, x).
   * Each tap of a window is then a shifted view of one picture.
   *
   * @param job see {@link StageJob}
   */
  public static void stage(
      int[] job, float[] input, int inputOffset, float[] staged, int stagedOffset) {
    ReferenceFloatKernels.stage(job, input, inputOffset, staged, stagedOffset);
  }

  /**
   * The largest element or the mean of the windows of each channel.
   *
   * @param job see {@link PoolJob}
   */
  public static void pool(
      int[] job, float[] input, int inputOffset, float[] result, int resultOffset) {
    ReferenceFloatKernels.pool(job, input, inputOffset, result, resultOffset);
  }

  /** The exponentials of each line's elements, divided by their sum. */
  public static void softmax(
      float[] source, int sourceOffset, float[] target, int targetOffset, int lines, int length) {
    ReferenceFloatKernels.softmax(source, sourceOffset, target, targetOffset, lines, length);
  }

  /**
   * Brings each line to mean 0 and variance 1, then scales and shifts its elements.
   *
   * @param shift may be null for no shift
   * @param epsilon added to the variance
   */
  public static void normalize(
      float[] source,
      int sourceOffset,
      float[] scale,
      int scaleOffset,
      float[] shift,
      int shiftOffset,
      float epsilon,
      float[] target,
      int targetOffset,
      int lines,
      int length) {
    ReferenceFloatKernels.normalize(
        source,
        sourceOffset,
        scale,
        scaleOffset,
        shift,
        shiftOffset,
        epsilon,
        target,
        targetOffset,
        lines,
        length);
  }

  /** The sum (0), mean (1) or largest element (2) of each line, which must not be empty. */
  public static void reduce(
      int kind,
      float[] source,
      int sourceOffset,
      float[] target,
      int targetOffset,
      int lines,
      int length) {
    ReferenceFloatKernels.reduce(kind, source, sourceOffset, target, targetOffset, lines, length);
  }

  /**
   * Adds to each of {@code count} sums the product of a row of a matrix with a vector of {@code
   * length} floats.
   */
  public static void addDots(
      float[] rows,
      int rowsOffset,
      int rowStride,
      float[] operand,
      int operandOffset,
      float[] sums,
      int sumsOffset,
      int count,
      int length) {
    ReferenceFloatKernels.addDots(
        rows, rowsOffset, rowStride, operand, operandOffset, sums, sumsOffset, count, length);
  }

  /** Reads {@code count} floats from bytes, least significant byte first. */
  public static void decode(
      byte[] source, int sourceOffset, float[] target, int targetOffset, int count) {
    ReferenceFloatKernels.decode(source, sourceOffset, target, targetOffset, count);
  }
}
