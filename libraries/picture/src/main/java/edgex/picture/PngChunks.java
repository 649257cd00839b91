package edgex.picture;

import java.io.ByteArrayOutputStream;
import java.util.zip.CRC32;

/**
 * The chunks of a PNG file, one after the other (section 5.3).
 *
 * <pre>
 *   length (4 bytes)   type (4 letters)   data   CRC-32 of type and data (4 bytes)
 * </pre>
 */
final class PngChunks {
  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
  static final int OVERHEAD_BYTES = 12;

  private final byte[] file;
  private int chunk;
  private int next = SIGNATURE.length;

  PngChunks(byte[] file) {
    this.file = file;
  }

  static boolean recognises(byte[] file) {
    if (file.length < SIGNATURE.length) {
      return false;
    }
    for (int index = 0; index < SIGNATURE.length; index++) {
      if (file[index] != SIGNATURE[index]) {
        return false;
      }
    }
    return true;
  }

  static long unsigned32(byte[] bytes, int index) {
    return (bytes[index] & 0xFFL) << 24
        | (bytes[index + 1] & 0xFFL) << 16
        | (bytes[index + 2] & 0xFFL) << 8
        | (bytes[index + 3] & 0xFFL);
  }

  static void putUnsigned32(byte[] bytes, int index, long number) {
    for (int place = 0; place < 4; place++) {
      bytes[index + place] = (byte) (number >> (24 - 8 * place));
    }
  }

  static void writeSignature(ByteArrayOutputStream out) {
    out.write(SIGNATURE, 0, SIGNATURE.length);
  }

  /** Moves to the next chunk and checks its length and checksum. */
  void advance() throws PictureFormatException {
    chunk = next;
    if (file.length - chunk < OVERHEAD_BYTES) {
      throw new PictureFormatException("the PNG file ends early");
    }
    long length = unsigned32(file, chunk);
    if (length > file.length - chunk - OVERHEAD_BYTES) {
      throw new PictureFormatException("a PNG chunk is longer than the file");
    }
    next = chunk + OVERHEAD_BYTES + (int) length;
    CRC32 checksum = new CRC32();
    checksum.update(file, chunk + 4, (int) length + 4);
    if (checksum.getValue() != unsigned32(file, next - 4)) {
      throw new PictureFormatException("the checksum of PNG chunk " + type() + " is wrong");
    }
  }

  /** The four letters of the current chunk; other bytes show as question marks. */
  String type() {
    StringBuilder type = new StringBuilder();
    for (int index = chunk + 4; index < chunk + 8; index++) {
      char letter = (char) (file[index] & 0xFF);
      boolean isLetter = (letter >= 'A' && letter <= 'Z') || (letter >= 'a' && letter <= 'z');
      type.append(isLetter ? letter : '?');
    }
    return type.toString();
  }

  /** Whether a decoder that does not know the current chunk must give up: an upper-case letter. */
  boolean isCritical() {
    return (file[chunk + 4] & 0x20) == 0;
  }

  int dataStart() {
    return chunk + 8;
  }

  int dataLength() {
    return next - chunk - OVERHEAD_BYTES;
  }
}
