package edgex.picture;

/**
 * The bits of a scan's entropy-coded data, most significant first (section F.2.2.5). A byte 0xFF is
 * followed by a 0 that does not count; any other follower is a marker, where the data ends.
 */
final class JpegBits {
  private final byte[] file;
  private int position;

  /** The next bits, at the low end; the last {@link #padding} of them are made up. */
  private int window;

  private int available;
  private int padding;

  JpegBits(byte[] file, int position) {
    this.file = file;
    this.position = position;
  }

  /** Where the marker is that ended the data, once everything before it was asked for. */
  int position() {
    return position;
  }

  private void fill() {
    while (available <= 24) {
      int next = 0;
      if (position < file.length && !isMarker()) {
        next = file[position] & 0xFF;
        position += next == 0xFF ? 2 : 1;
      } else {
        padding += 8;
      }
      window = window << 8 | next;
      available += 8;
    }
  }

  private boolean isMarker() {
    return file[position] == (byte) 0xFF
        && (position + 1 == file.length || file[position + 1] != 0);
  }

  /** The next {@code count} bits, at most 16, which stay; zeros follow the end of the data. */
  int peek(int count) {
    if (available < count) {
      fill();
    }
    return (window >>> (available - count)) & ((1 << count) - 1);
  }

  /** Passes over bits that were peeked at. */
  void skip(int count) throws PictureFormatException {
    available -= count;
    if (available < padding) {
      throw new PictureFormatException("the JPEG data ends early");
    }
  }

  /** Takes {@code count} bits, at most 16. */
  int take(int count) throws PictureFormatException {
    if (count == 0) {
      return 0;
    }
    int bits = peek(count);
    skip(count);
    return bits;
  }

  /** Takes a number of {@code count} bits of which the lower half stands for negative ones. */
  int takeSigned(int count) throws PictureFormatException {
    int bits = take(count);
    return count > 0 && bits < 1 << (count - 1) ? bits - (1 << count) + 1 : bits;
  }

  /** Drops what is left of the current byte and passes over the restart marker behind it. */
  void restart() throws PictureFormatException {
    window = 0;
    available = 0;
    padding = 0;
    boolean found =
        position + 1 < file.length
            && file[position] == (byte) 0xFF
            && (file[position + 1] & 0xF8) == JpegDecoder.FIRST_RESTART;
    if (!found) {
      throw new PictureFormatException("a JPEG restart marker is missing");
    }
    position += 2;
  }
}
