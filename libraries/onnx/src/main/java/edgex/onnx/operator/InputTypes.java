package edgex.onnx.operator;

import edgex.onnx.ModelFormatException;
import edgex.tensor.ElementType;

/** The element types of a node's inputs, with the checks that operators make on them. */
public final class InputTypes {
  private final String operatorText;
  private final ElementType[] types;

  /**
   * The types of one node's inputs.
   *
   * @param operatorText the operator with its opset, for messages
   * @param types one type an input, null where an input is left out
   */
  public InputTypes(String operatorText, ElementType... types) {
    this.operatorText = operatorText;
    this.types = types;
  }

  /** The type of input {@code index}, or null if it is left out. */
  public ElementType get(int index) {
    return index < types.length ? types[index] : null;
  }

  /** Number of inputs. */
  public int count() {
    return types.length;
  }

  /** The type of input {@code index}, which must be a floating-point type. */
  public ElementType floatingPoint(int index) throws ModelFormatException {
    return require(index, get(index).isFloatingPoint());
  }

  /** The type of input {@code index}, which must be a type of numbers. */
  public ElementType numeric(int index) throws ModelFormatException {
    return require(index, get(index).isNumeric());
  }

  /** The type of input {@code index}, which must be {@code type}. */
  public ElementType exactly(int index, ElementType type) throws ModelFormatException {
    return require(index, get(index) == type);
  }

  /** Checks that every input that is there has type {@code type}. */
  public ElementType all(ElementType type) throws ModelFormatException {
    for (int index = 0; index < types.length; index++) {
      if (types[index] != null) {
        exactly(index, type);
      }
    }
    return type;
  }

  /** Checks that all inputs have one type, and returns it. */
  public ElementType same() throws ModelFormatException {
    return all(get(0));
  }

  /** Checks that input {@code index}, if it is there, holds integers that count or point. */
  public void indices(int index) throws ModelFormatException {
    ElementType type = get(index);
    require(index, type == null || type == ElementType.INT64 || type == ElementType.INT32);
  }

  /** Checks that input {@code index}, if it is there, has type {@code type}. */
  public void optional(int index, ElementType type) throws ModelFormatException {
    require(index, get(index) == null || get(index) == type);
  }

  /** Checks {@code supported}, and returns the type of input {@code index}. */
  public ElementType require(int index, boolean supported) throws ModelFormatException {
    if (!supported) {
      throw new ModelFormatException(
          "operator "
              + operatorText
              + " is not supported for input "
              + index
              + " of element type "
              + get(index));
    }
    return get(index);
  }
}
