package edgex.training;

import edgex.tensor.FloatTensor;
import edgex.tensor.Shape;

/** Numbers of a network that training changes. */
public final class Parameter {
  private final String name;
  private final FloatTensor value;
  private final FloatTensor gradient;

  Parameter(String name, FloatTensor value) {
    this.name = name;
    this.value = value;
    this.gradient = zeros(value.shape());
  }

  static FloatTensor zeros(Shape shape) {
    return FloatTensor.of(shape, new float[shape.elementCount()]);
  }

  /** Its name, also in an exported model. */
  public String name() {
    return name;
  }

  /** The numbers; shared, not a copy. */
  public FloatTensor value() {
    return value;
  }

  /** How the loss changes with each of them, after {@link Network#differentiate}. */
  public FloatTensor gradient() {
    return gradient;
  }
}
