package edgex.picture;

import java.util.Arrays;

/**
 * Decodes one scan (section B.2.3): some components, some of their coefficients, and of those all
 * bits (sequential) or some (progressive, section G).
 */
final class JpegScan {
  /** Most blocks of all components in a unit (section B.2.3). */
  private static final int MOST_BLOCKS = 10;

  private final JpegFrame frame;
  private final JpegComponent[] components;
  private final JpegBlocks blocks;
  private final JpegBits bits;
  private final int restartInterval;
  private final int[][] steps;
  private final JpegTransform transform = new JpegTransform();
  private final short[] block = new short[64];

  /**
   * Prepares a scan.
   *
   * @param steps the quantization tables
   * @param restartInterval units after which decoding starts afresh, or 0
   */
  JpegScan(
      JpegFrame frame,
      JpegComponent[] components,
      JpegBlocks blocks,
      JpegBits bits,
      int[][] steps,
      int restartInterval) {
    this.frame = frame;
    this.components = components;
    this.blocks = blocks;
    this.bits = bits;
    this.steps = steps;
    this.restartInterval = restartInterval;
  }

  void run() throws PictureFormatException {
    for (JpegComponent component : components) {
      component.prediction = 0;
      component.isPresent |= blocks.hasAverages();
    }
    if (components.length == 1) {
      runSingle(components[0]);
    } else {
      runInterleaved();
    }
  }

  /** A scan of one component holds the blocks of its samples, row by row. */
  private void runSingle(JpegComponent component) throws PictureFormatException {
    int count = component.blocksAcross * component.blocksDown;
    for (int index = 0; index < count; index++) {
      restartIfDue(index);
      decode(component, index % component.blocksAcross, index / component.blocksAcross);
    }
  }

  /** A scan of several holds units, of each component's blocks in a part of the picture. */
  private void runInterleaved() throws PictureFormatException {
    int blocksPerUnit = 0;
    for (JpegComponent component : components) {
      blocksPerUnit += component.across * component.down;
    }
    if (blocksPerUnit > MOST_BLOCKS) {
      throw new PictureFormatException("a JPEG scan has " + blocksPerUnit + " blocks in a unit");
    }
    int unitsAcross = JpegComponent.quotient(frame.width, 8 * frame.mostAcross);
    int unitsDown = JpegComponent.quotient(frame.height, 8 * frame.mostDown);
    for (int unit = 0; unit < unitsAcross * unitsDown; unit++) {
      restartIfDue(unit);
      for (JpegComponent component : components) {
        for (int index = 0; index < component.across * component.down; index++) {
          int column = unit % unitsAcross * component.across + index % component.across;
          int row = unit / unitsAcross * component.down + index / component.across;
          decode(component, column, row);
        }
      }
    }
  }

  private void restartIfDue(int unit) throws PictureFormatException {
    if (restartInterval > 0 && unit > 0 && unit % restartInterval == 0) {
      bits.restart();
      blocks.restart();
      for (JpegComponent component : components) {
        component.prediction = 0;
      }
    }
  }

  private void decode(JpegComponent component, int column, int row) throws PictureFormatException {
    if (component.coefficients != null) {
      int start = component.coefficientIndex(column, row);
      blocks.decode(bits, component, component.coefficients, start);
      return;
    }
    Arrays.fill(block, (short) 0);
    blocks.decode(bits, component, block, 0);
    int to = component.planeIndex(column, row);
    transform.run(block, 0, steps[component.table], component.plane, to, component.stride());
  }
}
