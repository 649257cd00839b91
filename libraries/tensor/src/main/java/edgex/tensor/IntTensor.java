package edgex.tensor;

/** A tensor of 32-bit integers, signed or unsigned. */
public final class IntTensor extends Tensor {
  private final int[] values;

  /** The tensor whose elements are {@code values[offset]} and those after it; nothing is copied. */
  public IntTensor(ElementType type, Shape shape, int[] values, int offset) {
    super(type, shape, offset, values.length);
    this.values = values;
  }

  /** A tensor whose elements are loaded when they are asked for. */
  IntTensor(ElementType type, Shape shape, Elements elements) {
    super(type, shape, elements);
    this.values = null;
  }

  /**
   * The array that holds the elements from {@link #offset()} on; shared, not a copy, unless
   * deferred.
   */
  public int[] values() {
    return values != null ? values : (int[]) elements().load();
  }

  @Override
  public Object storage() {
    return values();
  }

  @Override
  IntTensor view(Shape shape) {
    return new IntTensor(type(), shape, values, offset());
  }

  @Override
  public double getDouble(int index) {
    return (double) getLong(index);
  }

  @Override
  public void setDouble(int index, double value) {
    values()[offset() + index] = (int) Conversions.toInteger(type(), value);
  }

  @Override
  public long getLong(int index) {
    int value = values()[offset() + index];
    return type().isUnsigned() ? value & 0xFFFF_FFFFL : value;
  }

  @Override
  public void setLong(int index, long value) {
    values()[offset() + index] = (int) value;
  }

  @Override
  public void setFrom(int index, Tensor source, int sourceIndex) {
    values()[offset() + index] = ((IntTensor) source).values()[source.offset() + sourceIndex];
  }
}
