package edgex.tensor;

/**
 * A multi-dimensional array of one element type, in row-major order.
 *
 * <p>The elements lie in a Java array from {@link #offset()} on; several tensors may share the
 * array. Elements are reached by their flat index, from 0 to {@code elementCount() - 1}. Hot loops
 * take the typed array of a subclass; the accessors here serve code that works on every type.
 */
public abstract sealed class Tensor
    permits FloatTensor, DoubleTensor, LongTensor, IntTensor, ShortTensor, ByteTensor {
  private final ElementType type;
  private final Shape shape;
  private final int offset;

  /** Loads the elements of a deferred tensor; null if they lie in an array. */
  private final Elements elements;

  /** The elements of a deferred tensor. */
  public interface Elements {
    /**
     * Makes the Java array of the elements, from index 0 on, of the type that {@link
     * Tensor#storage()} has.
     *
     * @throws TensorException if they cannot be had; the message is for the user
     */
    Object load();
  }

  Tensor(ElementType type, Shape shape, int offset, int arrayLength) {
    if (offset < 0 || (long) offset + shape.elementCount() > arrayLength) {
      throw new TensorException(
          "a tensor of shape " + shape + " at " + offset + " leaves its array of " + arrayLength);
    }
    this.type = type;
    this.shape = shape;
    this.offset = offset;
    this.elements = null;
  }

  Tensor(ElementType type, Shape shape, Elements elements) {
    this.type = type;
    this.shape = shape;
    this.offset = 0;
    this.elements = elements;
  }

  /**
   * A tensor whose elements are loaded each time that its array is asked for, and not kept: a
   * weight that is still in its file, or a value of which only the shape is known.
   */
  public static Tensor deferred(ElementType type, Shape shape, Elements elements) {
    return switch (type) {
      case FLOAT32 -> new FloatTensor(type, shape, elements);
      case FLOAT64 -> new DoubleTensor(type, shape, elements);
      case INT64, UINT64 -> new LongTensor(type, shape, elements);
      case INT32, UINT32 -> new IntTensor(type, shape, elements);
      case INT16, UINT16, FLOAT16 -> new ShortTensor(type, shape, elements);
      case INT8, UINT8, BOOL -> new ByteTensor(type, shape, elements);
    };
  }

  /** The tensor of these elements; the array, of the type for that element type, is kept. */
  public static Tensor over(ElementType type, Shape shape, Object array, int offset) {
    return switch (type) {
      case FLOAT32 -> new FloatTensor(shape, (float[]) array, offset);
      case FLOAT64 -> new DoubleTensor(shape, (double[]) array, offset);
      case INT64, UINT64 -> new LongTensor(type, shape, (long[]) array, offset);
      case INT32, UINT32 -> new IntTensor(type, shape, (int[]) array, offset);
      case INT16, UINT16, FLOAT16 -> new ShortTensor(type, shape, (short[]) array, offset);
      case INT8, UINT8, BOOL -> new ByteTensor(type, shape, (byte[]) array, offset);
    };
  }

  /** What loads the elements of a deferred tensor. */
  final Elements elements() {
    return elements;
  }

  /** Whether the elements are loaded only when they are asked for. */
  public final boolean isDeferred() {
    return elements != null;
  }

  /** This tensor, or if it is deferred a copy in memory. */
  public final Tensor resident() {
    return isDeferred() ? over(type, shape, elements.load(), 0) : this;
  }

  /** A new tensor, all elements 0 (false), in an array of its own. */
  public static Tensor allocate(ElementType type, Shape shape) {
    int count = shape.elementCount();
    return over(type, shape, arrayOf(type, count), 0);
  }

  /** A new array of zeros as tensors of that element type have it. */
  public static Object arrayOf(ElementType type, int count) {
    return switch (type) {
      case FLOAT32 -> new float[count];
      case FLOAT64 -> new double[count];
      case INT64, UINT64 -> new long[count];
      case INT32, UINT32 -> new int[count];
      case INT16, UINT16, FLOAT16 -> new short[count];
      case INT8, UINT8, BOOL -> new byte[count];
    };
  }

  /** The type of every element. */
  public final ElementType type() {
    return type;
  }

  /** The extent along each axis. */
  public final Shape shape() {
    return shape;
  }

  /** Number of elements. */
  public final int elementCount() {
    return shape.elementCount();
  }

  /** Bytes that the elements take. */
  public final long sizeBytes() {
    return (long) elementCount() * type.sizeBytes();
  }

  /** Index of element 0 in the underlying array. */
  public final int offset() {
    return offset;
  }

  /** The Java array that holds the elements: for {@link System#arraycopy}, never for casting. */
  public abstract Object storage();

  /** The same elements under another shape; nothing is copied. */
  public final Tensor reshaped(Shape shape) {
    if (shape.elementCount() != elementCount()) {
      throw new TensorException("cannot give shape " + shape + " to a tensor of " + this.shape);
    }
    return isDeferred() ? deferred(type, shape, elements) : view(shape);
  }

  abstract Tensor view(Shape shape);

  /** The element as a double: rounded if it is a 64-bit integer, 0 or 1 if it is a truth value. */
  public abstract double getDouble(int index);

  /**
   * Sets the element to the nearest value of its type; integers are cut towards zero and clamped.
   */
  public abstract void setDouble(int index, double value);

  /** The element as a 64-bit integer, cut towards zero; the bits of a {@code UINT64} unchanged. */
  public abstract long getLong(int index);

  /** Sets the element from an integer, keeping the low bits that its type can hold. */
  public abstract void setLong(int index, long value);

  /** Sets the element {@code index} to element {@code sourceIndex} of a tensor of the same type. */
  public abstract void setFrom(int index, Tensor source, int sourceIndex);

  /**
   * Whether element {@code index} is less than (negative), equal to (0) or greater than (positive)
   * element {@code other}; NaN counts as greater than every number.
   */
  public final int compare(int index, int other) {
    if (type.isFloatingPoint()) {
      double a = getDouble(index);
      double b = getDouble(other);
      // Not Double.compare for equal numbers: 0 and -0 are equal here.
      return a == b ? 0 : Double.compare(a, b);
    }
    long a = getLong(index);
    long b = getLong(other);
    return type.isUnsigned() ? Long.compareUnsigned(a, b) : Long.compare(a, b);
  }

  /** Copies {@code count} elements from a tensor of the same type. */
  public final void copy(int index, Tensor source, int sourceIndex, int count) {
    System.arraycopy(
        source.storage(), source.offset() + sourceIndex, storage(), offset + index, count);
  }

  @Override
  public final String toString() {
    return type + " " + shape;
  }
}
