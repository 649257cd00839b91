package edgex.crypto;

/** Numbers from and to bytes. */
public final class ByteOrder {
  private ByteOrder() {}

  /** The 16-bit number at {@code offset}, most significant byte first. */
  public static int bigEndian16(byte[] bytes, int offset) {
    return (bytes[offset] & 0xFF) << 8 | (bytes[offset + 1] & 0xFF);
  }

  /** The 32-bit number at {@code offset}, most significant byte first. */
  public static int bigEndian32(byte[] bytes, int offset) {
    return bigEndian16(bytes, offset) << 16 | bigEndian16(bytes, offset + 2);
  }

  /** The 64-bit number at {@code offset}, most significant byte first. */
  public static long bigEndian64(byte[] bytes, int offset) {
    return (long) bigEndian32(bytes, offset) << 32
        | (bigEndian32(bytes, offset + 4) & 0xFFFF_FFFFL);
  }

  /** Writes 16 bits, most significant byte first. */
  public static void putBigEndian16(byte[] bytes, int offset, int value) {
    bytes[offset] = (byte) (value >> 8);
    bytes[offset + 1] = (byte) value;
  }

  /** Writes 32 bits, most significant byte first. */
  public static void putBigEndian32(byte[] bytes, int offset, int value) {
    putBigEndian16(bytes, offset, value >> 16);
    putBigEndian16(bytes, offset + 2, value);
  }

  /** Writes 64 bits, most significant byte first. */
  public static void putBigEndian64(byte[] bytes, int offset, long value) {
    putBigEndian32(bytes, offset, (int) (value >> 32));
    putBigEndian32(bytes, offset + 4, (int) value);
  }

  /** The 32-bit number at {@code offset}, least significant byte first. */
  public static int littleEndian32(byte[] bytes, int offset) {
    return (bytes[offset] & 0xFF)
        | (bytes[offset + 1] & 0xFF) << 8
        | (bytes[offset + 2] & 0xFF) << 16
        | bytes[offset + 3] << 24;
  }

  /** The 64-bit number at {@code offset}, least significant byte first. */
  public static long littleEndian64(byte[] bytes, int offset) {
    return (littleEndian32(bytes, offset) & 0xFFFF_FFFFL)
        | (long) littleEndian32(bytes, offset + 4) << 32;
  }

  /** Writes 64 bits, least significant byte first. */
  public static void putLittleEndian64(byte[] bytes, int offset, long value) {
    for (int i = 0; i < 8; i++) {
      bytes[offset + i] = (byte) (value >> (8 * i));
    }
  }

  /** Writes 32 bits, least significant byte first. */
  public static void putLittleEndian32(byte[] bytes, int offset, int value) {
    for (int i = 0; i < 4; i++) {
      bytes[offset + i] = (byte) (value >> (8 * i));
    }
  }
}
