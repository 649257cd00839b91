package edgex.onnx.wire;

import java.io.IOException;

/** A run of bytes inside a file, which is read when it is asked for. */
public final class ByteRun {
  private final WireFile file;
  private final int start;
  private final int length;

  ByteRun(WireFile file, int start, int length) {
    this.file = file;
    this.start = start;
    this.length = length;
  }

  /** All bytes of an array, which is not copied. */
  public static ByteRun of(byte[] bytes) {
    return new ByteRun(WireFile.of(bytes), 0, bytes.length);
  }

  /** Number of bytes. */
  public int length() {
    return length;
  }

  /**
   * Reads bytes {@code from} to {@code from + count - 1} of the run.
   *
   * @throws IOException if the file cannot be read
   */
  public void read(int from, byte[] target, int offset, int count) throws IOException {
    file.read(start + from, target, offset, count);
  }
}
