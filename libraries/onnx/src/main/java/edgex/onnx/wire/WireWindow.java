package edgex.onnx.wire;

import edgex.onnx.ModelFormatException;
import java.io.IOException;

/** The part of a file that was read last; the readers of all its messages share one. */
final class WireWindow {
  private static final int WINDOW_BYTES = 64 << 10;

  private final WireFile file;
  private final byte[] bytes;
  private int start;
  private int end;

  WireWindow(WireFile file) {
    this.file = file;
    this.bytes = new byte[Math.min(WINDOW_BYTES, file.length())];
  }

  WireFile file() {
    return file;
  }

  /** The byte at a position inside the file. */
  byte at(int position) throws ModelFormatException {
    if (position < start || position >= end) {
      start = position;
      end = position + Math.min(bytes.length, file.length() - position);
      read(position, bytes, end - position);
    }
    return bytes[position - start];
  }

  /** The 32-bit number at a position. */
  int int32(int position) throws ModelFormatException {
    int low = (at(position) & 0xFF) | (at(position + 1) & 0xFF) << 8;
    return low | (at(position + 2) & 0xFF) << 16 | at(position + 3) << 24;
  }

  /** The 64-bit number at a position. */
  long int64(int position) throws ModelFormatException {
    return (int32(position) & 0xFFFF_FFFFL) | ((long) int32(position + 4) << 32);
  }

  /** A copy of some bytes. */
  byte[] copy(int position, int count) throws ModelFormatException {
    byte[] copy = new byte[count];
    if (position >= start && position + count <= end) {
      System.arraycopy(bytes, position - start, copy, 0, count);
    } else {
      read(position, copy, count);
    }
    return copy;
  }

  private void read(int position, byte[] target, int count) throws ModelFormatException {
    try {
      file.read(position, target, 0, count);
    } catch (IOException failure) {
      throw new ModelFormatException("the file cannot be read: " + failure.getMessage());
    }
  }
}
