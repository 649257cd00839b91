package edgex.tokenizer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import edgex.onnx.InferenceException;
import edgex.onnx.ModelFormatException;
import edgex.onnx.session.Session;
import edgex.tensor.LongTensor;
import edgex.tensor.Shape;
import edgex.tensor.Tensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** From sentences to how alike they are, with the tokenizer and the model that belong together. */
class SentenceSimilarityTest {
  private static final Path PROJECT = Path.of("").toAbsolutePath().getParent().getParent();
  private static final int MOST_TOKENS = 128;

  private static WordPieceTokenizer tokenizer;
  private static Session session;

  @BeforeAll
  static void load() throws IOException, ModelFormatException, TokenizerFormatException {
    String named = System.getenv("EDGEX_SHARED");
    Path folder = PROJECT.resolve(named == null ? "../shared" : named).resolve("models/minilm-q");
    if (!Files.isDirectory(folder)) {
      System.out.println("skipped: no " + folder + " (set EDGEX_SHARED)");
      return;
    }
    tokenizer =
        WordPieceTokenizer.read(
            Files.readString(folder.resolve("all-minilm-l6-v2-q-tokenizer.json")));
    byte[] model = Files.readAllBytes(folder.resolve("all-minilm-l6-v2-q.onnx"));
    session = Session.load(model, 64L << 20);
  }

  @Test
  void tokensAreThoseOfTheVocabulary() {
    assumeTrue(tokenizer != null);
    long[] expected = {101, 7592, 1010, 2088, 999, 102};
    assertArrayEquals(expected, tokenizer.encode("Hello, world!", MOST_TOKENS));
  }

  @Test
  void sentencesOfOneMeaningAreAlike() throws InferenceException {
    assumeTrue(session != null);
    double[] cat = embed("A cat is sitting on the sofa.");
    double[] kitten = embed("The kitten rests on a couch.");
    double[] market = embed("Shares fell sharply at the stock exchange on Monday.");
    double alike = cosine(cat, kitten);
    double different = Math.max(cosine(cat, market), cosine(kitten, market));
    assertTrue(alike > 0.5, "alike by " + alike);
    assertTrue(different < 0.25, "different by " + different);
  }

  /** The mean of the vectors of all tokens. */
  private static double[] embed(String sentence) throws InferenceException {
    long[] tokens = tokenizer.encode(sentence, MOST_TOKENS);
    Shape shape = Shape.of(1, tokens.length);
    long[] ones = new long[tokens.length];
    Arrays.fill(ones, 1);
    Map<String, Tensor> inputs = new HashMap<>();
    inputs.put("input_ids", LongTensor.of(shape, tokens));
    inputs.put("attention_mask", LongTensor.of(shape, ones));
    inputs.put("token_type_ids", LongTensor.of(shape, new long[tokens.length]));
    Tensor vectors = session.run(inputs).values().iterator().next();
    double[] mean = new double[vectors.shape().dimension(2)];
    for (int index = 0; index < vectors.elementCount(); index++) {
      mean[index % mean.length] += vectors.getDouble(index) / tokens.length;
    }
    return mean;
  }

  private static double cosine(double[] a, double[] b) {
    double product = 0;
    double squaresA = 0;
    double squaresB = 0;
    for (int index = 0; index < a.length; index++) {
      product += a[index] * b[index];
      squaresA += a[index] * a[index];
      squaresB += b[index] * b[index];
    }
    return product / Math.sqrt(squaresA * squaresB);
  }
}
