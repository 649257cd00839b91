package edgex.onnx.model;

import edgex.tensor.ElementType;
import java.util.List;

/**
 * A declared value (ValueInfoProto).
 *
 * @param name the value's name
 * @param type its element type, or null if it is left to be inferred, as sub-graphs may
 * @param dimensions its declared extents, or null if not even their number is known
 * @param unsupported what keeps the value from being used, such as "element type string", or null
 */
public record ValueInfo(
    String name, ElementType type, List<Dimension> dimensions, String unsupported) {
  /** Type and extents, as in {@code float32 1x3x?xwidth}. */
  public String typeText() {
    if (dimensions == null) {
      return type + " of any shape";
    }
    if (dimensions.isEmpty()) {
      return type + " scalar";
    }
    StringBuilder text = new StringBuilder(type.toString()).append(' ');
    for (int axis = 0; axis < dimensions.size(); axis++) {
      text.append(axis == 0 ? "" : "x").append(dimensions.get(axis));
    }
    return text.toString();
  }
}
