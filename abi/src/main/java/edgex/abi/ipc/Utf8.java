package edgex.abi.ipc;

/** Strict UTF-8 (RFC 3629): no overlong forms, no surrogates, nothing above U+10FFFF. */
public final class Utf8 {
  private static final int FIRST_SURROGATE = 0xd800;
  private static final int LAST_SURROGATE = 0xdfff;
  private static final int LAST_CODE_POINT = 0x10ffff;

  private Utf8() {}

  /** Whether the bytes are the UTF-8 form of some text. */
  public static boolean isWellFormed(byte[] bytes) {
    int index = 0;
    while (index < bytes.length) {
      int length = sequenceBytes(bytes, index);
      if (length == 0) {
        return false;
      }
      index += length;
    }
    return true;
  }

  /** Length of the sequence at an index; 0 if there is none. */
  private static int sequenceBytes(byte[] bytes, int index) {
    int lead = bytes[index] & 0xff;
    if (lead < 0x80) {
      return 1;
    }
    if (lead < 0xc0 || lead >= 0xf8) {
      return 0;
    }
    int length = lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
    if (length > bytes.length - index) {
      return 0;
    }
    int codePoint = lead & (0x7f >> length);
    for (int i = index + 1; i < index + length; i++) {
      if ((bytes[i] & 0xc0) != 0x80) {
        return 0;
      }
      codePoint = codePoint << 6 | (bytes[i] & 0x3f);
    }
    return isScalar(codePoint) && codePoint >= firstOfLength(length) ? length : 0;
  }

  private static boolean isScalar(int codePoint) {
    return codePoint <= LAST_CODE_POINT
        && (codePoint < FIRST_SURROGATE || codePoint > LAST_SURROGATE);
  }

  /** The smallest code point that needs so many bytes. */
  private static int firstOfLength(int length) {
    return length == 2 ? 0x80 : length == 3 ? 0x800 : 0x10000;
  }
}
