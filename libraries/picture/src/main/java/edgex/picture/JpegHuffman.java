package edgex.picture;

import java.util.Arrays;

/**
 * A Huffman code (section C): symbols in the order of their codes, with the number of codes of each
 * length from 1 to 16 bits. Codes of one length follow each other; the first of a length is twice
 * what follows the last of the length before.
 */
final class JpegHuffman {
  private static final int LONGEST = 16;

  /** Codes of up to this length are found in a table at once. */
  private static final int SHORT = 9;

  private final byte[] symbols;
  private final int[] ends = new int[LONGEST + 1];
  private final int[] shifts = new int[LONGEST + 1];
  private final short[] shortCodes = new short[1 << SHORT];

  /**
   * Reads a table.
   *
   * @param start where its 16 counts begin
   * @param end where the segment ends
   */
  JpegHuffman(byte[] file, int start, int end) throws PictureFormatException {
    if (end - start < LONGEST) {
      throw new PictureFormatException("a JPEG Huffman table is cut off");
    }
    int total = 0;
    int code = 0;
    for (int length = 1; length <= LONGEST; length++) {
      int count = file[start + length - 1] & 0xFF;
      shifts[length] = total - code;
      total += count;
      code += count;
      ends[length] = code;
      if (code > 1 << length) {
        throw new PictureFormatException("a JPEG Huffman table has too many codes");
      }
      code <<= 1;
    }
    if (total > end - start - LONGEST) {
      throw new PictureFormatException("a JPEG Huffman table is cut off");
    }
    symbols = Arrays.copyOfRange(file, start + LONGEST, start + LONGEST + total);
    fillShortCodes();
  }

  private void fillShortCodes() {
    int code = 0;
    for (int length = 1; length <= SHORT; length++) {
      for (; code < ends[length]; code++) {
        int symbol = symbols[code + shifts[length]] & 0xFF;
        int from = code << (SHORT - length);
        Arrays.fill(
            shortCodes, from, from + (1 << (SHORT - length)), (short) (length << 8 | symbol));
      }
      code <<= 1;
    }
  }

  /** Bytes that the table took in the file. */
  int sizeBytes() {
    return LONGEST + symbols.length;
  }

  /** Takes one symbol, 0 to 255. */
  int take(JpegBits bits) throws PictureFormatException {
    int known = shortCodes[bits.peek(SHORT)];
    if (known != 0) {
      bits.skip(known >> 8);
      return known & 0xFF;
    }
    for (int length = SHORT + 1; length <= LONGEST; length++) {
      int code = bits.peek(length);
      if (code < ends[length]) {
        bits.skip(length);
        return symbols[code + shifts[length]] & 0xFF;
      }
    }
    throw new PictureFormatException("the JPEG data has a code that does not exist");
  }
}
