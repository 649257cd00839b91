package edgex.onnx.model;

import edgex.onnx.ModelFormatException;
import edgex.tensor.ElementType;

/** The numbers that ONNX gives to element types (TensorProto.DataType). */
public final class ElementTypes {
  /** By number; null where tensors of the type are not supported. */
  private static final ElementType[] TYPES = {
    null,
    ElementType.FLOAT32,
    ElementType.UINT8,
    ElementType.INT8,
    ElementType.UINT16,
    ElementType.INT16,
    ElementType.INT32,
    ElementType.INT64,
    null,
    ElementType.BOOL,
    ElementType.FLOAT16,
    ElementType.FLOAT64,
    ElementType.UINT32,
    ElementType.UINT64,
  };

  private static final String[] UNSUPPORTED_NAMES = {
    "undefined",
    "",
    "",
    "",
    "",
    "",
    "",
    "",
    "string",
    "",
    "",
    "",
    "",
    "",
    "complex64",
    "complex128",
    "bfloat16",
    "float8e4m3fn",
    "float8e4m3fnuz",
    "float8e5m2",
    "float8e5m2fnuz",
    "uint4",
    "int4",
    "float4e2m1",
    "float8e8m0",
    "uint2",
    "int2",
  };

  private ElementTypes() {}

  /**
   * What keeps the element type with this number from being used, such as "element type string", or
   * null if it is supported.
   */
  static String unsupported(long number) {
    if (number >= 0 && number < TYPES.length && TYPES[(int) number] != null) {
      return null;
    }
    boolean named = number >= 0 && number < UNSUPPORTED_NAMES.length;
    return "element type " + (named ? UNSUPPORTED_NAMES[(int) number] : Long.toString(number));
  }

  /**
   * The element type with this number.
   *
   * @throws ModelFormatException if there is none or it is not supported
   */
  public static ElementType of(long number) throws ModelFormatException {
    String unsupported = unsupported(number);
    if (unsupported != null) {
      throw new ModelFormatException(unsupported + " is not supported");
    }
    return TYPES[(int) number];
  }

  /** The number of an element type. */
  static int number(ElementType type) {
    int number = 1;
    while (TYPES[number] != type) {
      number++;
    }
    return number;
  }
}
