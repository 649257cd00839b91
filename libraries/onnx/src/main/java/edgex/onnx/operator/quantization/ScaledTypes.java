package edgex.onnx.operator.quantization;

import edgex.onnx.ModelFormatException;
import edgex.onnx.operator.Invocation;
import edgex.onnx.operator.NodeContext;
import edgex.tensor.ElementType;
import edgex.tensor.Shape;
import edgex.tensor.Tensor;
import edgex.tensor.TensorException;

/** What QuantizeLinear and DequantizeLinear share: their attributes, and inputs 1 and 2. */
final class ScaledTypes {
  private final long axis;
  private final long blockSize;
  private final ElementType named;

  ScaledTypes(NodeContext context) throws ModelFormatException {
    this.axis = context.opset() < 13 ? 1 : context.whole("axis", 1);
    this.blockSize = context.whole("block_size", 0);
    boolean isNamed = context.whole("output_dtype", 0) != 0;
    this.named = isNamed ? context.elementType("output_dtype", null) : null;
    context.require(blockSize >= 0, "attribute block_size is " + blockSize);
  }

  /** The result's type if the node names it, else {@code otherwise}. */
  ElementType typeOr(ElementType otherwise) {
    return named == null ? otherwise : named;
  }

  /** The zero points, one for each scale, or null if all are 0. */
  static Tensor zeroPoints(Invocation invocation) {
    if (!invocation.hasInput(2)) {
      return null;
    }
    Tensor scale = invocation.input(1);
    Tensor zero = invocation.input(2);
    if (zero.elementCount() != scale.elementCount()) {
      throw new TensorException("zero point " + zero + " does not fit scale " + scale);
    }
    return zero;
  }

  /** Which scale belongs to which element of a tensor of {@code shape}. */
  ScaleMap map(Shape shape, Tensor scale) {
    return new ScaleMap(shape, scale.shape(), axis, blockSize);
  }
}
