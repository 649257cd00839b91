package edgex.picture;

/** One colour component of a JPEG frame: its sampling, tables and what is decoded of it. */
final class JpegComponent {
  final int identifier;

  /** Blocks of this component in a unit of the picture, across and down: 1 to 4. */
  final int across;

  final int down;

  /** Number of the quantization table. */
  final int table;

  /** Samples that are part of the picture. */
  int width;

  int height;

  /** Blocks that hold those samples, and blocks that whole units hold. */
  int blocksAcross;

  int blocksDown;
  int storedAcross;
  int storedDown;

  /** Samples, lines of {@code 8 * storedAcross}. */
  byte[] plane;

  /** Coefficients, block after block, if they come in several scans; else null. */
  short[] coefficients;

  /** Whether a scan with the averages of the blocks was decoded. */
  boolean isPresent;

  /** The scan's codes, and the average of the block before. */
  JpegHuffman averages;

  JpegHuffman details;
  int prediction;

  JpegComponent(int identifier, int across, int down, int table) {
    this.identifier = identifier;
    this.across = across;
    this.down = down;
    this.table = table;
  }

  /** Works out sizes from those of the picture and the largest sampling of all components. */
  void measure(int pictureWidth, int pictureHeight, int mostAcross, int mostDown) {
    width = quotient(pictureWidth * across, mostAcross);
    height = quotient(pictureHeight * down, mostDown);
    blocksAcross = quotient(width, 8);
    blocksDown = quotient(height, 8);
    storedAcross = quotient(pictureWidth, 8 * mostAcross) * across;
    storedDown = quotient(pictureHeight, 8 * mostDown) * down;
  }

  /** The quotient, rounded up. */
  static int quotient(int number, int divisor) {
    return (number + divisor - 1) / divisor;
  }

  long blockCount() {
    return (long) storedAcross * storedDown;
  }

  int stride() {
    return 8 * storedAcross;
  }

  /** Index of the first sample of a block. */
  int planeIndex(int blockColumn, int blockRow) {
    return 8 * (blockRow * stride() + blockColumn);
  }

  /** Index of the first coefficient of a block. */
  int coefficientIndex(int blockColumn, int blockRow) {
    return 64 * (blockRow * storedAcross + blockColumn);
  }
}
