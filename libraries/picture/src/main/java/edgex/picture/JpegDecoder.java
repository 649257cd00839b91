package edgex.picture;

/**
 * Decodes JPEG: sequential (baseline and extended) and progressive frames with Huffman codes and 8
 * bits a sample, grey or three components in any sampling. The orientation that a camera may have
 * noted beside the picture is not applied.
 *
 * <p>Specification: ITU-T T.81; sections are cited from it. A file is a row of segments:
 *
 * <pre>
 *   0xFF   marker   length of what follows, itself included (2 bytes)   content
 * </pre>
 *
 * The markers of beginning, end and restarts stand alone; a scan's segment is followed by its data.
 */
final class JpegDecoder {
  static final int FIRST_RESTART = 0xD0;
  private static final int BASELINE = 0xC0;
  private static final int EXTENDED = 0xC1;
  private static final int PROGRESSIVE = 0xC2;
  private static final int LAST_FRAME = 0xCF;
  private static final int HUFFMAN_TABLES = 0xC4;
  private static final int EXTENSIONS = 0xC8;
  private static final int ARITHMETIC_TABLES = 0xCC;
  private static final int BEGIN = 0xD8;
  private static final int END = 0xD9;
  private static final int SCAN = 0xDA;
  private static final int QUANTIZATION_TABLES = 0xDB;
  private static final int RESTART_INTERVAL = 0xDD;
  private static final int ADOBE = 0xEE;

  /** Each may touch every block: more of them than any encoder makes are an attack. */
  private static final int MOST_SCANS = 500;

  private final byte[] file;
  private final int[][] steps = new int[4][];
  private final JpegHuffman[] averages = new JpegHuffman[4];
  private final JpegHuffman[] details = new JpegHuffman[4];
  private JpegFrame frame;
  private int restartInterval;
  private int scans;
  private boolean isAdobeRgb;

  JpegDecoder(byte[] file) {
    this.file = file;
  }

  static boolean recognises(byte[] file) {
    return file.length > 2
        && file[0] == (byte) 0xFF
        && file[1] == (byte) BEGIN
        && file[2] == (byte) 0xFF;
  }

  Picture decode() throws PictureFormatException {
    int position = 2;
    while (true) {
      position = findMarker(position);
      int marker = file[position] & 0xFF;
      if (marker == END) {
        break;
      }
      int start = position + 3;
      int end = start <= file.length ? position + 1 + JpegFrame.unsigned16(file, start - 2) : 0;
      if (end < start || end > file.length) {
        throw new PictureFormatException("a JPEG segment is longer than the file");
      }
      position = marker == SCAN ? decodeScan(start, end) : readSegment(marker, start, end);
    }
    requireWhole();
    return JpegColours.picture(frame, isRgb());
  }

  /** The place of the next marker's second byte, from {@code position} on. */
  private int findMarker(int position) throws PictureFormatException {
    for (int index = position; index + 1 < file.length; index++) {
      int code = file[index + 1] & 0xFF;
      boolean isRestart = code >= FIRST_RESTART && code < BEGIN;
      if (file[index] == (byte) 0xFF && code != 0 && code != 0xFF && !isRestart) {
        return index + 1;
      }
    }
    throw new PictureFormatException("the JPEG file ends early");
  }

  private int readSegment(int marker, int start, int end) throws PictureFormatException {
    switch (marker) {
      case HUFFMAN_TABLES -> readCodes(start, end);
      case QUANTIZATION_TABLES -> readSteps(start, end);
      case RESTART_INTERVAL -> {
        if (end - start != 2) {
          throw new PictureFormatException("a JPEG restart interval is damaged");
        }
        restartInterval = JpegFrame.unsigned16(file, start);
      }
      case ADOBE -> isAdobeRgb = end - start >= 12 && file[start] == 'A' && file[start + 11] == 0;
      case BASELINE, EXTENDED, PROGRESSIVE -> {
        if (frame != null) {
          throw new PictureFormatException("the JPEG file has two frames");
        }
        frame = new JpegFrame(file, start, end, marker == PROGRESSIVE);
      }
      default -> {
        boolean isFrame = marker > PROGRESSIVE && marker <= LAST_FRAME;
        if (isFrame && marker != EXTENSIONS && marker != ARITHMETIC_TABLES) {
          throw new PictureFormatException(
              "a lossless, hierarchical or arithmetic JPEG is not supported");
        }
      }
    }
    return end;
  }

  /** Segment DHT (section B.2.4.2): kind * 16 + number, then the code. */
  private void readCodes(int start, int end) throws PictureFormatException {
    int position = start;
    while (position < end) {
      int selector = file[position] & 0xFF;
      if ((selector & 0xEC) != 0) {
        throw new PictureFormatException("JPEG Huffman table " + selector + " does not exist");
      }
      JpegHuffman code = new JpegHuffman(file, position + 1, end);
      (selector >> 4 == 0 ? averages : details)[selector & 3] = code;
      position += 1 + code.sizeBytes();
    }
  }

  /** Segment DQT (section B.2.4.1): precision * 16 + number, then 64 steps of one or two bytes. */
  private void readSteps(int start, int end) throws PictureFormatException {
    int position = start;
    while (position < end) {
      int selector = file[position] & 0xFF;
      int bytes = 1 + (selector >> 4);
      if ((selector & 0xEC) != 0 || end - position < 1 + 64 * bytes) {
        throw new PictureFormatException("a JPEG quantization table is damaged");
      }
      int[] table = new int[64];
      for (int index = 0; index < 64; index++) {
        int at = position + 1 + index * bytes;
        int step = bytes == 2 ? JpegFrame.unsigned16(file, at) : file[at] & 0xFF;
        table[JpegTransform.ZIGZAG[index]] = step;
      }
      steps[selector & 3] = table;
      position += 1 + 64 * bytes;
    }
  }

  /**
   * Segment SOS: number of components; for each, identifier and codes (averages * 16 + details);
   * first and last coefficient, high * 16 + low bit.
   *
   * @return where the data behind it ends
   */
  private int decodeScan(int start, int end) throws PictureFormatException {
    int count = end - start < 1 ? 0 : file[start];
    if (frame == null || ++scans > MOST_SCANS) {
      throw new PictureFormatException("the JPEG file has no frame header or too many scans");
    }
    if (count < 1 || count > frame.components.length || end - start != 4 + 2 * count) {
      throw new PictureFormatException("a JPEG scan header is damaged");
    }
    int first = file[end - 3] & 0xFF;
    int last = file[end - 2] & 0xFF;
    int high = (file[end - 1] & 0xFF) >> 4;
    int low = file[end - 1] & 0x0F;
    boolean fits =
        frame.isProgressive
            ? (first == 0 ? last == 0 : count == 1 && last >= first && last < 64)
                && low < 14
                && (high == 0 || high == low + 1)
            : first == 0 && last == 63 && high == 0 && low == 0;
    if (!fits) {
      throw new PictureFormatException("a JPEG scan header is damaged");
    }
    JpegBlocks blocks = new JpegBlocks(first, last, high, low);
    JpegComponent[] chosen = new JpegComponent[count];
    for (int index = 0; index < count; index++) {
      chosen[index] = choose(start + 1 + 2 * index, first == 0 && high == 0, last > 0);
    }
    JpegBits bits = new JpegBits(file, end);
    new JpegScan(frame, chosen, blocks, bits, steps, restartInterval).run();
    return bits.position();
  }

  private JpegComponent choose(int at, boolean needsAverages, boolean needsDetails)
      throws PictureFormatException {
    JpegComponent component = frame.find(file[at] & 0xFF);
    component.averages = averages[(file[at + 1] >> 4) & 3];
    component.details = details[file[at + 1] & 3];
    boolean isMissing =
        (needsAverages && component.averages == null)
            || (needsDetails && component.details == null)
            || steps[component.table] == null;
    if (isMissing) {
      throw new PictureFormatException("a JPEG scan names a table that does not exist");
    }
    return component;
  }

  private void requireWhole() throws PictureFormatException {
    if (frame == null) {
      throw new PictureFormatException("the JPEG file has no picture");
    }
    JpegTransform transform = new JpegTransform();
    for (JpegComponent component : frame.components) {
      if (!component.isPresent) {
        throw new PictureFormatException("the JPEG file ends early");
      }
      if (component.coefficients != null) {
        for (int block = 0; block < component.blockCount(); block++) {
          int row = block / component.storedAcross;
          int to = component.planeIndex(block % component.storedAcross, row);
          transform.run(
              component.coefficients,
              64 * block,
              steps[component.table],
              component.plane,
              to,
              component.stride());
        }
        component.coefficients = null;
      }
    }
  }

  private boolean isRgb() {
    JpegComponent[] components = frame.components;
    return isAdobeRgb
        || (components.length == Picture.COLOUR
            && components[0].identifier == 'R'
            && components[1].identifier == 'G'
            && components[2].identifier == 'B');
  }
}
