package edgex.training;

import edgex.tensor.FloatTensor;
import edgex.tensor.Shape;

/**
 * Grey pictures of one size, each with the class that it belongs to, from two files in the format
 * of the MNIST database, IDX:
 *
 * <pre>
 *   pictures: 0 2051   4 count   8 height   12 width   16 a byte for each pixel
 *   labels:   0 2049   4 count   8 a byte for each picture
 * </pre>
 *
 * Numbers have four bytes, the highest first.
 */
public final class LabelledPictures {
  private static final int PICTURES_MAGIC = 2051;
  private static final int LABELS_MAGIC = 2049;
  private static final int PICTURES_HEADER_BYTES = 16;
  private static final int LABELS_HEADER_BYTES = 8;
  private static final int LONGEST_SIDE = 1 << 10;

  private final byte[] pictures;
  private final byte[] labels;
  private final int height;
  private final int width;
  private final int first;
  private final int count;

  private LabelledPictures(
      byte[] pictures, byte[] labels, int height, int width, int first, int count) {
    this.pictures = pictures;
    this.labels = labels;
    this.height = height;
    this.width = width;
    this.first = first;
    this.count = count;
  }

  /**
   * Reads both files, which are kept, not copied.
   *
   * @throws DatasetFormatException if they are something else, cut off, or do not belong together
   */
  public static LabelledPictures read(byte[] pictures, byte[] labels)
      throws DatasetFormatException {
    boolean isLong = pictures.length >= PICTURES_HEADER_BYTES;
    if (!isLong || number(pictures, 0) != PICTURES_MAGIC) {
      throw new DatasetFormatException("the file of pictures is not in the format IDX");
    }
    if (labels.length < LABELS_HEADER_BYTES || number(labels, 0) != LABELS_MAGIC) {
      throw new DatasetFormatException("the file of labels is not in the format IDX");
    }
    int count = number(pictures, 4);
    int height = number(pictures, 8);
    int width = number(pictures, 12);
    if (count != number(labels, 4)) {
      throw new DatasetFormatException(
          "there are " + count + " pictures but " + number(labels, 4) + " labels");
    }
    if (height < 1 || width < 1 || height > LONGEST_SIDE || width > LONGEST_SIDE || count < 1) {
      throw new DatasetFormatException(
          count + " pictures of " + width + " x " + height + " make no sense");
    }
    long wanted = PICTURES_HEADER_BYTES + (long) count * height * width;
    if (pictures.length < wanted || labels.length < LABELS_HEADER_BYTES + count) {
      throw new DatasetFormatException("a file ends before its last picture or label");
    }
    return new LabelledPictures(pictures, labels, height, width, 0, count);
  }

  private static int number(byte[] file, int at) {
    return (file[at] & 0xFF) << 24
        | (file[at + 1] & 0xFF) << 16
        | (file[at + 2] & 0xFF) << 8
        | (file[at + 3] & 0xFF);
  }

  /** Number of pictures. */
  public int count() {
    return count;
  }

  /** The shape of a picture: [1, height, width]. */
  public Shape pictureShape() {
    return Shape.of(1, height, width);
  }

  /** The pictures from {@code from} up to, not including, {@code to}. */
  public LabelledPictures range(int from, int to) {
    if (from < 0 || from > to || to > count) {
      throw new IllegalArgumentException("there are no pictures " + from + " to " + to);
    }
    return new LabelledPictures(pictures, labels, height, width, first + from, to - from);
  }

  /** The class of a picture, 0 to 255. */
  public int label(int index) {
    return labels[LABELS_HEADER_BYTES + first + index] & 0xFF;
  }

  /** One more than the largest class. */
  public int classes() {
    int largest = 0;
    for (int index = 0; index < count; index++) {
      largest = Math.max(largest, label(index));
    }
    return largest + 1;
  }

  /** Puts a picture into a batch [samples, 1, height, width], as values 0 to 255. */
  public void copy(int index, FloatTensor batch, int sample) {
    int pixels = height * width;
    int from = PICTURES_HEADER_BYTES + (first + index) * pixels;
    for (int pixel = 0; pixel < pixels; pixel++) {
      batch.values()[batch.offset() + sample * pixels + pixel] = pictures[from + pixel] & 0xFF;
    }
  }
}
