package edgex.onnx.operator.indexing;

import edgex.onnx.ModelFormatException;
import edgex.onnx.operator.NodeContext;
import edgex.tensor.ElementType;
import edgex.tensor.Tensor;

/** What becomes of an element that is written to (attribute {@code reduction} of a scatter). */
enum Reducer {
  REPLACE,
  ADD,
  MULTIPLY,
  MAXIMUM,
  MINIMUM;

  static Reducer read(NodeContext context) throws ModelFormatException {
    return switch (context.choice("reduction", "none", "add", "mul", "max", "min")) {
      case "add" -> ADD;
      case "mul" -> MULTIPLY;
      case "max" -> MAXIMUM;
      case "min" -> MINIMUM;
      default -> REPLACE;
    };
  }

  /** Writes element {@code source} of {@code updates} to element {@code index} of the result. */
  void write(Tensor result, int index, Tensor updates, int source) {
    ElementType type = result.type();
    if (this == REPLACE) {
      result.setFrom(index, updates, source);
    } else if (type.isFloatingPoint()) {
      result.setDouble(index, reduce(result.getDouble(index), updates.getDouble(source)));
    } else {
      result.setLong(index, reduce(result.getLong(index), updates.getLong(source), type));
    }
  }

  private double reduce(double old, double update) {
    return switch (this) {
      case ADD -> old + update;
      case MULTIPLY -> old * update;
      case MAXIMUM -> Math.max(old, update);
      default -> Math.min(old, update);
    };
  }

  private long reduce(long old, long update, ElementType type) {
    int order = type.isUnsigned() ? Long.compareUnsigned(old, update) : Long.compare(old, update);
    return switch (this) {
      case ADD -> old + update;
      case MULTIPLY -> old * update;
      case MAXIMUM -> order < 0 ? update : old;
      default -> order > 0 ? update : old;
    };
  }
}
