package edgex.tensor;

/** A tensor of 16-bit integers, signed or unsigned, or of 16-bit floating-point numbers. */
public final class ShortTensor extends Tensor {
  private final short[] values;

  /** The tensor whose elements are {@code values[offset]} and those after it; nothing is copied. */
  public ShortTensor(ElementType type, Shape shape, short[] values, int offset) {
    super(type, shape, offset, values.length);
    this.values = values;
  }

  /** A tensor whose elements are loaded when they are asked for. */
  ShortTensor(ElementType type, Shape shape, Elements elements) {
    super(type, shape, elements);
    this.values = null;
  }

  /**
   * The array that holds the elements from {@link #offset()} on; shared, not a copy, unless
   * deferred.
   */
  public short[] values() {
    return values != null ? values : (short[]) elements().load();
  }

  @Override
  public Object storage() {
    return values();
  }

  @Override
  ShortTensor view(Shape shape) {
    return new ShortTensor(type(), shape, values, offset());
  }

  @Override
  public double getDouble(int index) {
    return type() == ElementType.FLOAT16
        ? HalfFloat.toFloat(values()[offset() + index])
        : (double) getLong(index);
  }

  @Override
  public void setDouble(int index, double value) {
    values()[offset() + index] =
        type() == ElementType.FLOAT16
            ? HalfFloat.fromDouble(value)
            : (short) Conversions.toInteger(type(), value);
  }

  @Override
  public long getLong(int index) {
    short value = values()[offset() + index];
    return switch (type()) {
      case FLOAT16 -> Conversions.toLong(HalfFloat.toFloat(value));
      case UINT16 -> value & 0xFFFFL;
      default -> value;
    };
  }

  @Override
  public void setLong(int index, long value) {
    values()[offset() + index] =
        type() == ElementType.FLOAT16 ? HalfFloat.fromDouble((double) value) : (short) value;
  }

  @Override
  public void setFrom(int index, Tensor source, int sourceIndex) {
    values()[offset() + index] = ((ShortTensor) source).values()[source.offset() + sourceIndex];
  }
}
