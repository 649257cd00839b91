package edgex.tensor;

import java.util.Arrays;

/**
 * The extent of a tensor along each axis; immutable.
 *
 * <p>Every dimension is at least 0 and the number of elements fits an array index, so code that
 * holds a shape never has to think about overflow.
 */
public final class Shape {
  /** Most axes a shape may have; no known model comes near. */
  public static final int MAXIMUM_RANK = 16;

  /** Most elements a shape may have: what a Java array can hold. */
  public static final int MAXIMUM_ELEMENTS = Integer.MAX_VALUE - 16;

  /** The shape of a single value, of rank 0. */
  public static final Shape SCALAR = new Shape(new int[0]);

  private final int[] dimensions;
  private final int elementCount;

  private Shape(int[] dimensions) {
    this.dimensions = dimensions;
    this.elementCount = count(dimensions);
  }

  /**
   * The shape with these dimensions.
   *
   * @throws TensorException if one is negative or there are too many axes or elements
   */
  public static Shape of(int... dimensions) {
    return new Shape(Arrays.copyOf(dimensions, dimensions.length));
  }

  /**
   * The shape with these dimensions, as they come from a file or a computation.
   *
   * @throws TensorException if one is negative or there are too many axes or elements
   */
  public static Shape ofLongs(long... dimensions) {
    int[] narrowed = new int[Math.min(dimensions.length, MAXIMUM_RANK + 1)];
    for (int axis = 0; axis < narrowed.length; axis++) {
      if (dimensions[axis] > MAXIMUM_ELEMENTS) {
        throw new TensorException("dimension " + dimensions[axis] + " is too large");
      }
      narrowed[axis] = (int) Math.max(dimensions[axis], -1);
    }
    return new Shape(narrowed);
  }

  private static int count(int[] dimensions) {
    if (dimensions.length > MAXIMUM_RANK) {
      throw new TensorException("a shape has more than " + MAXIMUM_RANK + " axes");
    }
    long product = 1;
    boolean empty = false;
    for (int dimension : dimensions) {
      if (dimension < 0) {
        throw new TensorException("a shape has a negative dimension");
      }
      empty |= dimension == 0;
      product *= Math.max(dimension, 1);
      if (product > MAXIMUM_ELEMENTS) {
        throw new TensorException("shape " + text(dimensions) + " has too many elements");
      }
    }
    return empty ? 0 : (int) product;
  }

  /** Number of axes. */
  public int rank() {
    return dimensions.length;
  }

  /** Extent along {@code axis}, which is from 0 to rank - 1. */
  public int dimension(int axis) {
    return dimensions[axis];
  }

  /** Number of elements: the product of all dimensions, 1 for a scalar. */
  public int elementCount() {
    return elementCount;
  }

  /** Product of the dimensions from axis {@code from} up to, not including, axis {@code to}. */
  public int product(int from, int to) {
    int product = 1;
    for (int axis = from; axis < to; axis++) {
      product *= dimensions[axis];
    }
    return product;
  }

  /**
   * The axis meant by {@code axis}, which counts from the end when negative.
   *
   * @throws TensorException if the shape has no such axis
   */
  public int axis(long axis) {
    return axis(axis, rank());
  }

  /**
   * The axis meant by {@code axis} among {@code rank} axes, counted from the end when negative.
   *
   * @throws TensorException if there is no such axis
   */
  public static int axis(long axis, int rank) {
    if (axis < -rank || axis >= rank) {
      throw new TensorException("axis " + axis + " is outside of rank " + rank);
    }
    return (int) (axis < 0 ? axis + rank : axis);
  }

  /** Distance in elements between neighbours along each axis, in row-major order. */
  public int[] strides() {
    int[] strides = new int[dimensions.length];
    int stride = 1;
    for (int axis = dimensions.length - 1; axis >= 0; axis--) {
      strides[axis] = stride;
      stride *= Math.max(dimensions[axis], 1);
    }
    return strides;
  }

  /** The dimensions in a new array. */
  public int[] toArray() {
    return Arrays.copyOf(dimensions, dimensions.length);
  }

  /** This shape with the extent of one axis replaced. */
  public Shape with(int axis, int dimension) {
    int[] changed = toArray();
    changed[axis] = dimension;
    return new Shape(changed);
  }

  /** This shape without one axis. */
  public Shape without(int axis) {
    int[] kept = new int[dimensions.length - 1];
    for (int index = 0; index < kept.length; index++) {
      kept[index] = dimensions[index < axis ? index : index + 1];
    }
    return new Shape(kept);
  }

  /** This shape with a new axis, which becomes axis {@code axis}. */
  public Shape inserted(int axis, int extent) {
    int[] more = new int[dimensions.length + 1];
    for (int index = 0; index < more.length; index++) {
      int source = index < axis ? index : index - 1;
      more[index] = index == axis ? extent : dimensions[source];
    }
    return new Shape(more);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Shape shape && Arrays.equals(dimensions, shape.dimensions);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(dimensions);
  }

  /** The dimensions joined by {@code x}, as in {@code 1x3x224x224}; {@code scalar} for rank 0. */
  @Override
  public String toString() {
    return text(dimensions);
  }

  private static String text(int[] dimensions) {
    if (dimensions.length == 0) {
      return "scalar";
    }
    StringBuilder text = new StringBuilder();
    for (int axis = 0; axis < dimensions.length; axis++) {
      text.append(axis == 0 ? "" : "x").append(dimensions[axis]);
    }
    return text.toString();
  }
}
