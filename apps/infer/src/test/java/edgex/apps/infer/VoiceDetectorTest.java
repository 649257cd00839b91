package edgex.apps.infer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import edgex.sound.Sound;
import edgex.sound.WaveReader;
import edgex.tensor.ElementType;
import edgex.tensor.FloatTensor;
import edgex.tensor.LongTensor;
import edgex.tensor.Shape;
import edgex.tensor.Tensor;
import java.nio.file.Files;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Two spoken words, frame by frame, in both runtimes. */
class VoiceDetectorTest {
  private static final String MODEL = "models/silero_vad_v5.onnx";
  private static final String YES = "models/testdata/yes_1000ms.wav";

  @Test
  void everyFrameIsAsLikelySpeechAsInTheOtherRuntime() throws Exception {
    try (Oracle oracle = Oracle.open(MODEL)) {
      for (String word : new String[] {YES, "models/testdata/no_1000ms.wav"}) {
        float[] samples = WaveReader.read(Files.readAllBytes(Oracle.file(word))).samples();
        VoiceDetector detector = new VoiceDetector(oracle.session);
        Tensor state = Tensor.allocate(ElementType.FLOAT32, Shape.of(2, 1, 128));
        float[] withContext = new float[64 + 512];
        for (int first = 0; first + 512 <= samples.length; first += 512) {
          System.arraycopy(samples, first, withContext, 64, 512);
          Map<String, Tensor> outputs =
              oracle.run(
                  Map.of(
                      "input", FloatTensor.of(Shape.of(1, 576), withContext),
                      "state", state,
                      "sr", LongTensor.of(Shape.SCALAR, 16_000)));
          state = outputs.get("stateN");
          double expected = outputs.get("output").getDouble(0);
          assertEquals(expected, detector.next(samples, first), 1e-3, word + " at " + first);
          System.arraycopy(samples, first + 512 - 64, withContext, 0, 64);
        }
      }
    }
  }

  /** A recording of another rate is the same speech. */
  @Test
  void theRateOfTheRecordingDoesNotMatter() throws Exception {
    try (Oracle oracle = Oracle.open(MODEL)) {
      Sound sound = WaveReader.read(Files.readAllBytes(Oracle.file(YES)));
      float[] samples = sound.at(44_100).at(16_000).samples();
      VoiceDetector detector = new VoiceDetector(oracle.session);
      for (int frame = 0; frame < 31; frame++) {
        double probability = detector.next(samples, frame * 512);
        boolean inWord = frame >= 15 && frame <= 26;
        assertTrue(inWord ? probability > 0.8 : probability < 0.75, frame + ": " + probability);
      }
    }
  }
}
