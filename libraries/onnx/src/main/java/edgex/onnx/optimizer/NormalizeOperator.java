package edgex.onnx.optimizer;

import edgex.onnx.ModelFormatException;
import edgex.onnx.operator.InputTypes;
import edgex.onnx.operator.Invocation;
import edgex.onnx.operator.NodeContext;
import edgex.onnx.operator.Operator;
import edgex.tensor.ElementType;
import edgex.tensor.FloatTensor;
import edgex.tensor.Shape;
import edgex.tensor.TensorException;
import edgex.tensor.kernel.FloatKernels;

/** Layer normalisation of floats over the last axis. */
final class NormalizeOperator implements Operator {
  private final float[] scale;
  private final float[] shift;
  private final float epsilon;

  NormalizeOperator(NodeContext context) throws ModelFormatException {
    scale = ConvolutionFusion.copy((FloatTensor) context.constant("scale"));
    shift = ConvolutionFusion.copy((FloatTensor) context.constant("shift"));
    epsilon = context.real("epsilon", 0);
  }

  @Override
  public ElementType[] outputTypes(InputTypes inputs) throws ModelFormatException {
    return new ElementType[] {inputs.all(ElementType.FLOAT32)};
  }

  @Override
  public long constantBytes() {
    return 2L * Float.BYTES * scale.length;
  }

  @Override
  public String kernel() {
    return "vector lines";
  }

  @Override
  public void run(Invocation invocation) {
    FloatTensor input = invocation.floatInput(0);
    Shape shape = input.shape();
    int length = shape.rank() == 0 ? 0 : shape.dimension(shape.rank() - 1);
    if (length != scale.length || length == 0) {
      throw new TensorException("shape " + shape + " does not end with " + scale.length);
    }
    FloatTensor result = invocation.undefinedFloats(0, shape);
    FloatKernels.normalize(
        input.values(),
        input.offset(),
        scale,
        0,
        shift,
        0,
        epsilon,
        result.values(),
        result.offset(),
        shape.elementCount() / length,
        length);
  }
}
