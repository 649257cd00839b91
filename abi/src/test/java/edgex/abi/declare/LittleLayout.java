package edgex.abi.declare;

/** Fields of all widths, little-endian. */
@Layout(size = 48, memory = ArrayMemory.class, endianness = Endianness.LITTLE, unmanaged = false)
public interface LittleLayout {
  /** One byte. */
  @Field(offset = 0, width = 1)
  int tiny();

  /** Two bytes. */
  @Field(offset = 2, width = 2)
  int small();

  /** Four bytes, signed. */
  @Field(offset = 4, width = 4)
  int medium();

  /** Four bytes, unsigned. */
  @Field(offset = 8, width = 4)
  long wide();

  /** Eight bytes. */
  @Field(offset = 16, width = 8)
  long large();

  /** Three numbers of two bytes, four apart. */
  @Field(offset = 24, width = 2, count = 3, stride = 4)
  int items();

  /** The middle of {@link #large}. */
  @Bits(of = "large", shift = 12, width = 40)
  long middle();

  /** The top of {@link #medium}. */
  @Bits(of = "medium", shift = 31, width = 1)
  int top();
}
