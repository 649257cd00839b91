package edgex.onnx.operator.signal;

import edgex.onnx.ModelFormatException;
import edgex.onnx.operator.InputTypes;
import edgex.onnx.operator.Invocation;
import edgex.onnx.operator.NodeContext;
import edgex.onnx.operator.Operands;
import edgex.onnx.operator.Operator;
import edgex.tensor.ElementType;
import edgex.tensor.FourierTransform;
import edgex.tensor.Lines;
import edgex.tensor.Shape;
import edgex.tensor.Tensor;
import edgex.tensor.TensorException;

/**
 * DFT: the Fourier transform along an axis. The last axis holds real numbers (extent 1) or complex
 * ones (extent 2). If {@code onesided}, only the half of the spectrum that tells all; its inverse
 * takes that half and gives real numbers.
 */
final class FourierOperator implements Operator {
  private final boolean inverse;
  private final boolean oneSided;
  private final boolean axisIsInput;
  private final long constantAxis;

  FourierOperator(NodeContext context) throws ModelFormatException {
    this.inverse = context.flag("inverse");
    this.oneSided = context.flag("onesided");
    this.axisIsInput = context.opset() >= 20;
    this.constantAxis = axisIsInput ? -2 : context.whole("axis", 1);
    context.require(axisIsInput || context.inputCount() <= 2, "the axis is an attribute");
  }

  @Override
  public ElementType[] outputTypes(InputTypes inputs) throws ModelFormatException {
    inputs.indices(1);
    inputs.optional(2, ElementType.INT64);
    return new ElementType[] {inputs.floatingPoint(0)};
  }

  @Override
  public void run(Invocation invocation) {
    Tensor input = invocation.input(0);
    Shape shape = input.shape();
    int parts = shape.rank() < 2 ? 0 : shape.dimension(shape.rank() - 1);
    if (parts != 1 && parts != 2) {
      throw new TensorException(shape + " holds neither real nor complex numbers");
    }
    boolean named = axisIsInput && invocation.hasInput(2);
    int axis = shape.axis(named ? Operands.whole(invocation.input(2)) : constantAxis);
    if (axis == shape.rank() - 1) {
      throw new TensorException("the axis of complex numbers cannot be transformed");
    }
    boolean halved = oneSided && inverse;
    int present = shape.dimension(axis);
    long natural = halved ? 2L * (present - 1) : present;
    long wanted = invocation.hasInput(1) ? Operands.whole(invocation.input(1)) : natural;
    if (wanted < 1 || wanted > Shape.MAXIMUM_ELEMENTS) {
      throw new TensorException("a transform of " + wanted + " numbers makes no sense");
    }
    int length = (int) wanted;
    int kept = oneSided && !inverse ? length / 2 + 1 : length;
    Shape resultShape = shape.with(axis, kept).with(shape.rank() - 1, halved ? 1 : 2);
    Tensor result = invocation.output(0, input.type(), resultShape);
    SignalLine line = new SignalLine(new FourierTransform(length), length);
    Shape complex = shape.with(shape.rank() - 1, 1);
    int inner = complex.product(axis + 1, shape.rank());
    int[] number = {0};
    Lines.forEach(
        complex,
        axis,
        (start, stride, count) -> {
          line.read(input, start * parts, stride * parts, parts, Math.min(count, length));
          if (halved) {
            line.mirror(count);
          }
          line.transform(inverse);
          int to = number[0] / inner * kept * inner + number[0] % inner;
          line.write(result, to, inner, resultShape.dimension(shape.rank() - 1), kept);
          number[0]++;
        });
  }
}
