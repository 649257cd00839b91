package edgex.tensor;

/** A tensor of 32-bit floating-point numbers. */
public final class FloatTensor extends Tensor {
  private final float[] values;

  /** The tensor whose elements are {@code values[offset]} and those after it; nothing is copied. */
  public FloatTensor(Shape shape, float[] values, int offset) {
    super(ElementType.FLOAT32, shape, offset, values.length);
    this.values = values;
  }

  /** A tensor of the given elements; the array is kept, not copied. */
  public static FloatTensor of(Shape shape, float... values) {
    return new FloatTensor(shape, values, 0);
  }

  /** A tensor whose elements are loaded when they are asked for. */
  FloatTensor(ElementType type, Shape shape, Elements elements) {
    super(type, shape, elements);
    this.values = null;
  }

  /**
   * The array that holds the elements from {@link #offset()} on; shared, not a copy, unless
   * deferred.
   */
  public float[] values() {
    return values != null ? values : (float[]) elements().load();
  }

  @Override
  public Object storage() {
    return values();
  }

  @Override
  FloatTensor view(Shape shape) {
    return new FloatTensor(shape, values, offset());
  }

  @Override
  public double getDouble(int index) {
    return values()[offset() + index];
  }

  @Override
  public void setDouble(int index, double value) {
    values()[offset() + index] = (float) value;
  }

  @Override
  public long getLong(int index) {
    return Conversions.toLong(values()[offset() + index]);
  }

  @Override
  public void setLong(int index, long value) {
    values()[offset() + index] = (float) value;
  }

  @Override
  public void setFrom(int index, Tensor source, int sourceIndex) {
    values()[offset() + index] = ((FloatTensor) source).values()[source.offset() + sourceIndex];
  }
}
