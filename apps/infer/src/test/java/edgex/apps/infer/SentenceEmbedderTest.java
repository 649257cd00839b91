package edgex.apps.infer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import edgex.onnx.model.ValueInfo;
import edgex.tensor.LongTensor;
import edgex.tensor.Shape;
import edgex.tensor.Tensor;
import edgex.tokenizer.WordPieceTokenizer;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Sentences that mean alike are alike, as much as in the other runtime. */
class SentenceEmbedderTest {
  private static final String[] SENTENCES = {
    "A cat sits on the mat.",
    "A kitten is resting on a rug.",
    "Stock markets fell sharply today.",
    "Share prices dropped a lot this morning."
  };

  @Test
  void meaningDecides() throws Exception {
    try (Oracle oracle = Oracle.open("models/minilm-q/all-minilm-l6-v2-q.onnx")) {
      String json =
          Files.readString(Oracle.file("models/minilm-q/all-minilm-l6-v2-q-tokenizer.json"));
      WordPieceTokenizer tokenizer = WordPieceTokenizer.read(json);
      SentenceEmbedder embedder = new SentenceEmbedder(oracle.session, tokenizer);
      float[][] own = new float[SENTENCES.length][];
      float[][] other = new float[SENTENCES.length][];
      for (int index = 0; index < SENTENCES.length; index++) {
        own[index] = embedder.embed(SENTENCES[index]);
        other[index] = otherRuntime(oracle, tokenizer.encode(SENTENCES[index], 256));
        // Activations are rounded to 8 bits on the way: equal to a degree or so.
        assertTrue(SentenceEmbedder.similarity(own[index], other[index]) > 0.995);
      }
      double alike = SentenceEmbedder.similarity(own[0], own[1]);
      double apart = SentenceEmbedder.similarity(own[0], own[2]);
      assertTrue(alike > 0.5 && apart < 0.2, alike + ", " + apart);
      assertTrue(SentenceEmbedder.similarity(own[2], own[3]) > 0.5);
      assertEquals(SentenceEmbedder.similarity(other[0], other[1]), alike, 0.03);
    }
  }

  private static float[] otherRuntime(Oracle oracle, long[] tokens) throws Exception {
    Shape shape = Shape.of(1, tokens.length);
    long[] ones = new long[tokens.length];
    Arrays.fill(ones, 1);
    Map<String, Tensor> inputs = new HashMap<>();
    for (ValueInfo input : oracle.session.inputs()) {
      inputs.put(input.name(), LongTensor.of(shape, new long[tokens.length]));
    }
    inputs.put("input_ids", LongTensor.of(shape, tokens));
    inputs.put("attention_mask", LongTensor.of(shape, ones));
    Tensor states = oracle.run(inputs).get(oracle.session.outputs().get(0).name());
    float[] sums = new float[states.elementCount() / tokens.length];
    for (int index = 0; index < states.elementCount(); index++) {
      sums[index % sums.length] += (float) states.getDouble(index);
    }
    double squares = 0;
    for (float sum : sums) {
      squares += (double) sum * sum;
    }
    double length = Math.sqrt(squares);
    for (int index = 0; index < sums.length; index++) {
      sums[index] /= (float) length;
    }
    return sums;
  }
}
