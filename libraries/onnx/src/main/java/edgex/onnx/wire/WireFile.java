package edgex.onnx.wire;

import java.io.IOException;

/** A file that can be read at any place, so that it need not be in memory as a whole. */
public interface WireFile {
  /** Number of bytes. */
  int length();

  /**
   * Reads {@code count} bytes, all inside the file.
   *
   * @throws IOException if they cannot be read; the message is shown to the user
   */
  void read(int position, byte[] target, int offset, int count) throws IOException;

  /** A file that is in memory already; the array is not copied. */
  static WireFile of(byte[] bytes) {
    return new WireFile() {
      @Override
      public int length() {
        return bytes.length;
      }

      @Override
      public void read(int position, byte[] target, int offset, int count) {
        System.arraycopy(bytes, position, target, offset, count);
      }
    };
  }
}
