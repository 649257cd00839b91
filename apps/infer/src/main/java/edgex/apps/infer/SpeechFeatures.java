package edgex.apps.infer;

import edgex.onnx.InferenceException;
import edgex.onnx.ModelFormatException;
import edgex.onnx.session.Session;
import edgex.tensor.FloatTensor;
import edgex.tensor.Shape;
import edgex.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a detector of wake words listens to, by two models: the mel spectrogram of the sound, and of
 * every window of it features of speech.
 *
 * <pre>
 *   samples, -32768 to 32767 -> spectrogram [1, 1, frames, 32], 100 frames a second
 *   76 frames / 10 + 2, every 8 frames -> features [1, 1, 1, n]
 * </pre>
 */
final class SpeechFeatures {
  /** Samples in a second. */
  static final int RATE_HERTZ = 16_000;

  /** Time between windows: 8 frames of 10 ms. */
  static final int STEP_MILLISECONDS = 80;

  private static final int WINDOW_FRAMES = 76;
  private static final int STEP_FRAMES = 8;
  private static final int BANDS = 32;
  private static final float LOUDEST = 32768;

  private final Session spectrogram;
  private final Session embedding;

  SpeechFeatures(Session spectrogram, Session embedding) throws ModelFormatException {
    this.spectrogram = spectrogram;
    this.embedding = embedding;
    for (Session session : List.of(spectrogram, embedding)) {
      if (session.inputs().size() != 1 || session.outputs().size() != 1) {
        throw new ModelFormatException("a model of speech features has one input and one output");
      }
    }
  }

  /** The features of every whole window; none if the sound is shorter than 0.8 seconds. */
  List<float[]> of(float[] samples) throws InferenceException {
    List<float[]> features = new ArrayList<>();
    if (samples.length < WINDOW_FRAMES * RATE_HERTZ / 100) {
      return features;
    }
    float[] scaled = new float[samples.length];
    for (int index = 0; index < samples.length; index++) {
      scaled[index] = samples[index] * LOUDEST;
    }
    Tensor bands = run(spectrogram, FloatTensor.of(Shape.of(1, samples.length), scaled));
    if (bands.elementCount() % BANDS != 0) {
      throw new InferenceException("the spectrogram " + bands + " has not 32 bands");
    }
    int frames = bands.elementCount() / BANDS;
    for (int frame = 0; frame + WINDOW_FRAMES <= frames; frame += STEP_FRAMES) {
      features.add(features(bands, frame));
    }
    return features;
  }

  private float[] features(Tensor bands, int frame) throws InferenceException {
    float[] window = new float[WINDOW_FRAMES * BANDS];
    for (int index = 0; index < window.length; index++) {
      window[index] = (float) bands.getDouble(frame * BANDS + index) / 10 + 2;
    }
    Tensor result = run(embedding, FloatTensor.of(Shape.of(1, WINDOW_FRAMES, BANDS, 1), window));
    float[] values = new float[result.elementCount()];
    for (int index = 0; index < values.length; index++) {
      values[index] = (float) result.getDouble(index);
    }
    return values;
  }

  private static Tensor run(Session session, Tensor input) throws InferenceException {
    String name = session.inputs().get(0).name();
    return session.run(Map.of(name, input)).get(session.outputs().get(0).name());
  }
}
