package edgex.picture;

/**
 * The frame header (section B.2.2): the size of the picture and its components.
 *
 * <pre>
 *   0 precision (8)   1 height (2 bytes)   3 width (2 bytes)   5 number of components
 *   6 for each: identifier, sampling (across * 16 + down), quantization table
 * </pre>
 */
final class JpegFrame {
  private static final int FIXED_BYTES = 6;
  private static final int COMPONENT_BYTES = 3;
  private static final int MOST_SAMPLING = 4;

  final int width;
  final int height;
  final boolean isProgressive;
  final JpegComponent[] components;
  int mostAcross = 1;
  int mostDown = 1;

  JpegFrame(byte[] file, int start, int end, boolean isProgressive) throws PictureFormatException {
    int count = end - start < FIXED_BYTES ? 0 : file[start + 5] & 0xFF;
    if (count == 0 || end - start != FIXED_BYTES + COMPONENT_BYTES * count) {
      throw new PictureFormatException("the JPEG frame header is damaged");
    }
    if (file[start] != 8) {
      throw new PictureFormatException(
          "a JPEG of " + (file[start] & 0xFF) + " bits a sample is not supported");
    }
    if (count != Picture.GREY && count != Picture.COLOUR) {
      throw new PictureFormatException(
          "a JPEG of " + count + " colour components is not supported, only grey or colour");
    }
    this.isProgressive = isProgressive;
    height = unsigned16(file, start + 1);
    width = unsigned16(file, start + 3);
    PictureReader.checkSize(width, height);
    components = new JpegComponent[count];
    for (int index = 0; index < count; index++) {
      components[index] = component(file, start + FIXED_BYTES + COMPONENT_BYTES * index);
      mostAcross = Math.max(mostAcross, components[index].across);
      mostDown = Math.max(mostDown, components[index].down);
    }
    allocate(file.length);
  }

  static int unsigned16(byte[] file, int index) {
    return (file[index] & 0xFF) << 8 | (file[index + 1] & 0xFF);
  }

  private static JpegComponent component(byte[] file, int start) throws PictureFormatException {
    int across = (file[start + 1] & 0xFF) >> 4;
    int down = file[start + 1] & 0x0F;
    int table = file[start + 2] & 0xFF;
    boolean fits = across >= 1 && across <= MOST_SAMPLING && down >= 1 && down <= MOST_SAMPLING;
    if (!fits || table > 3) {
      throw new PictureFormatException("the JPEG frame header is damaged");
    }
    return new JpegComponent(file[start] & 0xFF, across, down, table);
  }

  /** Refuses a size that the file cannot fill before memory is taken for it. */
  private void allocate(int fileBytes) throws PictureFormatException {
    long blocks = 0;
    for (JpegComponent component : components) {
      component.measure(width, height, mostAcross, mostDown);
      blocks += component.blockCount();
    }
    // The average of every block takes a bit at least.
    if (blocks > 8L * fileBytes) {
      throw new PictureFormatException(
          "the JPEG file ends early: " + blocks + " blocks do not fit " + fileBytes + " bytes");
    }
    for (JpegComponent component : components) {
      component.plane = new byte[(int) (64 * component.blockCount())];
      if (isProgressive) {
        component.coefficients = new short[component.plane.length];
      }
    }
  }

  /** The component of that identifier. */
  JpegComponent find(int identifier) throws PictureFormatException {
    for (JpegComponent component : components) {
      if (component.identifier == identifier) {
        return component;
      }
    }
    throw new PictureFormatException("a JPEG scan names a component that does not exist");
  }
}
