package edgex.onnx.operator.window;

import edgex.onnx.ModelFormatException;
import edgex.onnx.operator.InputTypes;
import edgex.onnx.operator.Invocation;
import edgex.onnx.operator.NodeContext;
import edgex.onnx.operator.Operator;
import edgex.tensor.ElementType;
import edgex.tensor.Shape;
import edgex.tensor.Tensor;
import edgex.tensor.TensorException;
import edgex.tensor.Window;
import java.util.Arrays;

/**
 * DeformConv: a convolution of pictures whose taps are moved, each by an offset of its own that
 * need not be whole: the input is interpolated there. Inputs: X, W, offsets [N, groups * kernel *
 * 2, positions], optional bias and mask [N, groups * kernel, positions].
 */
final class DeformableConvolutionOperator implements Operator {
  private static final int OFFSETS = 2;
  private static final int BIAS = 3;
  private static final int MASK = 4;

  private final WindowAttributes attributes;
  private final long groups;
  private final int offsetGroups;

  DeformableConvolutionOperator(NodeContext context) throws ModelFormatException {
    this.attributes = new WindowAttributes(context);
    this.groups = context.whole("group", 1);
    long given = context.whole("offset_group", 1);
    context.require(given >= 1 && given <= Shape.MAXIMUM_ELEMENTS, "offset_group is " + given);
    this.offsetGroups = (int) given;
  }

  @Override
  public ElementType[] outputTypes(InputTypes inputs) throws ModelFormatException {
    inputs.floatingPoint(0);
    return new ElementType[] {inputs.same()};
  }

  @Override
  public void run(Invocation invocation) {
    Tensor input = invocation.input(0);
    Tensor weights = invocation.input(1);
    ConvolutionShapes shapes =
        new ConvolutionShapes(attributes, groups, input.shape(), weights.shape());
    Shape resultShape = shapes.result();
    checkOperands(invocation, input.shape(), weights.shape(), resultShape);
    Tensor result = invocation.output(0, input.type(), resultShape);
    Window[] axes =
        attributes.windows(input.shape(), Arrays.copyOfRange(weights.shape().toArray(), 2, 4));
    int positions = resultShape.product(2, 4);
    int outputs = resultShape.dimension(1);
    for (int index = 0; index < result.elementCount(); index++) {
      int output = index / positions % outputs;
      double sum = invocation.hasInput(BIAS) ? invocation.input(BIAS).getDouble(output) : 0;
      result.setDouble(index, sum + sum(invocation, axes, index / positions, index % positions));
    }
  }

  private void checkOperands(Invocation invocation, Shape input, Shape weights, Shape result) {
    if (input.rank() != 4 || input.dimension(1) % offsetGroups != 0) {
      throw new TensorException("an input of " + input + " does not fit " + offsetGroups);
    }
    int taps = weights.product(2, 4) * offsetGroups;
    Shape offsets =
        Shape.ofLongs(input.dimension(0), 2L * taps, result.dimension(2), result.dimension(3));
    if (!invocation.input(OFFSETS).shape().equals(offsets)) {
      throw new TensorException(invocation.input(OFFSETS) + " should be offsets " + offsets);
    }
    boolean biasFits =
        !invocation.hasInput(BIAS) || invocation.input(BIAS).elementCount() == weights.dimension(0);
    boolean maskFits =
        !invocation.hasInput(MASK) || invocation.input(MASK).shape().equals(offsets.with(1, taps));
    if (!biasFits || !maskFits) {
      throw new TensorException("bias or mask does not fit the weights " + weights);
    }
  }

  /** The sum of all taps at one position of one output's plane. */
  private double sum(Invocation invocation, Window[] axes, int plane, int position) {
    Tensor input = invocation.input(0);
    Tensor weights = invocation.input(1);
    Tensor offsets = invocation.input(OFFSETS);
    int outputs = weights.shape().dimension(0);
    int channels = weights.shape().dimension(1);
    int allChannels = input.shape().dimension(1);
    int batch = plane / outputs;
    int output = plane % outputs;
    int firstChannel = (int) (output / (outputs / groups)) * channels;
    int taps = weights.shape().product(2, 4);
    int positions = axes[0].output() * axes[1].output();
    double sum = 0;
    for (int channel = 0; channel < channels; channel++) {
      int group = (firstChannel + channel) / (allChannels / offsetGroups);
      int from = (batch * allChannels + firstChannel + channel) * axes[0].input();
      for (int tap = 0; tap < taps; tap++) {
        int place = (batch * offsetGroups + group) * taps + tap;
        double y =
            axes[0].inputIndex(position / axes[1].output(), tap / axes[1].kernel())
                + offsets.getDouble(2 * place * positions + position);
        double x =
            axes[1].inputIndex(position % axes[1].output(), tap % axes[1].kernel())
                + offsets.getDouble((2 * place + 1) * positions + position);
        double mask =
            invocation.hasInput(MASK)
                ? invocation.input(MASK).getDouble(place * positions + position)
                : 1;
        double weight = weights.getDouble((output * channels + channel) * taps + tap);
        double value =
            Bilinear.sample(input, from * axes[1].input(), axes[0].input(), axes[1].input(), y, x);
        sum += weight * mask * value;
      }
    }
    return sum;
  }
}
