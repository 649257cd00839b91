package edgex.onnx.session;

import edgex.onnx.InferenceException;
import edgex.onnx.model.Dimension;
import edgex.onnx.model.ValueInfo;
import edgex.tensor.Tensor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Compares a run's inputs with what the model declares. */
final class InputCheck {
  private InputCheck() {}

  /**
   * Checks that every input is there, of the declared type and of a shape that fits.
   *
   * @throws InferenceException if not; the message names the input
   */
  static void check(Program program, Map<String, Tensor> inputs) throws InferenceException {
    Map<String, Integer> symbols = new HashMap<>();
    for (ValueInfo declared : program.requiredInputs) {
      if (!inputs.containsKey(declared.name())) {
        throw new InferenceException("input '" + declared.name() + "' is missing");
      }
    }
    for (Map.Entry<String, Tensor> input : inputs.entrySet()) {
      ValueInfo declared = program.declaredInputs.get(input.getKey());
      if (declared == null) {
        throw new InferenceException("the model has no input '" + input.getKey() + "'");
      }
      if (!matches(declared, input.getValue(), symbols)) {
        throw new InferenceException(
            "input '"
                + input.getKey()
                + "' is "
                + input.getValue()
                + ", but the model takes "
                + declared.typeText());
      }
    }
  }

  private static boolean matches(ValueInfo declared, Tensor tensor, Map<String, Integer> symbols) {
    if (tensor.type() != declared.type()) {
      return false;
    }
    List<Dimension> dimensions = declared.dimensions();
    if (dimensions == null) {
      return true;
    }
    if (dimensions.size() != tensor.shape().rank()) {
      return false;
    }
    for (int axis = 0; axis < dimensions.size(); axis++) {
      Dimension dimension = dimensions.get(axis);
      int actual = tensor.shape().dimension(axis);
      if (dimension.isKnown() && dimension.size() != actual) {
        return false;
      }
      if (!dimension.symbol().isEmpty()) {
        Integer bound = symbols.put(dimension.symbol(), actual);
        if (bound != null && bound != actual) {
          return false;
        }
      }
    }
    return true;
  }
}
