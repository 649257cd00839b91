package edgex.apps.infer;

/**
 * A line of text in a picture.
 *
 * @param score how certain it is, 0 to 1
 * @param box where it is, in pixels
 */
record TextBox(double score, RotatedBox box) {}
