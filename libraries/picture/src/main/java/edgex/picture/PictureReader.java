package edgex.picture;

/** Decodes a picture file of any supported format, which its first bytes tell. */
public final class PictureReader {
  /** Pixels of the largest picture that is decoded: 16 million, 4096 x 4096. */
  public static final int MAXIMUM_PIXELS = 1 << 24;

  private PictureReader() {}

  /**
   * Decodes a PNG, JPEG, BMP, PGM or PPM file.
   *
   * @param file the whole file
   * @throws PictureFormatException if it is none of them, or damaged, or too large
   */
  public static Picture read(byte[] file) throws PictureFormatException {
    if (PngDecoder.recognises(file)) {
      return new PngDecoder(file).decode();
    }
    if (JpegDecoder.recognises(file)) {
      return new JpegDecoder(file).decode();
    }
    if (BmpDecoder.recognises(file)) {
      return new BmpDecoder(file).decode();
    }
    if (PortableMapDecoder.recognises(file)) {
      return new PortableMapDecoder(file).decode();
    }
    throw new PictureFormatException(
        file.length == 0
            ? "the file is empty"
            : "the file is not a PNG, JPEG, BMP, PGM or PPM picture");
  }

  /** Checks the size that a file's header claims before memory is taken for it. */
  static void checkSize(long width, long height) throws PictureFormatException {
    if (width < 1 || height < 1) {
      throw new PictureFormatException("the picture has no pixels");
    }
    if (width > MAXIMUM_PIXELS || height > MAXIMUM_PIXELS || width * height > MAXIMUM_PIXELS) {
      throw new PictureFormatException(
          "a picture of "
              + width
              + " x "
              + height
              + " pixels is larger than "
              + MAXIMUM_PIXELS
              + " pixels");
    }
  }
}
