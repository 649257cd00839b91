package edgex.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import edgex.onnx.session.Session;
import edgex.onnx.wire.LittleEndian;
import edgex.tensor.ElementType;
import edgex.tensor.FloatTensor;
import edgex.tensor.LongTensor;
import edgex.tensor.Shape;
import edgex.tensor.Tensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A spoken word through the voice activity model, its state carried from frame to frame. */
class VoiceActivityTest {
  private static final int RATE_HERTZ = 16_000;
  private static final int FRAME = 512;

  /** Samples of the frame before that the model wants to see again. */
  private static final int CONTEXT = 64;

  private static final int WAVE_HEADER_BYTES = 44;

  @Test
  void theWordIsFoundWhereItIs() throws IOException, ModelFormatException, InferenceException {
    Path model = SharedData.find("models/silero_vad_v5.onnx");
    Path sound = SharedData.find("models/testdata/yes_1000ms.wav");
    assumeTrue(model != null && sound != null);
    byte[] wave = Files.readAllBytes(sound);
    Session session = Session.load(Files.readAllBytes(model), 64L << 20);
    Tensor state = Tensor.allocate(ElementType.FLOAT32, Shape.of(2, 1, 128));
    int frames = (wave.length - WAVE_HEADER_BYTES) / 2 / FRAME;
    assertEquals(31, frames);
    for (int frame = 0; frame < frames; frame++) {
      float[] samples = new float[CONTEXT + FRAME];
      for (int index = 0; index < samples.length; index++) {
        int place = frame * FRAME - CONTEXT + index;
        samples[index] =
            place < 0 ? 0 : LittleEndian.int16(wave, WAVE_HEADER_BYTES + 2 * place) / 32768f;
      }
      Map<String, Tensor> inputs = new HashMap<>();
      inputs.put("input", FloatTensor.of(Shape.of(1, samples.length), samples));
      inputs.put("state", state);
      inputs.put("sr", LongTensor.of(Shape.SCALAR, RATE_HERTZ));
      Map<String, Tensor> outputs = session.run(inputs);
      state = outputs.get("stateN");
      double probability = outputs.get("output").getDouble(0);
      boolean inWord = frame >= 15 && frame <= 26;
      assertTrue(
          inWord ? probability > 0.85 : probability < 0.7, "frame " + frame + ": " + probability);
    }
  }
}
