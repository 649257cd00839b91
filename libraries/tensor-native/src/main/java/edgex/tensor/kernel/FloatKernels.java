package edgex.tensor.kernel;

import org.teavm.interop.Address;
import org.teavm.interop.Import;
import org.teavm.interop.Unmanaged;
import org.teavm.interop.c.Include;

/** Loops over floats, in C. Sizes and strides are in elements; arguments are not checked. */
@SuppressWarnings("checkstyle:ParameterNumber") // those of the function in C
public final class FloatKernels {
  private FloatKernels() {}

  /** Rows that a panel of a packed left factor holds. */
  @Import(name = "edgex_tensor_panel_rows")
  @Include("tensor-calls.h")
  @Unmanaged
  public static native int panelRows();

  /** Columns that a strip of a right factor holds. */
  @Import(name = "edgex_tensor_panel_columns")
  @Include("tensor-calls.h")
  @Unmanaged
  public static native int panelColumns();

  /**
   * Copies a left factor into panels of {@link #panelRows()} rows, column by column; the last one
   * is filled up with zeros.
   *
   * @param target takes {@code depth} times {@code rows}, rounded up to whole panels
   */
  @Unmanaged
  public static void packLeft(
      float[] source,
      int sourceOffset,
      int rows,
      int depth,
      int rowStride,
      int columnStride,
      float[] target,
      int targetOffset) {
    packLeft(
        Address.ofData(source).add(sourceOffset * 4L),
        rows,
        depth,
        rowStride,
        columnStride,
        Address.ofData(target).add(targetOffset * 4L));
  }

  @Import(name = "edgex_tensor_pack_left")
  @Include("tensor-calls.h")
  @Unmanaged
  private static native void packLeft(
      Address source, int rows, int depth, int rowStride, int columnStride, Address target);

  /**
   * Copies a right factor into strips of {@link #panelColumns()} columns, row by row; the last one
   * is filled up with zeros.
   *
   * @param target takes {@code depth} times {@code columns}, rounded up to whole strips
   */
  @Unmanaged
  public static void packRight(
      float[] source,
      int sourceOffset,
      int depth,
      int columns,
      int rowStride,
      int columnStride,
      float[] target,
      int targetOffset) {
    packRight(
        Address.ofData(source).add(sourceOffset * 4L),
        depth,
        columns,
        rowStride,
        columnStride,
        Address.ofData(target).add(targetOffset * 4L));
  }

  @Import(name = "edgex_tensor_pack_right")
  @Include("tensor-calls.h")
  @Unmanaged
  private static native void packRight(
      Address source, int depth, int columns, int rowStride, int columnStride, Address target);

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
  @Unmanaged
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
    product(
        Address.ofData(job),
        Address.ofData(left).add(leftOffset * 4L),
        Address.ofData(right).add(rightOffset * 4L),
        Address.ofData(rightRows),
        Address.ofData(result).add(resultOffset * 4L),
        bias == null ? Address.fromInt(0) : Address.ofData(bias).add(biasOffset * 4L),
        addend == null ? Address.fromInt(0) : Address.ofData(addend).add(addendOffset * 4L),
        Address.ofData(parameters));
  }

  @Import(name = "edgex_tensor_product")
  @Include("tensor-calls.h")
  @Unmanaged
  private static native void product(
      Address job,
      Address left,
      Address right,
      Address rightRows,
      Address result,
      Address bias,
      Address addend,
      Address parameters);

  /** Applies an {@link Activation}, given by its code. Source and target may be the same. */
  @Unmanaged
  public static void activate(
      int activation,
      float[] parameters,
      float[] source,
      int sourceOffset,
      float[] target,
      int targetOffset,
      int count) {
    activate(
        activation,
        Address.ofData(parameters),
        Address.ofData(source).add(sourceOffset * 4L),
        Address.ofData(target).add(targetOffset * 4L),
        count);
  }

  @Import(name = "edgex_tensor_activate")
  @Include("tensor-calls.h")
  @Unmanaged
  private static native void activate(
      int activation, Address parameters, Address source, Address target, int count);

  /**
   * Adds (0), subtracts (1), multiplies (2) or divides (3) elements, or takes the larger (4) or
   * smaller (5). A step is 1, or 0 for one element that is used again and again. The target may be
   * one of the operands.
   */
  @Unmanaged
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
    combine(
        operation,
        Address.ofData(left).add(leftOffset * 4L),
        leftStep,
        Address.ofData(right).add(rightOffset * 4L),
        rightStep,
        Address.ofData(target).add(targetOffset * 4L),
        count);
  }

  @Import(name = "edgex_tensor_combine")
  @Include("tensor-calls.h")
  @Unmanaged
  private static native void combine(
      int operation,
      Address left,
      int leftStep,
      Address right,
      int rightStep,
      Address target,
      int count);

  /**
   * Copies a convolution's input with padding, apart by strides: picture (py, px) of a channel
   * holds element (y * stride height + py, x * stride width + px) of the padded channel at (y, x).
   * Each tap of a window is then a shifted view of one picture.
   *
   * @param job see {@link StageJob}
   */
  @Unmanaged
  public static void stage(
      int[] job, float[] input, int inputOffset, float[] staged, int stagedOffset) {
    stage(
        Address.ofData(job),
        Address.ofData(input).add(inputOffset * 4L),
        Address.ofData(staged).add(stagedOffset * 4L));
  }

  @Import(name = "edgex_tensor_stage")
  @Include("tensor-calls.h")
  @Unmanaged
  private static native void stage(Address job, Address input, Address staged);

  /**
   * The largest element or the mean of the windows of each channel.
   *
   * @param job see {@link PoolJob}
   */
  @Unmanaged
  public static void pool(
      int[] job, float[] input, int inputOffset, float[] result, int resultOffset) {
    pool(
        Address.ofData(job),
        Address.ofData(input).add(inputOffset * 4L),
        Address.ofData(result).add(resultOffset * 4L));
  }

  @Import(name = "edgex_tensor_pool")
  @Include("tensor-calls.h")
  @Unmanaged
  private static native void pool(Address job, Address input, Address result);

  /** The exponentials of each line's elements, divided by their sum. */
  @Unmanaged
  public static void softmax(
      float[] source, int sourceOffset, float[] target, int targetOffset, int lines, int length) {
    softmax(
        Address.ofData(source).add(sourceOffset * 4L),
        Address.ofData(target).add(targetOffset * 4L),
        lines,
        length);
  }

  @Import(name = "edgex_tensor_softmax")
  @Include("tensor-calls.h")
  @Unmanaged
  private static native void softmax(Address source, Address target, int lines, int length);

  /**
   * Brings each line to mean 0 and variance 1, then scales and shifts its elements.
   *
   * @param shift may be null for no shift
   * @param epsilon added to the variance
   */
  @Unmanaged
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
    normalize(
        Address.ofData(source).add(sourceOffset * 4L),
        Address.ofData(scale).add(scaleOffset * 4L),
        shift == null ? Address.fromInt(0) : Address.ofData(shift).add(shiftOffset * 4L),
        epsilon,
        Address.ofData(target).add(targetOffset * 4L),
        lines,
        length);
  }

  @Import(name = "edgex_tensor_normalize")
  @Include("tensor-calls.h")
  @Unmanaged
  private static native void normalize(
      Address source,
      Address scale,
      Address shift,
      float epsilon,
      Address target,
      int lines,
      int length);

  /** The sum (0), mean (1) or largest element (2) of each line, which must not be empty. */
  @Unmanaged
  public static void reduce(
      int kind,
      float[] source,
      int sourceOffset,
      float[] target,
      int targetOffset,
      int lines,
      int length) {
    reduce(
        kind,
        Address.ofData(source).add(sourceOffset * 4L),
        Address.ofData(target).add(targetOffset * 4L),
        lines,
        length);
  }

  @Import(name = "edgex_tensor_reduce")
  @Include("tensor-calls.h")
  @Unmanaged
  private static native void reduce(
      int kind, Address source, Address target, int lines, int length);

  /**
   * Adds to each of {@code count} sums the product of a row of a matrix with a vector of {@code
   * length} floats.
   */
  @Unmanaged
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
    addDots(
        Address.ofData(rows).add(rowsOffset * 4L),
        rowStride,
        Address.ofData(operand).add(operandOffset * 4L),
        Address.ofData(sums).add(sumsOffset * 4L),
        count,
        length);
  }

  @Import(name = "edgex_tensor_add_dots")
  @Include("tensor-calls.h")
  @Unmanaged
  private static native void addDots(
      Address rows, int rowStride, Address operand, Address sums, int count, int length);

  /** Reads {@code count} floats from bytes, least significant byte first. */
  @Unmanaged
  public static void decode(
      byte[] source, int sourceOffset, float[] target, int targetOffset, int count) {
    decode(
        Address.ofData(source).add(sourceOffset),
        Address.ofData(target).add(targetOffset * 4L),
        count * 4);
  }

  @Import(name = "edgex_tensor_decode")
  @Include("tensor-calls.h")
  @Unmanaged
  private static native void decode(Address source, Address target, int bytes);
}
