package edgex.crypto.encoding.cbor;

/** Major types (RFC 8949, section 3.1), in the order of their numbers. */
public enum CborKind {
  UNSIGNED(0),
  NEGATIVE(1),
  BYTES(2),
  TEXT(3),
  ARRAY(4),
  MAP(5),
  TAG(6),
  SIMPLE(7);

  private static final CborKind[] KINDS = values();

  private final int number;

  CborKind(int number) {
    this.number = number;
  }

  /** The three bits that say the kind. */
  int number() {
    return number;
  }

  static CborKind of(int number) {
    return KINDS[number];
  }
}
