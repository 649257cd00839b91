package edgex.tensor;

/** A tensor of 64-bit integers, signed or unsigned. */
public final class LongTensor extends Tensor {
  private final long[] values;

  /** The tensor whose elements are {@code values[offset]} and those after it; nothing is copied. */
  public LongTensor(ElementType type, Shape shape, long[] values, int offset) {
    super(type, shape, offset, values.length);
    this.values = values;
  }

  /** A tensor of signed 64-bit integers; the array is kept, not copied. */
  public static LongTensor of(Shape shape, long... values) {
    return new LongTensor(ElementType.INT64, shape, values, 0);
  }

  /** A tensor whose elements are loaded when they are asked for. */
  LongTensor(ElementType type, Shape shape, Elements elements) {
    super(type, shape, elements);
    this.values = null;
  }

  /**
   * The array that holds the elements from {@link #offset()} on; shared, not a copy, unless
   * deferred.
   */
  public long[] values() {
    return values != null ? values : (long[]) elements().load();
  }

  @Override
  public Object storage() {
    return values();
  }

  @Override
  LongTensor view(Shape shape) {
    return new LongTensor(type(), shape, values, offset());
  }

  @Override
  public double getDouble(int index) {
    return Conversions.toDouble(values()[offset() + index], type().isUnsigned());
  }

  @Override
  public void setDouble(int index, double value) {
    values()[offset() + index] = Conversions.toInteger(type(), value);
  }

  @Override
  public long getLong(int index) {
    return values()[offset() + index];
  }

  @Override
  public void setLong(int index, long value) {
    values()[offset() + index] = value;
  }

  @Override
  public void setFrom(int index, Tensor source, int sourceIndex) {
    values()[offset() + index] = ((LongTensor) source).values()[source.offset() + sourceIndex];
  }
}
