package edgex.crypto.keccak;

import edgex.crypto.hash.Hash;

/** The encodings of SP 800-185, section 2.3. Each method appends one to a message. */
final class LengthEncoding {
  private static final byte[] ZEROS = new byte[200];

  private final byte[] bytes = new byte[9];

  /** left_encode: the number of bytes, then the value; returns how many bytes that were. */
  int updateLeft(Hash hash, long value) {
    int count = writeValue(value, 1);
    bytes[0] = (byte) count;
    hash.update(bytes, 0, count + 1);
    return count + 1;
  }

  /** right_encode: the value, then the number of its bytes. */
  void updateRight(Hash hash, long value) {
    int count = writeValue(value, 0);
    bytes[count] = (byte) count;
    hash.update(bytes, 0, count + 1);
  }

  /** encode_string: the length in bits, then the bytes. */
  int updateString(Hash hash, byte[] string, int offset, int length) {
    int prefix = updateLeft(hash, 8L * length);
    hash.update(string, offset, length);
    return prefix + length;
  }

  /** The zeros that bytepad needs after {@code length} bytes. */
  void pad(Hash hash, int length) {
    int partial = length % hash.blockBytes();
    if (partial > 0) {
      hash.update(ZEROS, 0, hash.blockBytes() - partial);
    }
  }

  private int writeValue(long value, int at) {
    int count = Math.max(1, (71 - Long.numberOfLeadingZeros(value)) / 8);
    for (int i = 0; i < count; i++) {
      bytes[at + i] = (byte) (value >>> (8 * (count - 1 - i)));
    }
    return count;
  }
}
