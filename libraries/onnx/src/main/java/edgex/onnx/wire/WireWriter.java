package edgex.onnx.wire;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Writes one protocol-buffer message, field by field; the reverse of {@link WireReader}. */
public final class WireWriter {
  private static final int VARINT = 0;
  private static final int DELIMITED = 2;
  private static final int FIXED32 = 5;

  private byte[] bytes = new byte[64];
  private int length;

  /** Creates an empty message. */
  public WireWriter() {}

  private void reserve(int count) {
    if (bytes.length - length < count) {
      bytes = Arrays.copyOf(bytes, (int) Math.min(Integer.MAX_VALUE - 16, 2L * length + count));
    }
  }

  private void varint(long value) {
    reserve(10);
    long rest = value;
    while ((rest & ~0x7FL) != 0) {
      bytes[length++] = (byte) ((rest & 0x7F) | 0x80);
      rest >>>= 7;
    }
    bytes[length++] = (byte) rest;
  }

  private void key(int field, int kind) {
    varint((long) field << 3 | kind);
  }

  /** Adds a whole number. */
  public void integer(int field, long value) {
    key(field, VARINT);
    varint(value);
  }

  /** Adds a 32-bit floating-point number. */
  public void float32(int field, float value) {
    key(field, FIXED32);
    reserve(4);
    int bits = Float.floatToRawIntBits(value);
    for (int shift = 0; shift < 32; shift += 8) {
      bytes[length++] = (byte) (bits >> shift);
    }
  }

  /** Adds bytes. */
  public void bytes(int field, byte[] value) {
    bytes(field, value, value.length);
  }

  /** Adds a text. */
  public void text(int field, String value) {
    bytes(field, value.getBytes(StandardCharsets.UTF_8));
  }

  /** Adds a message within this one. */
  public void message(int field, WireWriter message) {
    bytes(field, message.bytes, message.length);
  }

  private void bytes(int field, byte[] value, int count) {
    key(field, DELIMITED);
    varint(count);
    reserve(count);
    System.arraycopy(value, 0, bytes, length, count);
    length += count;
  }

  /** The message as written so far. */
  public byte[] toByteArray() {
    return Arrays.copyOf(bytes, length);
  }
}
