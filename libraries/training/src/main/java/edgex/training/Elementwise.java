package edgex.training;

import edgex.tensor.FloatTensor;
import edgex.tensor.Shape;
import edgex.tensor.Tensor;

/** A function of every element by itself. */
public final class Elementwise implements Operation {
  /** The function, and how its result changes with its argument. */
  private interface Curve {
    double value(double argument);

    double slope(double argument, double value);
  }

  private final String operator;
  private final Curve curve;
  private final Tensor constant;

  private Elementwise(String operator, Curve curve, Tensor constant) {
    this.operator = operator;
    this.curve = curve;
    this.constant = constant;
  }

  /** Relu: the element, or 0 if it is negative. */
  public static Operation rectifier() {
    return new Elementwise(
        "Relu",
        new Curve() {
          @Override
          public double value(double argument) {
            return Math.max(0, argument);
          }

          @Override
          public double slope(double argument, double value) {
            return argument > 0 ? 1 : 0;
          }
        },
        null);
  }

  /** Sigmoid: from 0 to 1. */
  public static Operation sigmoid() {
    return new Elementwise(
        "Sigmoid",
        new Curve() {
          @Override
          public double value(double argument) {
            return 1 / (1 + Math.exp(-argument));
          }

          @Override
          public double slope(double argument, double value) {
            return value * (1 - value);
          }
        },
        null);
  }

  /** Tanh: from -1 to 1. */
  public static Operation hyperbolicTangent() {
    return new Elementwise(
        "Tanh",
        new Curve() {
          @Override
          public double value(double argument) {
            return Math.tanh(argument);
          }

          @Override
          public double slope(double argument, double value) {
            return 1 - value * value;
          }
        },
        null);
  }

  /** Mul by a constant. */
  public static Operation scaling(float factor) {
    return new Elementwise(
        "Mul",
        new Curve() {
          @Override
          public double value(double argument) {
            return argument * factor;
          }

          @Override
          public double slope(double argument, double value) {
            return factor;
          }
        },
        FloatTensor.of(Shape.SCALAR, factor));
  }

  @Override
  public Shape resultShape(Shape... inputs) {
    return inputs[0];
  }

  @Override
  public void run(FloatTensor[] inputs, FloatTensor result) {
    float[] source = inputs[0].values();
    float[] target = result.values();
    for (int index = 0; index < result.elementCount(); index++) {
      target[result.offset() + index] = (float) curve.value(source[inputs[0].offset() + index]);
    }
  }

  @Override
  public void differentiate(
      FloatTensor[] inputs,
      FloatTensor result,
      FloatTensor resultGradient,
      FloatTensor[] gradients) {
    if (gradients[0] == null) {
      return;
    }
    float[] target = gradients[0].values();
    for (int index = 0; index < result.elementCount(); index++) {
      double argument = inputs[0].values()[inputs[0].offset() + index];
      double value = result.values()[result.offset() + index];
      double change = resultGradient.values()[resultGradient.offset() + index];
      target[gradients[0].offset() + index] += (float) (change * curve.slope(argument, value));
    }
  }

  @Override
  public String operator() {
    return operator;
  }

  @Override
  public Tensor constant() {
    return constant;
  }
}
