package edgex.toolchain.processor;

import java.util.List;

/**
 * One value in a message: a parameter, a result, or a component of a result's record.
 *
 * @param maximumBytes of a text or byte array; 0 for the other kinds
 */
record MessageField(String name, Kind kind, int maximumBytes) {

  /** How a value travels. */
  enum Kind {
    INT("int"),
    LONG("long"),
    CAPABILITY("int"),
    TEXT("String"),
    BYTES("byte[]"),
    /** A lent buffer: the request says how long it is, the reply fills it. */
    FILLED("byte[]");

    private final String javaType;

    Kind(String javaType) {
      this.javaType = javaType;
    }
  }

  String javaType() {
    return kind.javaType;
  }

  boolean isCapability() {
    return kind == Kind.CAPABILITY;
  }

  static int words(List<MessageField> fields) {
    return fields.size() - capabilities(fields);
  }

  static int capabilities(List<MessageField> fields) {
    return (int) fields.stream().filter(MessageField::isCapability).count();
  }

  /** The bytes that a request with these parameters carries at most. */
  static int requestBytes(List<MessageField> fields) {
    return fields.stream()
        .filter(field -> field.kind != Kind.FILLED)
        .mapToInt(MessageField::maximumBytes)
        .sum();
  }

  /** The bytes that a reply with these fields carries at most. */
  static int replyBytes(List<MessageField> fields) {
    return fields.stream().mapToInt(MessageField::maximumBytes).sum();
  }

  /** The statement that appends the value to the message {@code frame} of a request. */
  String put(String value) {
    return switch (kind) {
      case INT, LONG -> "frame.putWord(" + value + ");";
      case CAPABILITY -> "frame.putCapability(" + value + ");";
      case TEXT -> "Wire.putText(frame, " + value + ", " + maximumBytes + ");";
      case BYTES -> "Wire.putBytes(frame, " + value + ", " + maximumBytes + ");";
      case FILLED -> "frame.putWord(Wire.lentBytes(" + value + ", " + maximumBytes + "));";
    };
  }

  /**
   * The expression that takes the value from an arrived message {@code frame}.
   *
   * @param malformed the constant to raise on a bad value
   */
  String take(String malformed) {
    return switch (kind) {
      case INT -> "Wire.takeInt(frame, " + malformed + ")";
      case LONG -> "frame.takeWord()";
      case CAPABILITY -> "frame.takeCapability()";
      case TEXT -> "Wire.takeText(frame, " + maximumBytes + ", " + malformed + ")";
      case BYTES -> "Wire.takeBytes(frame, " + maximumBytes + ", " + malformed + ")";
      case FILLED -> "new byte[" + takeLength(malformed) + "]";
    };
  }

  /** The expression that takes the length of a lent buffer. */
  String takeLength(String malformed) {
    return "Wire.takeLength(frame, " + maximumBytes + ", " + malformed + ")";
  }
}
