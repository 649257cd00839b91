package edgex.apps.infer;

import edgex.onnx.InferenceException;
import edgex.onnx.ModelFormatException;
import edgex.onnx.session.Session;
import edgex.tensor.ElementType;
import edgex.tensor.FloatTensor;
import edgex.tensor.LongTensor;
import edgex.tensor.Shape;
import edgex.tensor.Tensor;
import java.util.HashMap;
import java.util.Map;

/**
 * Says of each frame of sound how probable a voice is, with the model Silero VAD: {@code input} [1,
 * context + frame], {@code sr} the rate, {@code state} what the frame before left in {@code
 * stateN}. Frames must come in order.
 */
final class VoiceDetector {
  /** Samples in a second. */
  static final int RATE_HERTZ = 16_000;

  /** Samples of a frame. */
  static final int FRAME_SAMPLES = 512;

  /** Samples of the frame before that the model wants to see again. */
  private static final int CONTEXT_SAMPLES = 64;

  private static final Shape STATE = Shape.of(2, 1, 128);

  private final Session session;
  private final float[] samples = new float[CONTEXT_SAMPLES + FRAME_SAMPLES];
  private Tensor state = Tensor.allocate(ElementType.FLOAT32, STATE);

  VoiceDetector(Session session) throws ModelFormatException {
    this.session = session;
    if (session.inputs().size() != 3 || session.outputs().size() != 2) {
      throw new ModelFormatException(
          "a voice detector has the inputs 'input', 'state', 'sr' and the outputs 'output', "
              + "'stateN'");
    }
  }

  /** Probability of a voice in the frame whose first sample is {@code source[first]}. */
  double next(float[] source, int first) throws InferenceException {
    System.arraycopy(samples, FRAME_SAMPLES, samples, 0, CONTEXT_SAMPLES);
    System.arraycopy(source, first, samples, CONTEXT_SAMPLES, FRAME_SAMPLES);
    Map<String, Tensor> inputs = new HashMap<>();
    inputs.put("input", FloatTensor.of(Shape.of(1, samples.length), samples));
    inputs.put("state", state);
    inputs.put("sr", LongTensor.of(Shape.SCALAR, RATE_HERTZ));
    Map<String, Tensor> outputs = session.run(inputs);
    Tensor probability = outputs.get("output");
    state = outputs.get("stateN");
    if (probability == null || probability.elementCount() != 1 || state == null) {
      throw new InferenceException("the model has no 'output' of one number and no 'stateN'");
    }
    return probability.getDouble(0);
  }
}
