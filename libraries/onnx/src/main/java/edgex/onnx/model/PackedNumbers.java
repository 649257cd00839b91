package edgex.onnx.model;

import edgex.onnx.ModelFormatException;
import edgex.onnx.wire.WireReader;
import java.util.Arrays;

/**
 * Repeated numbers from a file, packed or one a field, kept as 64-bit integers: floating-point
 * numbers as their bits. An encoded number takes at least one byte, which bounds the memory.
 */
final class PackedNumbers {
  /** How one number is encoded. */
  enum Encoding {
    VARINT,
    FIXED32,
    FIXED64
  }

  private final Encoding encoding;
  private long[] numbers = new long[4];
  private int count;

  PackedNumbers(Encoding encoding) {
    this.encoding = encoding;
  }

  /** Takes the reader's current field. */
  void add(WireReader reader) throws ModelFormatException {
    if (!reader.isLengthDelimited()) {
      add(single(reader));
      return;
    }
    WireReader packed = reader.packed();
    while (packed.hasMore()) {
      add(
          switch (encoding) {
            case VARINT -> packed.readVarint();
            case FIXED32 -> packed.readFixed32();
            case FIXED64 -> packed.readFixed64();
          });
    }
  }

  private long single(WireReader reader) throws ModelFormatException {
    return switch (encoding) {
      case VARINT -> reader.integer();
      case FIXED32 -> Float.floatToRawIntBits(reader.float32());
      case FIXED64 -> Double.doubleToRawLongBits(reader.float64());
    };
  }

  private void add(long number) {
    if (count == numbers.length) {
      numbers = Arrays.copyOf(numbers, count + (count >> 1) + 4);
    }
    numbers[count++] = number;
  }

  int count() {
    return count;
  }

  long get(int index) {
    return numbers[index];
  }

  long[] toArray() {
    return Arrays.copyOf(numbers, count);
  }
}
