package edgex.tensor;

import java.util.Arrays;

/**
 * The walk of a reduction: for every element of the result, the elements of the input that it is
 * made from.
 */
public final class Reduction {
  /** Folds numbers one by one into one; used for one result at a time. */
  public interface Folder {
    /** Forgets what came before. */
    void begin();

    /** Takes element {@code index} of the input. */
    void take(int index);

    /** Sets element {@code index} of the result from what was taken since the beginning. */
    void end(int index);
  }

  private final Shape shape;
  private final boolean[] reduced;
  private final Shape keptShape;

  /** The reduction of a tensor of {@code shape} along the axes for which {@code reduced} is set. */
  public Reduction(Shape shape, boolean[] reduced) {
    this.shape = shape;
    this.reduced = Arrays.copyOf(reduced, reduced.length);
    int[] dimensions = shape.toArray();
    for (int axis = 0; axis < dimensions.length; axis++) {
      dimensions[axis] = reduced[axis] ? 1 : dimensions[axis];
    }
    this.keptShape = Shape.of(dimensions);
  }

  /** The result's shape with the reduced axes kept, of extent 1. */
  public Shape keptShape() {
    return keptShape;
  }

  /** The result's shape without the reduced axes. */
  public Shape shape() {
    int[] dimensions = new int[shape.rank()];
    int rank = 0;
    for (int axis = 0; axis < shape.rank(); axis++) {
      if (!reduced[axis]) {
        dimensions[rank++] = shape.dimension(axis);
      }
    }
    return Shape.of(Arrays.copyOf(dimensions, rank));
  }

  /** Number of elements of the input that each element of the result is made from. */
  public int termCount() {
    int count = 1;
    for (int axis = 0; axis < shape.rank(); axis++) {
      count *= reduced[axis] ? shape.dimension(axis) : 1;
    }
    return count;
  }

  /** Whether each element of the result is made from neighbours, at least one. */
  public boolean isOfLines() {
    boolean folds = false;
    for (int axis = 0; axis < shape.rank(); axis++) {
      if (folds && !reduced[axis] && shape.dimension(axis) != 1) {
        return false;
      }
      folds |= reduced[axis] && shape.dimension(axis) != 1;
    }
    return shape.elementCount() > 0;
  }

  /** Folds every element of the result, in order. */
  public void run(Folder folder) {
    Odometer results = new Odometer(shape, reduced, false);
    Odometer terms = new Odometer(shape, reduced, true);
    int termCount = termCount();
    for (int result = 0; result < keptShape.elementCount(); result++) {
      folder.begin();
      for (int term = 0; term < termCount; term++) {
        folder.take(results.offset() + terms.offset());
        terms.advance();
      }
      folder.end(result);
      results.advance();
    }
  }

  /**
   * Counts through some axes of a shape, row-major, and knows the flat index of where it stands.
   */
  private static final class Odometer {
    private final int[] extents;
    private final int[] strides;
    private final int[] position;
    private int offset;

    Odometer(Shape shape, boolean[] chosen, boolean which) {
      int count = 0;
      for (boolean choice : chosen) {
        count += choice == which ? 1 : 0;
      }
      this.extents = new int[count];
      this.strides = new int[count];
      this.position = new int[count];
      int[] all = shape.strides();
      int place = 0;
      for (int axis = 0; axis < chosen.length; axis++) {
        if (chosen[axis] == which) {
          extents[place] = shape.dimension(axis);
          strides[place++] = all[axis];
        }
      }
    }

    int offset() {
      return offset;
    }

    /** Moves on; after the last position comes the first. */
    void advance() {
      for (int place = extents.length - 1; place >= 0; place--) {
        offset += strides[place];
        if (++position[place] < extents[place]) {
          return;
        }
        offset -= strides[place] * extents[place];
        position[place] = 0;
      }
    }
  }
}
