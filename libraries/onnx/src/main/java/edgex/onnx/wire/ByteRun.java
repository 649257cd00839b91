package edgex.onnx.wire;

/** A run of bytes inside a file that was read; shared with it, not copied. */
public final class ByteRun {
  private final byte[] bytes;
  private final int start;
  private final int length;

  ByteRun(byte[] bytes, int start, int length) {
    this.bytes = bytes;
    this.start = start;
    this.length = length;
  }

  /** All bytes of an array, which is not copied. */
  public static ByteRun of(byte[] bytes) {
    return new ByteRun(bytes, 0, bytes.length);
  }

  /** The array that holds the run. */
  public byte[] bytes() {
    return bytes;
  }

  /** Index of the first byte of the run. */
  public int start() {
    return start;
  }

  /** Number of bytes. */
  public int length() {
    return length;
  }
}
