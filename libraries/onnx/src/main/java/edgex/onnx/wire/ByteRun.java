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
