package edgex.apps.infer;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import edgex.onnx.ModelFormatException;
import edgex.onnx.session.Session;
import edgex.tensor.FloatTensor;
import edgex.tensor.LongTensor;
import edgex.tensor.Shape;
import edgex.tensor.Tensor;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** A model of the shared data in both runtimes: ours, and ONNX Runtime, which is right. */
final class Oracle implements AutoCloseable {
  private static final OrtEnvironment ENVIRONMENT = OrtEnvironment.getEnvironment();

  /** The model in our runtime. */
  final Session session;

  private final OrtSession other;

  private Oracle(byte[] model) throws ModelFormatException, OrtException {
    session = Session.load(model, 512L << 20);
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      options.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR);
      other = ENVIRONMENT.createSession(model, options);
    }
  }

  /** Opens a model; the test is skipped if the data is not there. */
  static Oracle open(String relative) throws IOException, ModelFormatException, OrtException {
    return new Oracle(Files.readAllBytes(file(relative)));
  }

  /** A file of the shared data; the test is skipped if it is not there. */
  static Path file(String relative) {
    Path path = Samples.shared(relative);
    assumeTrue(path != null);
    return path;
  }

  /** What ONNX Runtime makes of the inputs. */
  Map<String, Tensor> run(Map<String, Tensor> inputs) throws OrtException {
    Map<String, OnnxTensor> given = new HashMap<>();
    for (Map.Entry<String, Tensor> input : inputs.entrySet()) {
      given.put(input.getKey(), tensor(input.getValue()));
    }
    Map<String, Tensor> outputs = new HashMap<>();
    try (OrtSession.Result result = other.run(given)) {
      for (Map.Entry<String, ai.onnxruntime.OnnxValue> output : result) {
        OnnxTensor value = (OnnxTensor) output.getValue();
        float[] numbers = new float[value.getFloatBuffer().remaining()];
        value.getFloatBuffer().get(numbers);
        Shape shape = Shape.ofLongs(value.getInfo().getShape());
        outputs.put(output.getKey(), FloatTensor.of(shape, numbers));
      }
    } finally {
      given.values().forEach(OnnxTensor::close);
    }
    return outputs;
  }

  private static OnnxTensor tensor(Tensor tensor) throws OrtException {
    long[] shape = Arrays.stream(tensor.shape().toArray()).asLongStream().toArray();
    if (tensor instanceof FloatTensor floats) {
      FloatBuffer values =
          FloatBuffer.wrap(floats.values(), floats.offset(), floats.elementCount()).slice();
      return OnnxTensor.createTensor(ENVIRONMENT, values, shape);
    }
    LongBuffer values = LongBuffer.allocate(tensor.elementCount());
    for (int index = 0; index < tensor.elementCount(); index++) {
      values.put(index, ((LongTensor) tensor).getLong(index));
    }
    return OnnxTensor.createTensor(ENVIRONMENT, values, shape);
  }

  @Override
  public void close() throws OrtException {
    other.close();
  }
}
