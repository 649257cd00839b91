package edgex.crypto.encoding.certificate;

import edgex.crypto.CryptoException;
import edgex.crypto.encoding.der.DerReader;
import edgex.crypto.encoding.der.DerTag;
import edgex.crypto.encoding.der.DerWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The name of an issuer or of a subject. Two names are the same if their DER is: RFC 5280 would let
 * issuers change case and spaces of a name, which nobody sensible does.
 */
public final class DistinguishedName {
  private static final String[] LABELS = {"CN", "serialNumber", "C", "L", "ST", "O", "OU"};
  private static final int[] ARCS = {3, 5, 6, 7, 8, 10, 11};
  private static final String ATTRIBUTE_PREFIX = "2.5.4.";

  private final byte[] encoded;
  private final String text;

  private DistinguishedName(byte[] encoded, String text) {
    this.encoded = encoded;
    this.text = text;
  }

  /**
   * A name of a text such as {@code CN=Device 7, O=Example}. The labels are CN, serialNumber, C, L,
   * ST, O and OU; values contain no comma.
   *
   * @throws CryptoException if the text has another form
   */
  public static DistinguishedName of(String text) {
    DerWriter attributes = new DerWriter();
    int start = 0;
    while (start < text.length()) {
      int comma = text.indexOf(',', start);
      int end = comma < 0 ? text.length() : comma;
      write(text.substring(start, end).trim(), attributes);
      start = end + 1;
    }
    return read(new DerReader(new DerWriter().sequence(attributes).toBytes()));
  }

  private static void write(String part, DerWriter attributes) {
    int equals = part.indexOf('=');
    String label = equals < 0 ? "" : part.substring(0, equals);
    int index = Arrays.asList(LABELS).indexOf(label);
    if (index < 0 || equals == part.length() - 1) {
      throw new CryptoException("'" + part + "' is no part of a name, such as CN=Device 7");
    }
    boolean isPlain = label.equals("C") || label.equals("serialNumber");
    byte[] value = part.substring(equals + 1).getBytes(StandardCharsets.UTF_8);
    DerWriter attribute =
        new DerWriter()
            .objectIdentifier(ATTRIBUTE_PREFIX + ARCS[index])
            .element(isPlain ? DerTag.PRINTABLE_STRING : DerTag.UTF8_STRING, value);
    attributes.element(DerTag.SET, new DerWriter().sequence(attribute));
  }

  /** Reads a name. */
  static DistinguishedName read(DerReader input) {
    byte[] encoded = input.readElement();
    DerReader parts = DerReader.ofWhole(encoded, DerTag.SEQUENCE);
    StringBuilder text = new StringBuilder();
    while (!parts.atEnd()) {
      DerReader part = parts.readInner(DerTag.SET);
      do {
        text.append(text.length() == 0 ? "" : ", ");
        readAttribute(part.readInner(DerTag.SEQUENCE), text);
      } while (!part.atEnd());
    }
    return new DistinguishedName(encoded, text.toString());
  }

  private static void readAttribute(DerReader attribute, StringBuilder text) {
    String type = attribute.readObjectIdentifier();
    String label = type;
    for (int i = 0; i < ARCS.length; i++) {
      if (type.equals(ATTRIBUTE_PREFIX + ARCS[i])) {
        label = LABELS[i];
      }
    }
    text.append(label).append('=');
    boolean isUtf8 = attribute.nextIs(DerTag.UTF8_STRING);
    if (isUtf8 || attribute.nextIs(DerTag.PRINTABLE_STRING)) {
      byte[] value = attribute.readContent(isUtf8 ? DerTag.UTF8_STRING : DerTag.PRINTABLE_STRING);
      appendPrintable(new String(value, StandardCharsets.UTF_8), text);
    } else {
      attribute.readElement();
      text.append("(in another character set)");
    }
    attribute.requireEnd();
  }

  /** A name from outside is shown to people: it must not steer their terminal. */
  private static void appendPrintable(String value, StringBuilder text) {
    for (int i = 0; i < value.length(); i++) {
      char character = value.charAt(i);
      text.append(Character.isISOControl(character) ? '?' : character);
    }
  }

  /** The name as DER. */
  public byte[] encode() {
    return encoded.clone();
  }

  /** Whether the name has no parts. */
  public boolean isEmpty() {
    return text.isEmpty();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof DistinguishedName name && Arrays.equals(name.encoded, encoded);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(encoded);
  }

  /** For people. */
  @Override
  public String toString() {
    return text;
  }
}
