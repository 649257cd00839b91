package edgex.training;

import edgex.onnx.model.Attribute;
import edgex.tensor.FloatTensor;
import edgex.tensor.Shape;
import edgex.tensor.TensorException;
import java.util.Map;

/**
 * BatchNormalization as in inference, mean and variance being what they are: input [samples,
 * channels, ...], scale, bias, mean and variance [channels].
 */
public final class Normalizing implements Operation {
  private static final int INPUTS = 5;
  private static final float EPSILON = 1e-5f;

  /** Creates the operation. */
  public Normalizing() {}

  @Override
  public Shape resultShape(Shape... inputs) {
    boolean fits = inputs.length == INPUTS && inputs[0].rank() >= 2;
    for (int index = 1; fits && index < INPUTS; index++) {
      fits = inputs[index].equals(Shape.of(inputs[0].dimension(1)));
    }
    if (!fits) {
      throw new TensorException("scale, bias, mean and variance do not fit " + inputs[0]);
    }
    return inputs[0];
  }

  private static double deviation(FloatTensor[] inputs, int channel) {
    return Math.sqrt(inputs[4].getDouble(channel) + EPSILON);
  }

  @Override
  public void run(FloatTensor[] inputs, FloatTensor result) {
    Shape shape = inputs[0].shape();
    int inner = shape.product(2, shape.rank());
    for (int index = 0; index < result.elementCount(); index++) {
      int channel = index / inner % shape.dimension(1);
      double distance = inputs[0].getDouble(index) - inputs[3].getDouble(channel);
      double normal = distance / deviation(inputs, channel);
      result.setDouble(index, normal * inputs[1].getDouble(channel) + inputs[2].getDouble(channel));
    }
  }

  @Override
  public void differentiate(
      FloatTensor[] inputs,
      FloatTensor result,
      FloatTensor resultGradient,
      FloatTensor[] gradients) {
    Shape shape = inputs[0].shape();
    int inner = shape.product(2, shape.rank());
    for (int index = 0; index < result.elementCount(); index++) {
      int channel = index / inner % shape.dimension(1);
      double change = resultGradient.getDouble(index);
      double deviation = deviation(inputs, channel);
      double distance = inputs[0].getDouble(index) - inputs[3].getDouble(channel);
      double slope = change * inputs[1].getDouble(channel) / deviation;
      add(gradients[0], index, slope);
      add(gradients[1], channel, change * distance / deviation);
      add(gradients[2], channel, change);
      add(gradients[3], channel, -slope);
      add(gradients[4], channel, -slope * distance / (2 * deviation * deviation));
    }
  }

  private static void add(FloatTensor gradient, int index, double change) {
    if (gradient != null) {
      gradient.setDouble(index, gradient.getDouble(index) + change);
    }
  }

  @Override
  public String operator() {
    return "BatchNormalization";
  }

  @Override
  public Map<String, Attribute> attributes() {
    return Map.of("epsilon", new Attribute.Real(EPSILON));
  }
}
