package edgex.onnx.operator.normalization;

import edgex.onnx.ModelFormatException;
import edgex.onnx.operator.InputTypes;
import edgex.onnx.operator.Invocation;
import edgex.onnx.operator.LegacyAttributes;
import edgex.onnx.operator.NodeContext;
import edgex.onnx.operator.Operator;
import edgex.tensor.ElementType;
import edgex.tensor.Normalization;
import edgex.tensor.Reduction;
import edgex.tensor.Shape;
import edgex.tensor.Tensor;
import edgex.tensor.TensorException;
import java.util.Arrays;

/**
 * BatchNormalization: (x - mean) / sqrt(variance + epsilon) * scale + bias, a channel at a time.
 *
 * <p>Mean and variance are given; in training mode (since opset 14) they are the input's own, and
 * outputs 1 and 2 are their running averages.
 */
final class BatchNormalizationOperator implements Operator {
  private static final int OPERANDS = 5;

  private final float epsilon;
  private final float momentum;
  private final boolean training;

  BatchNormalizationOperator(NodeContext context) throws ModelFormatException {
    this.epsilon = context.real("epsilon", 1e-5f);
    this.momentum = context.real("momentum", 0.9f);
    context.flag("is_test");
    LegacyAttributes.ignoreConsumedInputs(context);
    boolean spatial = context.whole("spatial", 1) == 1;
    this.training = context.flag("training_mode");
    boolean extraOutputs = context.outputCount() > (training ? 3 : 1);
    if (!spatial || (training && context.opset() < 14) || extraOutputs) {
      throw context.unsupported(spatial ? "training mode in this form" : "attribute spatial = 0");
    }
  }

  @Override
  public ElementType[] outputTypes(InputTypes inputs) throws ModelFormatException {
    ElementType[] types = new ElementType[OPERANDS];
    for (int operand = 0; operand < OPERANDS; operand++) {
      types[operand] = inputs.floatingPoint(operand);
    }
    // Outputs 1 and 2 are averages of inputs 3 and 4.
    return new ElementType[] {types[0], types[3], types[4]};
  }

  @Override
  public void run(Invocation invocation) {
    Tensor input = invocation.input(0);
    Shape shape = input.shape();
    int channels = shape.rank() < 2 ? 1 : shape.dimension(1);
    for (int operand = 1; operand < OPERANDS; operand++) {
      Tensor parameter = invocation.input(operand);
      if (parameter.elementCount() != channels) {
        throw new TensorException(
            "input " + operand + ", " + parameter + ", does not fit " + channels + " channels");
      }
    }
    Tensor means = invocation.input(3);
    Tensor variances = invocation.input(4);
    if (training) {
      Shape perChannel = Shape.of(channels);
      means = invocation.temporary(ElementType.FLOAT64, perChannel);
      variances = invocation.temporary(ElementType.FLOAT64, perChannel);
      findMoments(input, means, variances);
      average(invocation, 1, invocation.input(3), means);
      average(invocation, 2, invocation.input(4), variances);
    }
    Tensor result = invocation.output(0, input.type(), shape);
    int elements = shape.rank() < 2 ? 1 : shape.product(2, shape.rank());
    int blocks = elements == 0 ? 0 : shape.elementCount() / elements;
    for (int block = 0; block < blocks; block++) {
      int channel = block % channels;
      double scale = invocation.input(1).getDouble(channel);
      double factor = scale / Math.sqrt(variances.getDouble(channel) + epsilon);
      double bias = invocation.input(2).getDouble(channel);
      Normalization.scale(
          input, block * elements, elements, means.getDouble(channel), factor, bias, result);
    }
  }

  /** Sets mean and variance of each channel over the batch and all positions. */
  private static void findMoments(Tensor input, Tensor means, Tensor variances) {
    Shape shape = input.shape();
    boolean[] folded = new boolean[shape.rank()];
    Arrays.fill(folded, true);
    if (shape.rank() >= 2) {
      folded[1] = false;
    }
    Reduction reduction = new Reduction(shape, folded);
    reduction.run(new MomentFolder(input, reduction.termCount(), means, variances));
  }

  private void average(Invocation invocation, int output, Tensor running, Tensor current) {
    Tensor result = invocation.output(output, running.type(), running.shape());
    for (int index = 0; index < running.elementCount(); index++) {
      double old = running.getDouble(index);
      result.setDouble(index, old * momentum + current.getDouble(index) * (1 - momentum));
    }
  }
}
