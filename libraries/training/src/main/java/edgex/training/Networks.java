package edgex.training;

import edgex.tensor.FloatTensor;
import edgex.tensor.Shape;
import java.util.Random;

/** Networks for pictures of values 0 to 255, their first weights drawn by a seed. */
public final class Networks {
  private static final float BRIGHTEST = 255;
  private static final int KERNEL = 5;

  private final Network network;
  private final Random random;
  private int value;
  private Shape shape;
  private int layer;

  private Networks(Shape sampleShape, long seed) {
    this.network = new Network(sampleShape);
    this.random = new Random(seed);
    this.shape = sampleShape.inserted(0, 1);
    this.value = network.input();
    apply(Elementwise.scaling(1 / BRIGHTEST));
  }

  /**
   * A multi-layer perceptron with one hidden layer.
   *
   * @param sampleShape [channels, height, width]
   * @param hidden neurons of the hidden layer
   */
  public static Network perceptron(Shape sampleShape, int hidden, int classes, long seed) {
    Networks networks = new Networks(sampleShape, seed);
    networks.apply(new Flattening());
    networks.dense(hidden);
    networks.apply(Elementwise.rectifier());
    networks.dense(classes);
    return networks.network;
  }

  /**
   * A small convolutional network: two convolutions of 5 x 5, each with a rectifier and a pool of
   * the largest of 2 x 2, then one dense layer.
   *
   * @param sampleShape [channels, height, width], at least 16 x 16
   * @param filters outputs of the first convolution; the second has twice as many
   */
  public static Network convolutional(Shape sampleShape, int filters, int classes, long seed) {
    Networks networks = new Networks(sampleShape, seed);
    for (int outputs : new int[] {filters, 2 * filters}) {
      networks.convolution(outputs);
      networks.apply(Elementwise.rectifier());
      networks.apply(PicturePooling.largest(2, 2));
    }
    networks.apply(new Flattening());
    networks.dense(classes);
    return networks.network;
  }

  private void apply(Operation operation, int... parameters) {
    int[] inputs = new int[1 + parameters.length];
    Shape[] shapes = new Shape[inputs.length];
    inputs[0] = value;
    shapes[0] = shape;
    for (int index = 0; index < parameters.length; index++) {
      inputs[1 + index] = parameters[index];
      shapes[1 + index] = network.parameterAt(parameters[index]).value().shape();
    }
    value = network.apply(operation, inputs);
    shape = operation.resultShape(shapes);
  }

  private void dense(int outputs) {
    int fan = shape.dimension(1);
    apply(new Dense(), weights(Shape.of(fan, outputs), fan), bias(outputs));
  }

  private void convolution(int outputs) {
    int channels = shape.dimension(1);
    Shape kernel = Shape.of(outputs, channels, KERNEL, KERNEL);
    int weights = weights(kernel, channels * KERNEL * KERNEL);
    apply(new PictureConvolve(1, 0), weights, bias(outputs));
  }

  /**
   * Weights between -limit and limit that keep the variance from layer to layer (K. He and others,
   * "Delving Deep into Rectifiers", section 2.2): limit = sqrt(6 / fan).
   */
  private int weights(Shape weightsShape, int fan) {
    FloatTensor weights = Parameter.zeros(weightsShape);
    double limit = Math.sqrt(6.0 / fan);
    for (int index = 0; index < weights.elementCount(); index++) {
      weights.setDouble(index, (2 * random.nextDouble() - 1) * limit);
    }
    return network.parameter("layer" + ++layer + ".weights", weights);
  }

  private int bias(int outputs) {
    return network.parameter("layer" + layer + ".bias", Parameter.zeros(Shape.of(outputs)));
  }
}
