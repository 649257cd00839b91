package edgex.training;

import edgex.tensor.FloatTensor;
import edgex.tensor.Shape;

/** Flatten: the elements of every sample along one axis. */
public final class Flattening implements Operation {
  /** Creates the operation. */
  public Flattening() {}

  @Override
  public Shape resultShape(Shape... inputs) {
    return Shape.of(inputs[0].dimension(0), inputs[0].product(1, inputs[0].rank()));
  }

  @Override
  public void run(FloatTensor[] inputs, FloatTensor result) {
    result.copy(0, inputs[0], 0, result.elementCount());
  }

  @Override
  public void differentiate(
      FloatTensor[] inputs,
      FloatTensor result,
      FloatTensor resultGradient,
      FloatTensor[] gradients) {
    if (gradients[0] != null) {
      Sums.add(resultGradient, 1, gradients[0]);
    }
  }

  @Override
  public String operator() {
    return "Flatten";
  }
}
