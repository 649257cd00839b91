package edgex.crypto.encoding.der;

/** The tags of DER that are used here: one byte each (X.690, section 8.1.2). */
public final class DerTag {
  /** Universal tags. */
  public static final int BOOLEAN = 0x01;

  public static final int INTEGER = 0x02;
  public static final int BIT_STRING = 0x03;
  public static final int OCTET_STRING = 0x04;
  public static final int NULL = 0x05;
  public static final int OBJECT_IDENTIFIER = 0x06;
  public static final int UTF8_STRING = 0x0C;
  public static final int PRINTABLE_STRING = 0x13;
  public static final int IA5_STRING = 0x16;
  public static final int UTC_TIME = 0x17;
  public static final int GENERALIZED_TIME = 0x18;
  public static final int SEQUENCE = 0x30;
  public static final int SET = 0x31;

  private static final int CONTEXT = 0x80;
  private static final int CONSTRUCTED = 0x20;

  private DerTag() {}

  /** The tag {@code [number]} around a primitive value, which it replaces (IMPLICIT). */
  public static int context(int number) {
    return CONTEXT | number;
  }

  /** The tag {@code [number]} around other elements (EXPLICIT, or IMPLICIT of a sequence). */
  public static int constructedContext(int number) {
    return CONTEXT | CONSTRUCTED | number;
  }
}
