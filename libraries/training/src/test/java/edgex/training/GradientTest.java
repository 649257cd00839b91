package edgex.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import edgex.tensor.FloatTensor;
import edgex.tensor.Shape;
import edgex.tensor.TensorException;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Gradients against differences: the loss is a weighted sum of the result, every element of every
 * input is moved a little, and the loss has to change as the gradient says.
 */
class GradientTest {
  private static final float STEP = 1e-2f;

  private final Random random = new Random(17);

  private FloatTensor randomTensor(Shape shape) {
    float[] values = new float[shape.elementCount()];
    for (int index = 0; index < values.length; index++) {
      // Steps of more than twice the difference keep maxima and rectifiers on one side.
      values[index] = (random.nextInt(41) - 20.5f) / 16;
    }
    return FloatTensor.of(shape, values);
  }

  private static double loss(Operation operation, FloatTensor[] inputs, FloatTensor weights) {
    FloatTensor result = Parameter.zeros(weights.shape());
    operation.run(inputs, result);
    double sum = 0;
    for (int index = 0; index < result.elementCount(); index++) {
      sum += result.getDouble(index) * weights.getDouble(index);
    }
    return sum;
  }

  private void check(Operation operation, Shape... shapes) {
    FloatTensor[] inputs = new FloatTensor[shapes.length];
    for (int index = 0; index < shapes.length; index++) {
      inputs[index] = randomTensor(shapes[index]);
    }
    check(operation, inputs);
  }

  private void check(Operation operation, FloatTensor... inputs) {
    Shape[] shapes = Arrays.stream(inputs).map(FloatTensor::shape).toArray(Shape[]::new);
    FloatTensor weights = randomTensor(operation.resultShape(shapes));
    FloatTensor result = Parameter.zeros(weights.shape());
    operation.run(inputs, result);
    FloatTensor[] gradients =
        Arrays.stream(shapes).map(Parameter::zeros).toArray(FloatTensor[]::new);
    operation.differentiate(inputs, result, weights, gradients);
    for (int input = 0; input < inputs.length; input++) {
      for (int index = 0; index < inputs[input].elementCount(); index++) {
        double value = inputs[input].getDouble(index);
        inputs[input].setDouble(index, value + STEP);
        double more = loss(operation, inputs, weights);
        inputs[input].setDouble(index, value - STEP);
        double less = loss(operation, inputs, weights);
        inputs[input].setDouble(index, value);
        double expected = (more - less) / (2 * STEP);
        double tolerance = 2e-3 + 5e-3 * Math.abs(expected);
        String what = operation.operator() + ", input " + input + ", element " + index;
        assertEquals(expected, gradients[input].getDouble(index), tolerance, what);
      }
    }
    // A gradient that nobody asks for is left out.
    operation.differentiate(inputs, result, weights, new FloatTensor[inputs.length]);
  }

  @Test
  void matrices() {
    check(new Dense(), Shape.of(4, 3), Shape.of(3, 5), Shape.of(5));
    check(new Dense(), Shape.of(1, 7), Shape.of(7, 2));
    check(new Addition(), Shape.of(3, 4), Shape.of(3, 4));
    check(new Addition(), Shape.of(3, 2, 4), Shape.of(2, 4));
  }

  @Test
  void elementwise() {
    check(Elementwise.rectifier(), Shape.of(5, 6));
    check(Elementwise.sigmoid(), Shape.of(5, 6));
    check(Elementwise.hyperbolicTangent(), Shape.of(5, 6));
    check(Elementwise.scaling(0.3f), Shape.of(5, 6));
    check(new Flattening(), Shape.of(2, 3, 2, 2));
  }

  @Test
  void convolutions() {
    check(new PictureConvolve(1, 0), Shape.of(2, 2, 6, 5), Shape.of(3, 2, 3, 2), Shape.of(3));
    check(new PictureConvolve(2, 1), Shape.of(1, 3, 5, 6), Shape.of(2, 3, 3, 3), Shape.of(2));
    check(new PictureConvolve(1, 2), Shape.of(2, 1, 3, 3), Shape.of(1, 1, 5, 5), Shape.of(1));
  }

  /** A permutation: no two elements of a window are so close that a step changes their order. */
  private FloatTensor distinct(Shape shape) {
    FloatTensor tensor = Parameter.zeros(shape);
    for (int index = 0; index < tensor.elementCount(); index++) {
      int other = random.nextInt(index + 1);
      tensor.setDouble(index, tensor.getDouble(other));
      tensor.setDouble(other, index * 0.05 - 1);
    }
    return tensor;
  }

  @Test
  void pools() {
    check(PicturePooling.largest(2, 2), distinct(Shape.of(2, 2, 4, 6)));
    check(PicturePooling.largest(3, 1), distinct(Shape.of(1, 2, 5, 4)));
    check(PicturePooling.mean(2, 2), Shape.of(2, 2, 4, 6));
    check(PicturePooling.mean(3, 2), Shape.of(1, 2, 7, 5));
  }

  @Test
  void normalizing() {
    FloatTensor variance = FloatTensor.of(Shape.of(3), 0.5f, 1.5f, 2.25f);
    FloatTensor input = randomTensor(Shape.of(2, 3, 2, 2));
    FloatTensor channel = randomTensor(Shape.of(3));
    check(
        new Normalizing(),
        input,
        channel,
        randomTensor(Shape.of(3)),
        randomTensor(Shape.of(3)),
        variance);
  }

  @Test
  void losses() {
    FloatTensor scores = randomTensor(Shape.of(4, 5));
    int[] labels = {0, 4, 2, 2};
    FloatTensor wanted = randomTensor(Shape.of(4, 5));
    FloatTensor gradient = Parameter.zeros(scores.shape());
    FloatTensor unused = Parameter.zeros(scores.shape());
    for (boolean classes : new boolean[] {true, false}) {
      double loss =
          classes
              ? Losses.softmaxCrossEntropy(scores, labels, gradient)
              : Losses.meanSquaredError(scores, wanted, gradient);
      for (int index = 0; index < scores.elementCount(); index++) {
        double value = scores.getDouble(index);
        scores.setDouble(index, value + STEP);
        double more =
            classes
                ? Losses.softmaxCrossEntropy(scores, labels, unused)
                : Losses.meanSquaredError(scores, wanted, unused);
        scores.setDouble(index, value);
        double expected = (more - loss) / STEP;
        assertEquals(expected, gradient.getDouble(index), 2e-3 + STEP / 4);
      }
    }
    assertThrows(
        TensorException.class,
        () -> Losses.softmaxCrossEntropy(scores, new int[] {0, 1, 2, 5}, unused));
  }

  /** A network in which one value is used twice: both ways count. */
  @Test
  void aValueUsedTwiceGetsBothGradients() {
    Network network = new Network(Shape.of(3));
    int weights = network.parameter("w", randomTensor(Shape.of(3, 3)));
    int hidden = network.apply(new Dense(), network.input(), weights);
    int curved = network.apply(Elementwise.hyperbolicTangent(), hidden);
    network.apply(new Addition(), hidden, curved);
    FloatTensor batch = randomTensor(Shape.of(2, 3));
    FloatTensor ones = FloatTensor.of(Shape.of(2, 3), 1, 1, 1, 1, 1, 1);
    network.run(batch);
    network.differentiate(ones);
    FloatTensor values = network.parameters().get(0).value();
    FloatTensor gradient =
        FloatTensor.of(values.shape(), network.parameters().get(0).gradient().values().clone());
    for (int index = 0; index < values.elementCount(); index++) {
      double value = values.getDouble(index);
      values.setDouble(index, value + STEP);
      double more = sum(network.run(batch));
      values.setDouble(index, value - STEP);
      double less = sum(network.run(batch));
      values.setDouble(index, value);
      assertEquals((more - less) / (2 * STEP), gradient.getDouble(index), 5e-3);
    }
  }

  private static double sum(FloatTensor tensor) {
    double sum = 0;
    for (int index = 0; index < tensor.elementCount(); index++) {
      sum += tensor.getDouble(index);
    }
    return sum;
  }
}
