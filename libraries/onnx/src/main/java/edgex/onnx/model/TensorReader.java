package edgex.onnx.model;

import edgex.onnx.ModelFormatException;
import edgex.onnx.wire.ByteRun;
import edgex.onnx.wire.WireLimits;
import edgex.onnx.wire.WireReader;
import edgex.tensor.DoubleTensor;
import edgex.tensor.ElementType;
import edgex.tensor.FloatTensor;
import edgex.tensor.Shape;
import edgex.tensor.ShortTensor;
import edgex.tensor.Tensor;
import edgex.tensor.TensorException;

/**
 * Reads a constant tensor (TensorProto).
 *
 * <p>Elements come as raw little-endian bytes or as repeated numbers in one of five fields, which
 * one depends on the element type. Their number is compared with the shape before memory is taken.
 */
public final class TensorReader {
  private static final int EXTERNAL = 1;

  /** From this size on, elements stay in the file until somebody needs them. */
  private static final int DEFERRED_BYTES = 32 << 10;

  private final WireReader reader;
  private final ExternalData external;
  private final ExternalLocation location = new ExternalLocation();
  private final PackedNumbers dimensions = new PackedNumbers(PackedNumbers.Encoding.VARINT);
  private PackedNumbers numbers;
  private int numbersField;
  private ByteRun raw;
  private String name = "";
  private long typeNumber;
  private boolean isExternal;

  private TensorReader(WireReader reader, ExternalData external) {
    this.reader = reader;
    this.external = external;
  }

  /**
   * A tensor with its name.
   *
   * @param name the name in the file, or empty
   * @param tensor the elements, or null if they cannot be used
   * @param unsupported what keeps them from being used, such as "element type string", or null
   */
  public record NamedTensor(String name, Tensor tensor, String unsupported) {}

  /**
   * Reads a file that holds a single tensor, as ONNX test data does.
   *
   * @throws ModelFormatException if the bytes are not a tensor of a supported element type
   */
  public static NamedTensor read(byte[] file) throws ModelFormatException {
    WireReader reader = new WireReader(file, "tensor", WireLimits.standard());
    NamedTensor tensor = read(reader, ExternalData.NONE);
    if (tensor.unsupported() != null) {
      throw reader.failure(tensor.unsupported() + " is not supported");
    }
    return new NamedTensor(tensor.name(), tensor.tensor().resident(), null);
  }

  static NamedTensor read(WireReader reader, ExternalData external) throws ModelFormatException {
    TensorReader tensor = new TensorReader(reader, external);
    while (reader.next()) {
      tensor.readField();
    }
    String unsupported = ElementTypes.unsupported(tensor.typeNumber);
    if (unsupported != null) {
      return new NamedTensor(tensor.name, null, unsupported);
    }
    try {
      return new NamedTensor(tensor.name, tensor.build(), null);
    } catch (TensorException exception) {
      throw tensor.failure(exception.getMessage());
    }
  }

  private void readField() throws ModelFormatException {
    switch (reader.field()) {
      case 1 -> dimensions.add(reader);
      case 2 -> typeNumber = reader.integer();
      case 3 -> throw failure("tensors stored in segments are not supported");
      case 4 -> addNumbers(PackedNumbers.Encoding.FIXED32);
      case 5, 7, 11 -> addNumbers(PackedNumbers.Encoding.VARINT);
      case 8 -> name = reader.text();
      case 9 -> raw = reader.bytes();
      case 10 -> addNumbers(PackedNumbers.Encoding.FIXED64);
      case 13 -> location.readEntry(reader.message("external_data"));
      case 14 -> isExternal = reader.integer() == EXTERNAL;
      default -> reader.skip();
    }
  }

  private void addNumbers(PackedNumbers.Encoding encoding) throws ModelFormatException {
    if (numbers != null && numbersField != reader.field()) {
      throw failure("a tensor has elements in two different fields");
    }
    if (numbers == null) {
      numbers = new PackedNumbers(encoding);
      numbersField = reader.field();
    }
    numbers.add(reader);
  }

  private Tensor build() throws ModelFormatException {
    ElementType type = ElementTypes.of(typeNumber);
    Shape shape = Shape.ofLongs(dimensions.toArray());
    if (isExternal) {
      long bytes = (long) shape.elementCount() * type.sizeBytes();
      raw = location.load(external, reader, bytes);
    }
    if (raw != null) {
      requireSize(shape, raw.length(), type.sizeBytes());
      return fromRaw(type, shape);
    }
    if (numbers == null) {
      requireSize(shape, 0, 1);
      return Tensor.allocate(type, shape);
    }
    if (numbersField != numbersField(type)) {
      throw failure("a tensor of " + type + " has its elements in the wrong field");
    }
    requireSize(shape, numbers.count(), 1);
    return fromNumbers(type, shape);
  }

  private void requireSize(Shape shape, int present, int unit) throws ModelFormatException {
    if ((long) shape.elementCount() * unit != present) {
      throw failure(
          "a tensor of shape "
              + shape
              + " needs "
              + (long) shape.elementCount() * unit
              + (unit == 1 ? " elements" : " bytes")
              + " but has "
              + present);
    }
  }

  private static int numbersField(ElementType type) {
    return switch (type) {
      case FLOAT32 -> 4;
      case FLOAT64 -> 10;
      case INT64 -> 7;
      case UINT32, UINT64 -> 11;
      default -> 5;
    };
  }

  private Tensor fromNumbers(ElementType type, Shape shape) {
    Tensor tensor = Tensor.allocate(type, shape);
    for (int index = 0; index < shape.elementCount(); index++) {
      long number = numbers.get(index);
      if (tensor instanceof FloatTensor floats) {
        floats.values()[index] = Float.intBitsToFloat((int) number);
      } else if (tensor instanceof DoubleTensor doubles) {
        doubles.values()[index] = Double.longBitsToDouble(number);
      } else if (tensor instanceof ShortTensor shorts) {
        // 16-bit floating-point numbers come as their bits too, so the bits are what is stored.
        shorts.values()[index] = (short) number;
      } else {
        tensor.setLong(index, number);
      }
    }
    return tensor;
  }

  private Tensor fromRaw(ElementType type, Shape shape) {
    Tensor tensor = Tensor.deferred(type, shape, new RawElements(type, raw));
    return tensor.sizeBytes() < DEFERRED_BYTES ? tensor.resident() : tensor;
  }

  private ModelFormatException failure(String problem) {
    return reader.failure(name.isEmpty() ? problem : "tensor '" + name + "': " + problem);
  }
}
