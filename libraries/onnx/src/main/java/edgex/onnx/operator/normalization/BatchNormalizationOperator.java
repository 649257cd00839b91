package edgex.onnx.operator.normalization;

import edgex.onnx.ModelFormatException;
import edgex.onnx.operator.InputTypes;
import edgex.onnx.operator.Invocation;
import edgex.onnx.operator.LegacyAttributes;
import edgex.onnx.operator.NodeContext;
import edgex.onnx.operator.Operator;
import edgex.tensor.ElementType;
import edgex.tensor.FloatTensor;
import edgex.tensor.Shape;
import edgex.tensor.TensorException;
import java.util.Arrays;

/**
 * BatchNormalization with given statistics: (x - mean) / sqrt(variance + epsilon) * scale + bias.
 */
final class BatchNormalizationOperator implements Operator {
  private static final int OPERANDS = 5;

  private final float epsilon;

  BatchNormalizationOperator(NodeContext context) throws ModelFormatException {
    this.epsilon = context.real("epsilon", 1e-5f);
    // The momentum is of use in training only, and so is the flag of old versions.
    context.real("momentum", 0.9f);
    context.flag("is_test");
    LegacyAttributes.ignoreConsumedInputs(context);
    context.require(context.whole("spatial", 1) == 1, "attribute spatial = 0 is not supported");
    boolean training = context.flag("training_mode");
    for (int output = 1; output < OPERANDS; output++) {
      training |= context.hasOutput(output);
    }
    context.require(!training, "training mode is not supported");
  }

  @Override
  public ElementType[] outputTypes(InputTypes inputs) throws ModelFormatException {
    ElementType[] types = new ElementType[OPERANDS];
    Arrays.fill(types, inputs.all(ElementType.FLOAT32));
    return types;
  }

  @Override
  public void run(Invocation invocation) {
    FloatTensor input = invocation.floatInput(0);
    Shape shape = input.shape();
    int channels = shape.rank() < 2 ? 1 : shape.dimension(1);
    for (int operand = 1; operand < OPERANDS; operand++) {
      if (invocation.input(operand).elementCount() != channels) {
        throw new TensorException(
            "input "
                + operand
                + " of shape "
                + invocation.input(operand).shape()
                + " does not fit "
                + channels
                + " channels");
      }
    }
    FloatTensor result = invocation.floatOutput(0, shape);
    int elements = shape.rank() < 2 ? 1 : shape.product(2, shape.rank());
    int blocks = elements == 0 ? 0 : shape.elementCount() / elements;
    for (int block = 0; block < blocks; block++) {
      int channel = block % channels;
      float scale = value(invocation, 1, channel);
      float bias = value(invocation, 2, channel);
      float mean = value(invocation, 3, channel);
      float factor = (float) (scale / Math.sqrt((double) value(invocation, 4, channel) + epsilon));
      int from = input.offset() + block * elements;
      int to = result.offset() + block * elements;
      for (int index = 0; index < elements; index++) {
        result.values()[to + index] = (input.values()[from + index] - mean) * factor + bias;
      }
    }
  }

  private static float value(Invocation invocation, int operand, int channel) {
    FloatTensor tensor = invocation.floatInput(operand);
    return tensor.values()[tensor.offset() + channel];
  }
}
