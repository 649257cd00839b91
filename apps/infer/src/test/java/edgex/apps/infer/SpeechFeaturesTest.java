package edgex.apps.infer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import edgex.sound.WaveReader;
import edgex.tensor.FloatTensor;
import edgex.tensor.Shape;
import edgex.tensor.Tensor;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A word's features through both models, in both runtimes. */
class SpeechFeaturesTest {
  @Test
  void featuresAreThoseOfTheOtherRuntime() throws Exception {
    try (Oracle mel = Oracle.open("models/oww/melspectrogram.onnx");
        Oracle embedding = Oracle.open("models/oww/embedding_model.onnx")) {
      byte[] file = Files.readAllBytes(Oracle.file("models/testdata/yes_1000ms.wav"));
      float[] samples = WaveReader.read(file).samples();
      List<float[]> actual = new SpeechFeatures(mel.session, embedding.session).of(samples);
      float[] loud = new float[samples.length];
      for (int index = 0; index < loud.length; index++) {
        loud[index] = samples[index] * 32768;
      }
      Tensor input = FloatTensor.of(Shape.of(1, loud.length), loud);
      Tensor bands = mel.run(Map.of("input", input)).get("output");
      assertEquals((bands.elementCount() / 32 - 76) / 8 + 1, actual.size());
      for (int index = 0; index < actual.size(); index++) {
        float[] window = new float[76 * 32];
        for (int place = 0; place < window.length; place++) {
          window[place] = (float) bands.getDouble(index * 8 * 32 + place) / 10 + 2;
        }
        Tensor frames = FloatTensor.of(Shape.of(1, 76, 32, 1), window);
        Tensor expected = embedding.run(Map.of("input_1", frames)).get("conv2d_19");
        assertEquals(expected.elementCount(), actual.get(index).length);
        for (int feature = 0; feature < expected.elementCount(); feature++) {
          double wanted = expected.getDouble(feature);
          assertEquals(wanted, actual.get(index)[feature], 0.02 + 1e-3 * Math.abs(wanted));
        }
      }
      assertEquals(0, new SpeechFeatures(mel.session, embedding.session).of(new float[99]).size());
    }
  }
}
