package edgex.onnx;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Writes small models for tests, field by field (onnx.proto), valid or not. */
final class ModelBuilder {
  static final int FLOAT32 = 1;
  static final int UINT8 = 2;
  static final int INT64 = 7;
  static final int STRING = 8;

  private final ByteArrayOutputStream graph = new ByteArrayOutputStream();
  private long opset = 13;

  private static void varint(ByteArrayOutputStream out, long value) {
    long rest = value;
    while ((rest & ~0x7FL) != 0) {
      out.write((int) ((rest & 0x7F) | 0x80));
      rest >>>= 7;
    }
    out.write((int) rest);
  }

  static byte[] integer(int field, long value) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    varint(out, (long) field << 3);
    varint(out, value);
    return out.toByteArray();
  }

  static byte[] message(int field, byte[]... parts) {
    byte[] content = join(parts);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    varint(out, ((long) field << 3) | 2);
    varint(out, content.length);
    out.writeBytes(content);
    return out.toByteArray();
  }

  static byte[] text(int field, String text) {
    return message(field, text.getBytes(StandardCharsets.UTF_8));
  }

  static byte[] join(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }

  ModelBuilder opset(long version) {
    opset = version;
    return this;
  }

  /** A node; {@code inputs} and {@code outputs} are names joined by commas. */
  ModelBuilder node(String operator, String inputs, String outputs, byte[]... attributes) {
    ByteArrayOutputStream node = new ByteArrayOutputStream();
    for (String input : inputs.split(",", -1)) {
      node.writeBytes(text(1, input));
    }
    for (String output : outputs.split(",", -1)) {
      node.writeBytes(text(2, output));
    }
    node.writeBytes(text(4, operator));
    node.writeBytes(join(attributes));
    graph.writeBytes(message(1, node.toByteArray()));
    return this;
  }

  /** An attribute of type INT. */
  static byte[] attribute(String name, long value) {
    return message(5, text(1, name), integer(3, value), integer(20, 2));
  }

  /** An attribute of type FLOAT. */
  static byte[] attribute(String name, float value) {
    return message(5, text(1, name), real(2, value), integer(20, 1));
  }

  /** An attribute of type INTS. */
  static byte[] attributes(String name, long... values) {
    ByteArrayOutputStream numbers = new ByteArrayOutputStream();
    for (long value : values) {
      numbers.writeBytes(integer(8, value));
    }
    return message(5, text(1, name), numbers.toByteArray(), integer(20, 7));
  }

  /** A number of 32 bits. */
  private static byte[] real(int field, float value) {
    int bits = Float.floatToIntBits(value);
    byte[] bytes = {(byte) bits, (byte) (bits >> 8), (byte) (bits >> 16), (byte) (bits >> 24)};
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    varint(out, ((long) field << 3) | 5);
    out.writeBytes(bytes);
    return out.toByteArray();
  }

  /** A constant of floats; no dimension makes it a single one. */
  ModelBuilder floats(String name, long[] dimensions, float... values) {
    ByteArrayOutputStream numbers = new ByteArrayOutputStream();
    for (float value : values) {
      numbers.writeBytes(real(4, value));
    }
    return constant(name, FLOAT32, dimensions, numbers.toByteArray());
  }

  /** A constant of unsigned bytes. */
  ModelBuilder bytes(String name, long[] dimensions, int... values) {
    ByteArrayOutputStream numbers = new ByteArrayOutputStream();
    for (int value : values) {
      numbers.writeBytes(integer(5, value));
    }
    return constant(name, UINT8, dimensions, numbers.toByteArray());
  }

  private ModelBuilder constant(String name, int type, long[] dimensions, byte[] numbers) {
    ByteArrayOutputStream tensor = new ByteArrayOutputStream();
    for (long dimension : dimensions) {
      tensor.writeBytes(integer(1, dimension));
    }
    tensor.writeBytes(integer(2, type));
    tensor.writeBytes(text(8, name));
    tensor.writeBytes(numbers);
    graph.writeBytes(message(5, tensor.toByteArray()));
    return this;
  }

  /** A constant of int64 numbers along one axis. */
  ModelBuilder constant(String name, long... values) {
    ByteArrayOutputStream numbers = new ByteArrayOutputStream();
    for (long value : values) {
      numbers.writeBytes(integer(7, value));
    }
    return constant(name, INT64, new long[] {values.length}, numbers.toByteArray());
  }

  ModelBuilder input(String name, int type, long... dimensions) {
    graph.writeBytes(message(11, value(name, type, dimensions)));
    return this;
  }

  ModelBuilder output(String name, int type, long... dimensions) {
    graph.writeBytes(message(12, value(name, type, dimensions)));
    return this;
  }

  /** A field of the graph as it stands. */
  ModelBuilder raw(byte[] field) {
    graph.writeBytes(field);
    return this;
  }

  private static byte[] value(String name, int type, long... dimensions) {
    ByteArrayOutputStream shape = new ByteArrayOutputStream();
    for (long dimension : dimensions) {
      shape.writeBytes(message(1, integer(1, dimension)));
    }
    byte[] tensor = message(1, integer(1, type), message(2, shape.toByteArray()));
    return join(text(1, name), message(2, tensor));
  }

  /** The graph alone, to be the value of an attribute. */
  byte[] graph() {
    return graph.toByteArray();
  }

  byte[] build() {
    return join(integer(1, 8), message(7, graph.toByteArray()), message(8, integer(2, opset)));
  }
}
