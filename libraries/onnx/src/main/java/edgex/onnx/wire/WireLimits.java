package edgex.onnx.wire;

/**
 * What a file may make its reader do.
 *
 * <p>A field of two bytes can become an object of a hundred, so the number of fields bounds the
 * memory that a hostile file of a given size takes; the depth bounds the stack.
 */
public final class WireLimits {
  /** Fields of the largest models known are counted in tens of thousands. */
  public static final int DEFAULT_FIELDS = 1_000_000;

  /** A node in a sub-graph of a sub-graph lies some ten messages deep. */
  public static final int DEFAULT_DEPTH = 50;

  private final int maximumFields;
  private final int maximumDepth;
  private int fields;

  /** Limits for reading one file. */
  public WireLimits(int maximumFields, int maximumDepth) {
    this.maximumFields = maximumFields;
    this.maximumDepth = maximumDepth;
  }

  /** The limits for reading one file that serve every known model. */
  public static WireLimits standard() {
    return new WireLimits(DEFAULT_FIELDS, DEFAULT_DEPTH);
  }

  boolean takeField() {
    return ++fields <= maximumFields;
  }

  int maximumFields() {
    return maximumFields;
  }

  int maximumDepth() {
    return maximumDepth;
  }
}
