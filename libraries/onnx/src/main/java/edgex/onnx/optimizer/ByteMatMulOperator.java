package edgex.onnx.optimizer;

import edgex.onnx.ModelFormatException;
import edgex.onnx.operator.InputTypes;
import edgex.onnx.operator.Invocation;
import edgex.onnx.operator.NodeContext;
import edgex.onnx.operator.Operator;
import edgex.tensor.ByteTensor;
import edgex.tensor.ElementType;
import edgex.tensor.FloatTensor;
import edgex.tensor.Shape;
import edgex.tensor.kernel.ByteKernels;
import edgex.tensor.kernel.ByteProductJob;

/**
 * A product of floats, quantised to bytes for the time of the call, with a constant matrix of bytes
 * (ONNX DynamicQuantizeLinear and MatMulInteger).
 */
final class ByteMatMulOperator implements Operator {
  /** What makes an unsigned byte signed, and its zero point 128 less. */
  private static final int FLIP = 0x80;

  private static final int LARGEST_BYTE = 255;

  private final int depth;
  private final int columns;
  private final int rightZero;
  private final byte[] packed;
  private final int[] columnSums;
  private final float[] scales;
  private final float[] bias;
  private final float[] range = new float[2];

  ByteMatMulOperator(NodeContext context) throws ModelFormatException {
    ByteTensor weights = (ByteTensor) context.constant("weights");
    depth = weights.shape().dimension(0);
    columns = weights.shape().dimension(1);
    boolean unsigned = weights.type() == ElementType.UINT8;
    rightZero = (int) context.whole("zero", 0) - (unsigned ? FLIP : 0);
    packed = new byte[ByteKernels.packedBytes(depth, columns)];
    columnSums = new int[columns];
    int flip = unsigned ? FLIP : 0;
    ByteKernels.pack(
        weights.values(), weights.offset(), flip, depth, columns, packed, 0, columnSums);
    scales = ConvolutionFusion.copy((FloatTensor) context.constant("scales"));
    FloatTensor summands = (FloatTensor) context.constant("bias");
    bias = summands == null ? null : ConvolutionFusion.copy(summands);
  }

  @Override
  public ElementType[] outputTypes(InputTypes inputs) throws ModelFormatException {
    return new ElementType[] {inputs.all(ElementType.FLOAT32)};
  }

  @Override
  public long constantBytes() {
    long numbers = (long) columnSums.length + scales.length + (bias == null ? 0 : bias.length);
    return packed.length + (long) Integer.BYTES * numbers;
  }

  @Override
  public long operations(Shape[] inputs, Shape output) {
    return 2L * depth * output.elementCount();
  }

  @Override
  public String kernel() {
    return "product of bytes";
  }

  @Override
  public void run(Invocation invocation) {
    FloatTensor left = invocation.floatInput(0);
    Shape shape = FusedMatMulOperator.resultShape(left.shape(), depth, columns);
    FloatTensor result = invocation.undefinedFloats(0, shape);
    int count = left.elementCount();
    ByteTensor quantized = (ByteTensor) invocation.temporary(ElementType.UINT8, left.shape());
    ByteKernels.measure(left.values(), left.offset(), range, count);
    float scale = (range[1] - range[0]) / LARGEST_BYTE;
    int zero = scale == 0 ? 0 : (int) Math.rint(Math.min(LARGEST_BYTE, -range[0] / scale));
    if (scale != 0) {
      ByteKernels.quantize(
          left.values(), left.offset(), quantized.values(), quantized.offset(), scale, zero, count);
    }
    int[] job = new int[ByteProductJob.LENGTH];
    job[ByteProductJob.ROWS] = left.shape().product(0, left.shape().rank() - 1);
    job[ByteProductJob.DEPTH] = depth;
    job[ByteProductJob.COLUMNS] = columns;
    job[ByteProductJob.LEFT_ZERO] = zero;
    job[ByteProductJob.RIGHT_ZERO] = rightZero;
    job[ByteProductJob.HAS_BIAS] = bias == null ? 0 : 1;
    job[ByteProductJob.SCALE_STEP] = scales.length == 1 ? 0 : 1;
    ByteKernels.scaledProduct(
        job,
        quantized.values(),
        quantized.offset(),
        packed,
        0,
        columnSums,
        scale,
        scales,
        0,
        bias,
        0,
        result.values(),
        result.offset());
  }
}
