package edgex.onnx.model;

/**
 * The declared extent of one axis.
 *
 * @param size the extent, or -1 if it is known only when the model runs
 * @param symbol the name that equal unknown extents share, or empty
 */
public record Dimension(int size, String symbol) {
  /** Whether the extent is fixed. */
  public boolean isKnown() {
    return size >= 0;
  }

  @Override
  public String toString() {
    if (isKnown()) {
      return Integer.toString(size);
    }
    return symbol.isEmpty() ? "?" : symbol;
  }
}
