package edgex.apps.infer;

import edgex.onnx.InferenceException;
import edgex.onnx.model.Dimension;
import edgex.onnx.model.ValueInfo;
import edgex.onnx.session.Explanation;
import edgex.onnx.session.Session;
import edgex.tensor.Shape;
import edgex.tensor.Tensor;
import edgex.tensor.TensorException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a run of a model would do and need, as lines of tab-separated fields. */
final class RunExplanation {
  private RunExplanation() {}

  /**
   * Prints a line for each node (operator, name, shapes, operations, bytes, kernel, place in the
   * arena), then the totals.
   *
   * @param words {@code NAME=1x3x224x224} for each input whose shape the model leaves open, or
   *     {@code NAME=16000} for a single whole number on which shapes depend
   * @throws InferenceException if an input is missing or does not fit
   */
  static void print(Session session, List<String> words, PrintStream out)
      throws InferenceException {
    Explanation explanation = session.explain(inputs(session, words));
    for (Explanation.Line line : explanation.lines()) {
      boolean hasPlace = line.arenaOffset() != Explanation.NO_PLACE;
      out.print(
          ("node\t" + line.operator() + "\t" + line.node() + "\t" + line.shapes())
              + ("\t" + line.operations() + " operations\t" + line.bytes() + " bytes")
              + ("\t" + line.kernel() + "\t" + (hasPlace ? "at " + line.arenaOffset() : "-"))
              + "\n");
    }
    out.print("constants\t" + explanation.constantBytes() + " bytes\n");
    if (explanation.isExact()) {
      long values = explanation.runBytes();
      out.print("arena\t" + explanation.arenaBytes() + " bytes\n");
      out.print("values\t" + values + " bytes\n");
      out.print("memory\t" + (explanation.constantBytes() + values) + " bytes\n");
    } else {
      out.print("memory\tdepends on the elements of the inputs\n");
    }
  }

  private static Map<String, Tensor> inputs(Session session, List<String> words)
      throws InferenceException {
    Map<String, String> given = new HashMap<>();
    for (String word : words) {
      int equals = word.lastIndexOf('=');
      if (equals < 1) {
        throw new InferenceException("'" + word + "' is not NAME=SHAPE");
      }
      given.put(word.substring(0, equals), word.substring(equals + 1));
    }
    Map<String, Tensor> inputs = new HashMap<>();
    for (ValueInfo input : session.inputs()) {
      String text = given.remove(input.name());
      inputs.put(input.name(), text == null ? declared(input) : parsed(input, text));
    }
    for (String unknown : given.keySet()) {
      throw new InferenceException("the model has no input '" + unknown + "'");
    }
    return inputs;
  }

  private static Tensor declared(ValueInfo input) throws InferenceException {
    List<Integer> dimensions = new ArrayList<>();
    for (Dimension dimension :
        input.dimensions() == null ? List.<Dimension>of() : input.dimensions()) {
      dimensions.add(dimension.isKnown() ? dimension.size() : -1);
    }
    if (input.dimensions() == null || dimensions.contains(-1)) {
      throw new InferenceException(
          "input '"
              + input.name()
              + "' is "
              + input.typeText()
              + ": say "
              + input.name()
              + "=SHAPE");
    }
    int[] sizes = dimensions.stream().mapToInt(Integer::intValue).toArray();
    return Session.unknownInput(input.type(), Shape.of(sizes));
  }

  private static Tensor parsed(ValueInfo input, String text) throws InferenceException {
    boolean isNumber = input.dimensions() != null && input.dimensions().isEmpty();
    try {
      if (isNumber && input.type().isInteger()) {
        Tensor number = Tensor.allocate(input.type(), Shape.SCALAR);
        number.setLong(0, Long.parseLong(text));
        return number;
      }
      return Session.unknownInput(input.type(), shape(text));
    } catch (NumberFormatException | TensorException wrong) {
      throw new InferenceException(
          "input '"
              + input.name()
              + "': '"
              + text
              + "' is not "
              + (isNumber ? "a number" : "a shape"));
    }
  }

  private static Shape shape(String text) {
    List<Long> dimensions = new ArrayList<>();
    int start = 0;
    while (start <= text.length()) {
      int end = text.indexOf('x', start);
      end = end < 0 ? text.length() : end;
      dimensions.add(Long.parseLong(text.substring(start, end)));
      start = end + 1;
    }
    long[] sizes = dimensions.stream().mapToLong(Long::longValue).toArray();
    return Shape.ofLongs(sizes);
  }
}
