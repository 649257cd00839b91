package edgex.tensor;

/** A tensor of 8-bit integers, signed or unsigned, or of truth values (0 or 1). */
public final class ByteTensor extends Tensor {
  private final byte[] values;

  /** The tensor whose elements are {@code values[offset]} and those after it; nothing is copied. */
  public ByteTensor(ElementType type, Shape shape, byte[] values, int offset) {
    super(type, shape, offset, values.length);
    this.values = values;
  }

  /** A tensor whose elements are loaded when they are asked for. */
  ByteTensor(ElementType type, Shape shape, Elements elements) {
    super(type, shape, elements);
    this.values = null;
  }

  /**
   * The array that holds the elements from {@link #offset()} on; shared, not a copy, unless
   * deferred.
   */
  public byte[] values() {
    return values != null ? values : (byte[]) elements().load();
  }

  @Override
  public Object storage() {
    return values();
  }

  @Override
  ByteTensor view(Shape shape) {
    return new ByteTensor(type(), shape, values, offset());
  }

  @Override
  public double getDouble(int index) {
    return (double) getLong(index);
  }

  @Override
  public void setDouble(int index, double value) {
    values()[offset() + index] =
        type() == ElementType.BOOL
            ? (byte) (value == 0 ? 0 : 1)
            : (byte) Conversions.toInteger(type(), value);
  }

  @Override
  public long getLong(int index) {
    byte value = values()[offset() + index];
    return type() == ElementType.UINT8 ? value & 0xFFL : value;
  }

  @Override
  public void setLong(int index, long value) {
    values()[offset() + index] =
        type() == ElementType.BOOL ? (byte) (value == 0 ? 0 : 1) : (byte) value;
  }

  @Override
  public void setFrom(int index, Tensor source, int sourceIndex) {
    values()[offset() + index] = ((ByteTensor) source).values()[source.offset() + sourceIndex];
  }
}
