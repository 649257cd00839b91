package edgex.picture;

/**
 * Decodes Windows bitmaps: 1, 4 and 8 bits with a palette, plain or as runs, 16, 24 and 32 bits,
 * with masks or without. Opacity is not looked at: programs leave it 0.
 *
 * <pre>
 *   0 "BM"    10 place of the pixels   14 bytes of the header that begins here (40 and more)
 *   18 width  22 height, negative if the top line comes first   28 bits a pixel
 *   30 compression   46 colours of the palette   54 masks of red, green and blue
 * </pre>
 *
 * All numbers have their lowest byte first; lines are filled up to 4 bytes. Specification:
 * Microsoft, "BITMAPINFOHEADER structure" and "Bitmap Compression".
 */
final class BmpDecoder {
  private static final int FILE_HEADER_BYTES = 14;
  private static final int SMALLEST_HEADER_BYTES = 40;
  private static final int PLAIN = 0;
  private static final int RUNS_OF_BYTES = 1;
  private static final int RUNS_OF_HALVES = 2;
  private static final int MASKS = 3;

  /** Masks where a file gives none: 5 bits each of 16, or a byte each. */
  private static final int[] MASKS_16 = {0x7C00, 0x03E0, 0x001F};

  private static final int[] MASKS_32 = {0xFF0000, 0x00FF00, 0x0000FF};

  private final byte[] file;
  private int width;
  private int height;
  private boolean topFirst;
  private int bits;
  private int compression;
  private int pixels;
  private int palette;
  private int colours;
  private int[] masks;

  BmpDecoder(byte[] file) {
    this.file = file;
  }

  static boolean recognises(byte[] file) {
    return file.length >= 2 && file[0] == 'B' && file[1] == 'M';
  }

  Picture decode() throws PictureFormatException {
    readHeader();
    byte[] samples;
    if (compression == RUNS_OF_BYTES || compression == RUNS_OF_HALVES) {
      // A run of two bytes is 255 pixels at most.
      if ((long) width * height > 255L * file.length) {
        throw new PictureFormatException("the BMP file ends early");
      }
      byte[] entries = new BmpRuns(file, pixels, width, height, bits).decode();
      samples = new byte[width * height * Picture.COLOUR];
      for (int index = 0; index < entries.length; index++) {
        putColour(samples, index % width, index / width, entries[index] & 0xFF);
      }
    } else {
      long stride = ((long) width * bits + 31) / 32 * 4;
      if (stride * height > file.length - pixels) {
        throw new PictureFormatException("the BMP file ends early");
      }
      samples = new byte[width * height * Picture.COLOUR];
      for (int row = 0; row < height; row++) {
        decodeLine(samples, row, pixels + row * (int) stride);
      }
    }
    return new Picture(width, height, Picture.COLOUR, samples);
  }

  private void readHeader() throws PictureFormatException {
    long headerBytes = file.length < FILE_HEADER_BYTES + 4 ? 0 : unsigned32(FILE_HEADER_BYTES);
    if (headerBytes < SMALLEST_HEADER_BYTES || headerBytes > file.length - FILE_HEADER_BYTES) {
      throw new PictureFormatException("the BMP header is damaged or of a very old kind");
    }
    long signedHeight = (int) unsigned32(22);
    topFirst = signedHeight < 0;
    width = (int) unsigned32(18);
    PictureReader.checkSize(width, Math.abs(signedHeight));
    height = (int) Math.abs(signedHeight);
    bits = unsigned16(28);
    compression = (int) unsigned32(30);
    checkKind();
    long start = unsigned32(10);
    if (start > file.length) {
      throw new PictureFormatException("the BMP file ends before its pixels");
    }
    pixels = (int) start;
    palette = FILE_HEADER_BYTES + (int) headerBytes;
    if (bits <= 8) {
      long named = unsigned32(46);
      colours = (int) (named == 0 || named > 256 ? 1 << bits : named);
      if (palette + 4L * colours > file.length) {
        throw new PictureFormatException("the BMP palette is cut off");
      }
    }
    masks = bits == 16 ? MASKS_16 : MASKS_32;
    if (compression == MASKS) {
      readMasks();
    }
  }

  private void checkKind() throws PictureFormatException {
    boolean exists =
        switch (compression) {
          case PLAIN ->
              bits == 1 || bits == 4 || bits == 8 || bits == 16 || bits == 24 || bits == 32;
          case RUNS_OF_BYTES -> bits == 8 && !topFirst;
          case RUNS_OF_HALVES -> bits == 4 && !topFirst;
          case MASKS -> bits == 16 || bits == 32;
          default -> false;
        };
    if (!exists) {
      throw new PictureFormatException(
          "a BMP of " + bits + " bits a pixel and compression " + compression + " does not exist");
    }
  }

  /** Three masks follow the shortest header and are the next fields of longer ones. */
  private void readMasks() throws PictureFormatException {
    int start = FILE_HEADER_BYTES + SMALLEST_HEADER_BYTES;
    if (file.length - start < 12) {
      throw new PictureFormatException("the BMP masks are cut off");
    }
    masks = new int[Picture.COLOUR];
    for (int channel = 0; channel < masks.length; channel++) {
      masks[channel] = (int) unsigned32(start + 4 * channel);
      int ones = masks[channel] >>> Integer.numberOfTrailingZeros(masks[channel]);
      if (masks[channel] == 0 || (ones & (ones + 1)) != 0) {
        throw new PictureFormatException("a BMP mask is not one run of bits");
      }
    }
  }

  private void decodeLine(byte[] samples, int row, int start) throws PictureFormatException {
    for (int column = 0; column < width; column++) {
      if (bits <= 8) {
        int bit = column * bits;
        int shift = 8 - bits - (bit & 7);
        int entry = (file[start + (bit >> 3)] >> shift) & ((1 << bits) - 1);
        putColour(samples, column, row, entry);
        continue;
      }
      int to = target(column, row);
      int from = start + column * bits / 8;
      for (int channel = 0; channel < Picture.COLOUR; channel++) {
        samples[to + channel] =
            bits == 24 ? file[from + 2 - channel] : masked(masks[channel], from);
      }
    }
  }

  private byte masked(int mask, int from) {
    int pixel = bits == 16 ? unsigned16(from) : (int) unsigned32(from);
    int shift = Integer.numberOfTrailingZeros(mask);
    long largest = (mask & 0xFFFF_FFFFL) >> shift;
    long sample = (pixel & mask & 0xFFFF_FFFFL) >> shift;
    return (byte) ((sample * 255 + largest / 2) / largest);
  }

  private void putColour(byte[] samples, int column, int row, int entry)
      throws PictureFormatException {
    if (entry >= colours) {
      throw new PictureFormatException("the BMP palette has no entry " + entry);
    }
    int to = target(column, row);
    for (int channel = 0; channel < Picture.COLOUR; channel++) {
      samples[to + channel] = file[palette + 4 * entry + 2 - channel];
    }
  }

  /** Index of a pixel's first sample; {@code row} counts in the order of the file. */
  private int target(int column, int row) {
    int fromTop = topFirst ? row : height - 1 - row;
    return (fromTop * width + column) * Picture.COLOUR;
  }

  private int unsigned16(int index) {
    return (file[index] & 0xFF) | (file[index + 1] & 0xFF) << 8;
  }

  private long unsigned32(int index) {
    return unsigned16(index) | (long) unsigned16(index + 2) << 16;
  }
}
