package edgex.picture;

/**
 * The line filters of PNG (section 9): every byte was stored as the difference from a prediction
 * made of its left (a), upper (b) and upper left (c) neighbour.
 */
final class PngFilter {
  private PngFilter() {}

  /**
   * Restores a line in place.
   *
   * @param filter the line's filter type
   * @param line the stored bytes
   * @param above the restored line above, zeros for the first
   * @param length bytes in the line
   * @param distance bytes from a byte to its left neighbour
   */
  static void restore(int filter, byte[] line, byte[] above, int length, int distance)
      throws PictureFormatException {
    if (filter < 0 || filter > 4) {
      throw new PictureFormatException("PNG filter " + filter + " does not exist");
    }
    for (int index = 0; index < length; index++) {
      int left = index >= distance ? line[index - distance] & 0xFF : 0;
      int up = above[index] & 0xFF;
      int upLeft = index >= distance ? above[index - distance] & 0xFF : 0;
      int prediction =
          switch (filter) {
            case 1 -> left;
            case 2 -> up;
            case 3 -> (left + up) / 2;
            case 4 -> paeth(left, up, upLeft);
            default -> 0;
          };
      line[index] = (byte) (line[index] + prediction);
    }
  }

  /** The neighbour nearest to left + up - upLeft; ties go in that order. */
  private static int paeth(int left, int up, int upLeft) {
    int estimate = left + up - upLeft;
    int toLeft = Math.abs(estimate - left);
    int toUp = Math.abs(estimate - up);
    int toUpLeft = Math.abs(estimate - upLeft);
    if (toLeft <= toUp && toLeft <= toUpLeft) {
      return left;
    }
    return toUp <= toUpLeft ? up : upLeft;
  }
}
