package edgex.picture;

/**
 * The run-length compression of bitmaps with 8 or 4 bits a pixel.
 *
 * <pre>
 *   n e       n pixels of entry e; with 4 bits a pixel, of both halves of e by turns
 *   0 0       end of the line
 *   0 1       end of the picture
 *   0 2 x y   x pixels to the right and y lines on
 *   0 n ...   n pixels that follow, filled up to two bytes
 * </pre>
 */
final class BmpRuns {
  private final byte[] file;
  private final int width;
  private final int height;
  private final int bits;
  private final byte[] entries;
  private int position;
  private int column;
  private int row;

  BmpRuns(byte[] file, int start, int width, int height, int bits) {
    this.file = file;
    this.position = start;
    this.width = width;
    this.height = height;
    this.bits = bits;
    this.entries = new byte[width * height];
  }

  /** The palette entries of all pixels, lines in the order of the file; entry 0 where none is. */
  byte[] decode() throws PictureFormatException {
    while (true) {
      int count = next();
      int code = next();
      if (count > 0) {
        for (int index = 0; index < count; index++) {
          put(bits == 8 ? code : half(code, index));
        }
      } else if (code == 0) {
        column = 0;
        row++;
      } else if (code == 1) {
        return entries;
      } else if (code == 2) {
        column += next();
        row += next();
      } else {
        putPixels(code);
      }
    }
  }

  private void putPixels(int count) throws PictureFormatException {
    int start = position;
    int code = 0;
    for (int index = 0; index < count; index++) {
      if (bits == 8 || index % 2 == 0) {
        code = next();
      }
      put(bits == 8 ? code : half(code, index));
    }
    if ((position - start) % 2 != 0) {
      next();
    }
  }

  private static int half(int code, int index) {
    return index % 2 == 0 ? code >> 4 : code & 0x0F;
  }

  /** Stores a pixel; encoders that round lines up write some outside of the picture. */
  private void put(int entry) {
    if (column < width && row < height) {
      entries[row * width + column] = (byte) entry;
    }
    column++;
  }

  private int next() throws PictureFormatException {
    if (position >= file.length) {
      throw new PictureFormatException("the BMP file ends early");
    }
    return file[position++] & 0xFF;
  }
}
