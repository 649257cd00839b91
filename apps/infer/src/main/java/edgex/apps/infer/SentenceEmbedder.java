package edgex.apps.infer;

import edgex.onnx.InferenceException;
import edgex.onnx.ModelFormatException;
import edgex.onnx.model.ValueInfo;
import edgex.onnx.session.Session;
import edgex.tensor.LongTensor;
import edgex.tensor.Shape;
import edgex.tensor.Tensor;
import edgex.tokenizer.WordPieceTokenizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Gives texts directions that are close where the texts mean similar things: the mean of what a
 * language model of the BERT family says of each token, brought to length 1.
 */
final class SentenceEmbedder {
  /** What the sentence transformers of the MiniLM family were trained for. */
  private static final int MOST_TOKENS = 256;

  private final Session session;
  private final WordPieceTokenizer tokenizer;

  SentenceEmbedder(Session session, WordPieceTokenizer tokenizer) throws ModelFormatException {
    this.session = session;
    this.tokenizer = tokenizer;
    for (ValueInfo input : session.inputs()) {
      boolean isKnown =
          input.name().equals("input_ids")
              || input.name().equals("attention_mask")
              || input.name().equals("token_type_ids");
      if (!isKnown) {
        throw new ModelFormatException("a language model has no input '" + input.name() + "'");
      }
    }
  }

  /** The direction of a text: as many numbers as the model has for a token. */
  float[] embed(String text) throws InferenceException {
    long[] tokens = tokenizer.encode(text, MOST_TOKENS);
    Shape shape = Shape.of(1, tokens.length);
    long[] all = new long[tokens.length];
    Arrays.fill(all, 1);
    Map<String, Tensor> inputs = new HashMap<>();
    for (ValueInfo input : session.inputs()) {
      long[] values =
          switch (input.name()) {
            case "input_ids" -> tokens;
            case "attention_mask" -> all;
            default -> new long[tokens.length];
          };
      inputs.put(input.name(), LongTensor.of(shape, values));
    }
    Tensor states = session.run(inputs).get(session.outputs().get(0).name());
    if (states.shape().rank() != 3 || states.shape().dimension(1) != tokens.length) {
      throw new InferenceException("the model's output " + states + " is not a state a token");
    }
    return mean(states, tokens.length);
  }

  private static float[] mean(Tensor states, int tokens) throws InferenceException {
    float[] sums = new float[states.shape().dimension(2)];
    double squares = 0;
    for (int index = 0; index < sums.length; index++) {
      double sum = 0;
      for (int token = 0; token < tokens; token++) {
        sum += states.getDouble(token * sums.length + index);
      }
      sums[index] = (float) sum;
      squares += sum * sum;
    }
    if (!(squares > 0) || Double.isInfinite(squares)) {
      throw new InferenceException("the model's output has no direction");
    }
    for (int index = 0; index < sums.length; index++) {
      sums[index] /= (float) Math.sqrt(squares);
    }
    return sums;
  }

  /** The cosine of the angle between two directions, -1 to 1. */
  static double similarity(float[] first, float[] second) {
    double sum = 0;
    for (int index = 0; index < first.length; index++) {
      sum += (double) first[index] * second[index];
    }
    return Math.max(-1, Math.min(1, sum));
  }
}
