package edgex.training;

import edgex.onnx.model.Attribute;
import edgex.tensor.FloatTensor;
import edgex.tensor.Shape;
import edgex.tensor.Tensor;
import java.util.Map;

/**
 * A function of tensors that can be differentiated; the first axis of its first input counts the
 * samples of a batch. It is an operator of ONNX too (operator set 13).
 */
public interface Operation {
  /**
   * The shape of the result for inputs of the given shapes.
   *
   * @throws edgex.tensor.TensorException if they do not fit
   */
  Shape resultShape(Shape... inputs);

  /** Computes the result; its elements are 0 before. */
  void run(FloatTensor[] inputs, FloatTensor result);

  /**
   * Adds what the inputs contribute to a change of the result to their gradients.
   *
   * @param resultGradient how the loss changes with each element of the result
   * @param gradients for each input how the loss changes with it, or null if nobody asks
   */
  void differentiate(
      FloatTensor[] inputs,
      FloatTensor result,
      FloatTensor resultGradient,
      FloatTensor[] gradients);

  /** The operator's name in ONNX. */
  String operator();

  /** Its attributes in ONNX. */
  default Map<String, Attribute> attributes() {
    return Map.of();
  }

  /** A constant that it takes in ONNX after its inputs, or null. */
  default Tensor constant() {
    return null;
  }
}
