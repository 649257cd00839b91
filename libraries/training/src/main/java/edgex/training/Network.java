package edgex.training;

import edgex.tensor.FloatTensor;
import edgex.tensor.Shape;
import edgex.tensor.TensorException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Operations in the order in which they run, from one input to the last one's result. Values are
 * numbered: the input, parameters and results, as they were added.
 *
 * <p>A network serves one thread. Its results are valid until the next run.
 */
public final class Network {
  private final Shape sampleShape;
  private final List<Parameter> parameters = new ArrayList<>();
  private final List<Step> steps = new ArrayList<>();

  /** For every value the parameter that it is, or null. */
  private final List<Parameter> byValue = new ArrayList<>();

  private FloatTensor[] values = {};
  private FloatTensor[] gradients = {};
  private int samples = -1;

  /** An operation, the values that it takes and the one that it makes. */
  record Step(Operation operation, List<Integer> inputs, int result) {}

  /** A network without operations, for samples of the given shape. */
  public Network(Shape sampleShape) {
    this.sampleShape = sampleShape;
    byValue.add(null);
  }

  /** The number of the input. */
  public int input() {
    return 0;
  }

  /** The shape of one sample. */
  public Shape sampleShape() {
    return sampleShape;
  }

  /** Adds a parameter of the given first values, which are kept; returns its number. */
  public int parameter(String name, FloatTensor value) {
    Parameter parameter = new Parameter(name, value);
    parameters.add(parameter);
    byValue.add(parameter);
    return byValue.size() - 1;
  }

  /** Adds an operation on the values of those numbers; returns the number of its result. */
  public int apply(Operation operation, int... inputs) {
    List<Integer> numbers = new ArrayList<>();
    for (int input : inputs) {
      if (input < 0 || input >= byValue.size()) {
        throw new TensorException("a network has no value " + input);
      }
      numbers.add(input);
    }
    byValue.add(null);
    steps.add(new Step(operation, numbers, byValue.size() - 1));
    samples = -1;
    return byValue.size() - 1;
  }

  /** What training changes, in the order of its addition. */
  public List<Parameter> parameters() {
    return parameters;
  }

  List<Step> steps() {
    return steps;
  }

  /** The parameter that a value is, or null. */
  Parameter parameterAt(int value) {
    return byValue.get(value);
  }

  /**
   * Runs all operations.
   *
   * @param batch [samples, ...], each sample of the network's shape
   * @return the last operation's result
   */
  public FloatTensor run(FloatTensor batch) {
    if (batch.shape().rank() == 0 || !batch.shape().without(0).equals(sampleShape)) {
      throw new TensorException("samples " + batch.shape() + " do not fit " + sampleShape);
    }
    prepare(batch.shape());
    values[0] = batch;
    for (Step step : steps) {
      FloatTensor result = values[step.result()];
      Arrays.fill(result.values(), 0);
      step.operation().run(inputs(step, values), result);
    }
    return values[values.length - 1];
  }

  /** Makes room for the results of a batch, unless the one before had the same size. */
  private void prepare(Shape batch) {
    if (samples == batch.dimension(0)) {
      return;
    }
    samples = batch.dimension(0);
    values = new FloatTensor[byValue.size()];
    gradients = new FloatTensor[byValue.size()];
    Shape[] shapes = new Shape[values.length];
    shapes[0] = batch;
    for (int value = 0; value < values.length; value++) {
      if (byValue.get(value) != null) {
        values[value] = byValue.get(value).value();
        gradients[value] = byValue.get(value).gradient();
        shapes[value] = values[value].shape();
      }
    }
    for (Step step : steps) {
      Shape[] given = new Shape[step.inputs().size()];
      boolean isAsked = false;
      for (int index = 0; index < given.length; index++) {
        given[index] = shapes[step.inputs().get(index)];
        isAsked |= gradients[step.inputs().get(index)] != null;
      }
      shapes[step.result()] = step.operation().resultShape(given);
      values[step.result()] = Parameter.zeros(shapes[step.result()]);
      // What depends on no parameter needs no gradient.
      gradients[step.result()] = isAsked ? Parameter.zeros(shapes[step.result()]) : null;
    }
  }

  private static FloatTensor[] inputs(Step step, FloatTensor[] from) {
    FloatTensor[] inputs = new FloatTensor[step.inputs().size()];
    for (int index = 0; index < inputs.length; index++) {
      inputs[index] = from[step.inputs().get(index)];
    }
    return inputs;
  }

  /**
   * Finds the gradients of all parameters, after {@link #run}.
   *
   * @param resultGradient how the loss changes with each element of the result
   */
  public void differentiate(FloatTensor resultGradient) {
    for (FloatTensor gradient : gradients) {
      if (gradient != null) {
        Arrays.fill(gradient.values(), 0);
      }
    }
    FloatTensor last = gradients[gradients.length - 1];
    if (last == null) {
      return;
    }
    last.copy(0, resultGradient, 0, last.elementCount());
    for (int index = steps.size() - 1; index >= 0; index--) {
      Step step = steps.get(index);
      if (gradients[step.result()] != null) {
        step.operation()
            .differentiate(
                inputs(step, values),
                values[step.result()],
                gradients[step.result()],
                inputs(step, gradients));
      }
    }
  }
}
