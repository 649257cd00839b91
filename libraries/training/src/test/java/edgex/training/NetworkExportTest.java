package edgex.training;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtSession;
import edgex.onnx.session.Session;
import edgex.tensor.FloatTensor;
import edgex.tensor.Shape;
import edgex.tensor.Tensor;
import java.nio.FloatBuffer;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** An exported network computes the same, in our runtime and in ONNX Runtime. */
class NetworkExportTest {
  private final Random random = new Random(8);

  private FloatTensor randomTensor(Shape shape, float scale) {
    float[] values = new float[shape.elementCount()];
    for (int index = 0; index < values.length; index++) {
      values[index] = random.nextFloat() * scale;
    }
    return FloatTensor.of(shape, values);
  }

  private void check(Network network) throws Exception {
    byte[] model = NetworkExport.write(network);
    FloatTensor batch = randomTensor(network.sampleShape().inserted(0, 3), 255);
    FloatTensor expected = network.run(batch);
    Tensor own = Session.load(model, 1 << 26).run(Map.of("input", batch)).get("scores");
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    long[] shape = new long[batch.shape().rank()];
    for (int axis = 0; axis < shape.length; axis++) {
      shape[axis] = batch.shape().dimension(axis);
    }
    try (OrtSession session = environment.createSession(model);
        OnnxTensor input =
            OnnxTensor.createTensor(environment, FloatBuffer.wrap(batch.values()), shape);
        OrtSession.Result result = session.run(Map.of("input", input))) {
      FloatBuffer other = ((OnnxTensor) result.get(0)).getFloatBuffer();
      assertEquals(expected.elementCount(), other.remaining());
      for (int index = 0; index < expected.elementCount(); index++) {
        double value = expected.getDouble(index);
        double tolerance = 1e-3 * Math.abs(value) + 1e-4;
        assertEquals(value, own.getDouble(index), tolerance);
        assertEquals(value, other.get(index), tolerance);
      }
    }
  }

  @Test
  void networksForPictures() throws Exception {
    check(Networks.perceptron(Shape.of(1, 28, 28), 64, 10, 2));
    check(Networks.convolutional(Shape.of(3, 20, 18), 4, 5, 2));
  }

  @Test
  void everyOperation() throws Exception {
    Network network = new Network(Shape.of(2, 9, 9));
    int[] statistics = new int[4];
    for (int index = 0; index < 4; index++) {
      statistics[index] = network.parameter("s" + index, randomTensor(Shape.of(2), 1));
    }
    int value =
        network.apply(
            new Normalizing(),
            network.input(),
            statistics[0],
            statistics[1],
            statistics[2],
            statistics[3]);
    int kernel = network.parameter("kernel", randomTensor(Shape.of(3, 2, 3, 3), 0.1f));
    int bias = network.parameter("bias", randomTensor(Shape.of(3), 1));
    value = network.apply(new PictureConvolve(2, 1), value, kernel, bias);
    value = network.apply(Elementwise.sigmoid(), value);
    value = network.apply(PicturePooling.mean(2, 1), value);
    value = network.apply(new Flattening(), value);
    int weights = network.parameter("weights", randomTensor(Shape.of(48, 6), 0.2f));
    value = network.apply(new Dense(), value, weights);
    int offset = network.parameter("offset", randomTensor(Shape.of(6), 1));
    value = network.apply(new Addition(), value, offset);
    value = network.apply(Elementwise.hyperbolicTangent(), value);
    network.apply(Elementwise.scaling(2.5f), value);
    check(network);
  }
}
