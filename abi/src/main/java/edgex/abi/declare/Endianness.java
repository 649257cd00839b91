package edgex.abi.declare;

/** The order of the bytes of a number. */
public enum Endianness {
  /** The lowest byte first, as all supported machines do. */
  LITTLE,
  /** The highest byte first, as networks do. */
  BIG
}
