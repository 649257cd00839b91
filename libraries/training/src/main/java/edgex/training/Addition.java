package edgex.training;

import edgex.tensor.FloatTensor;
import edgex.tensor.Shape;
import edgex.tensor.TensorException;

/** Add: two tensors of one shape, or a second one that is added to every sample. */
public final class Addition implements Operation {
  /** Creates the operation. */
  public Addition() {}

  @Override
  public Shape resultShape(Shape... inputs) {
    boolean same = inputs[0].equals(inputs[1]);
    if (!same && (inputs[0].rank() < 2 || !inputs[0].without(0).equals(inputs[1]))) {
      throw new TensorException("cannot add " + inputs[1] + " to " + inputs[0]);
    }
    return inputs[0];
  }

  @Override
  public void run(FloatTensor[] inputs, FloatTensor result) {
    result.copy(0, inputs[0], 0, result.elementCount());
    int count = inputs[1].elementCount();
    for (int index = 0; index < result.elementCount(); index++) {
      result.values()[result.offset() + index] +=
          inputs[1].values()[inputs[1].offset() + index % count];
    }
  }

  @Override
  public void differentiate(
      FloatTensor[] inputs,
      FloatTensor result,
      FloatTensor resultGradient,
      FloatTensor[] gradients) {
    for (FloatTensor gradient : gradients) {
      if (gradient != null) {
        Sums.add(resultGradient, 1, gradient);
      }
    }
  }

  @Override
  public String operator() {
    return "Add";
  }
}
