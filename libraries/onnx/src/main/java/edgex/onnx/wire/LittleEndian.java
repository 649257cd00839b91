package edgex.onnx.wire;

/** Numbers from bytes, least significant byte first. */
public final class LittleEndian {
  private LittleEndian() {}

  /** The 16-bit number at {@code index}. */
  public static short int16(byte[] bytes, int index) {
    return (short) ((bytes[index] & 0xFF) | (bytes[index + 1] << 8));
  }

  /** The 32-bit number at {@code index}. */
  public static int int32(byte[] bytes, int index) {
    return (int16(bytes, index) & 0xFFFF) | (int16(bytes, index + 2) << 16);
  }

  /** The 64-bit number at {@code index}. */
  public static long int64(byte[] bytes, int index) {
    return (int32(bytes, index) & 0xFFFF_FFFFL) | ((long) int32(bytes, index + 4) << 32);
  }
}
