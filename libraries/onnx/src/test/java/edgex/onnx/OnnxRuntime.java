package edgex.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import edgex.tensor.FloatTensor;
import edgex.tensor.LongTensor;
import edgex.tensor.Shape;
import edgex.tensor.Tensor;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** ONNX Runtime as the oracle: node by node as the model has them, without its optimizations. */
final class OnnxRuntime {
  private OnnxRuntime() {}

  /** The float outputs by name, in the model's order. */
  static Map<String, Tensor> run(byte[] model, Map<String, Tensor> inputs) throws OrtException {
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    Map<String, OnnxTensor> converted = new HashMap<>();
    Map<String, Tensor> outputs = new LinkedHashMap<>();
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.NO_OPT);
      try (OrtSession session = environment.createSession(model, options)) {
        for (Map.Entry<String, Tensor> input : inputs.entrySet()) {
          converted.put(input.getKey(), convert(environment, input.getValue()));
        }
        try (OrtSession.Result results = session.run(converted)) {
          for (Map.Entry<String, OnnxValue> result : results) {
            outputs.put(result.getKey(), convert((OnnxTensor) result.getValue()));
          }
        }
      }
    } finally {
      converted.values().forEach(OnnxTensor::close);
    }
    return outputs;
  }

  private static OnnxTensor convert(OrtEnvironment environment, Tensor tensor) throws OrtException {
    long[] shape = Arrays.stream(tensor.shape().toArray()).asLongStream().toArray();
    if (tensor instanceof LongTensor longs) {
      LongBuffer buffer = LongBuffer.wrap(longs.values(), longs.offset(), longs.elementCount());
      return OnnxTensor.createTensor(environment, buffer, shape);
    }
    FloatTensor floats = (FloatTensor) tensor;
    FloatBuffer buffer = FloatBuffer.wrap(floats.values(), floats.offset(), floats.elementCount());
    return OnnxTensor.createTensor(environment, buffer, shape);
  }

  private static Tensor convert(OnnxTensor tensor) {
    FloatBuffer buffer = tensor.getFloatBuffer();
    float[] values = new float[buffer.remaining()];
    buffer.get(values);
    return FloatTensor.of(Shape.ofLongs(tensor.getInfo().getShape()), values);
  }
}
