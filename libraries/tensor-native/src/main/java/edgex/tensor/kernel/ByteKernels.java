package edgex.tensor.kernel;

import org.teavm.interop.Address;
import org.teavm.interop.Import;
import org.teavm.interop.Unmanaged;
import org.teavm.interop.c.Include;

/** Loops of quantised models, in C. Sizes are in elements; arguments are not checked. */
@SuppressWarnings("checkstyle:ParameterNumber") // those of the function in C
public final class ByteKernels {
  private ByteKernels() {}

  /** Sets range[0] to the smallest and range[1] to the largest of the elements and 0. */
  @Unmanaged
  public static void measure(float[] source, int sourceOffset, float[] range, int count) {
    measure(Address.ofData(source).add(sourceOffset * 4L), Address.ofData(range), count);
  }

  @Import(name = "edgex_bytes_measure")
  @Include("tensor-calls.h")
  @Unmanaged
  private static native void measure(Address source, Address range, int count);

  /**
   * Divides by the scale, rounds to the nearest (ties to even), adds the zero point and bounds to 0
   * and 255.
   */
  @Unmanaged
  public static void quantize(
      float[] source,
      int sourceOffset,
      byte[] target,
      int targetOffset,
      float scale,
      int zero,
      int count) {
    quantize(
        Address.ofData(source).add(sourceOffset * 4L),
        Address.ofData(target).add(targetOffset),
        scale,
        zero,
        count);
  }

  @Import(name = "edgex_bytes_quantize")
  @Include("tensor-calls.h")
  @Unmanaged
  private static native void quantize(
      Address source, Address target, float scale, int zero, int count);

  /** Bytes that {@link #pack} writes. */
  @Import(name = "edgex_bytes_packed_bytes")
  @Include("tensor-calls.h")
  @Unmanaged
  public static native int packedBytes(int depth, int columns);

  /**
   * Copies a right factor, row-major, into the order in which the product reads it.
   *
   * @param flip 0x80 for unsigned bytes, which are made signed by taking 128 away, else 0
   * @param columnSums set to the sum of each column's packed bytes
   */
  @Unmanaged
  public static void pack(
      byte[] source,
      int sourceOffset,
      int flip,
      int depth,
      int columns,
      byte[] target,
      int targetOffset,
      int[] columnSums) {
    pack(
        Address.ofData(source).add(sourceOffset),
        flip,
        depth,
        columns,
        Address.ofData(target).add(targetOffset),
        Address.ofData(columnSums));
  }

  @Import(name = "edgex_bytes_pack")
  @Include("tensor-calls.h")
  @Unmanaged
  private static native void pack(
      Address source, int flip, int depth, int columns, Address target, Address columnSums);

  /**
   * The exact product of unsigned and packed signed bytes without their zero points.
   *
   * @param job see {@link ByteProductJob}
   */
  @Unmanaged
  public static void product(
      int[] job,
      byte[] left,
      int leftOffset,
      byte[] right,
      int rightOffset,
      int[] columnSums,
      int[] result,
      int resultOffset) {
    product(
        Address.ofData(job),
        Address.ofData(left).add(leftOffset),
        Address.ofData(right).add(rightOffset),
        Address.ofData(columnSums),
        Address.ofData(result).add(resultOffset * 4L));
  }

  @Import(name = "edgex_bytes_product")
  @Include("tensor-calls.h")
  @Unmanaged
  private static native void product(
      Address job, Address left, Address right, Address columnSums, Address result);

  /**
   * As {@link #product}, each result times both scales plus the bias.
   *
   * @param bias may be null if the job has none
   */
  @Unmanaged
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
    scaledProduct(
        Address.ofData(job),
        Address.ofData(left).add(leftOffset),
        Address.ofData(right).add(rightOffset),
        Address.ofData(columnSums),
        leftScale,
        Address.ofData(scales).add(scalesOffset * 4L),
        bias == null ? Address.fromInt(0) : Address.ofData(bias).add(biasOffset * 4L),
        Address.ofData(result).add(resultOffset * 4L));
  }

  @Import(name = "edgex_bytes_scaled_product")
  @Include("tensor-calls.h")
  @Unmanaged
  private static native void scaledProduct(
      Address job,
      Address left,
      Address right,
      Address columnSums,
      float leftScale,
      Address scales,
      Address bias,
      Address result);
}
