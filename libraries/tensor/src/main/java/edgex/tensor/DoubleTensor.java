package edgex.tensor;

/** A tensor of 64-bit floating-point numbers. */
public final class DoubleTensor extends Tensor {
  private final double[] values;

  /** The tensor whose elements are {@code values[offset]} and those after it; nothing is copied. */
  public DoubleTensor(Shape shape, double[] values, int offset) {
    super(ElementType.FLOAT64, shape, offset, values.length);
    this.values = values;
  }

  /** A tensor whose elements are loaded when they are asked for. */
  DoubleTensor(ElementType type, Shape shape, Elements elements) {
    super(type, shape, elements);
    this.values = null;
  }

  /**
   * The array that holds the elements from {@link #offset()} on; shared, not a copy, unless
   * deferred.
   */
  public double[] values() {
    return values != null ? values : (double[]) elements().load();
  }

  @Override
  public Object storage() {
    return values();
  }

  @Override
  DoubleTensor view(Shape shape) {
    return new DoubleTensor(shape, values, offset());
  }

  @Override
  public double getDouble(int index) {
    return values()[offset() + index];
  }

  @Override
  public void setDouble(int index, double value) {
    values()[offset() + index] = value;
  }

  @Override
  public long getLong(int index) {
    return Conversions.toLong(values()[offset() + index]);
  }

  @Override
  public void setLong(int index, long value) {
    values()[offset() + index] = (double) value;
  }

  @Override
  public void setFrom(int index, Tensor source, int sourceIndex) {
    values()[offset() + index] = ((DoubleTensor) source).values()[source.offset() + sourceIndex];
  }
}
