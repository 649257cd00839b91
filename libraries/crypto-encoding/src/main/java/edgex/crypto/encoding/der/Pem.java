package edgex.crypto.encoding.der;

import edgex.crypto.CryptoException;
import java.util.ArrayList;
import java.util.List;

/** PEM (RFC 7468, strict form): Base64 in lines of 64 characters, a BEGIN and an END line. */
public final class Pem {
  /** Label of a certificate. */
  public static final String CERTIFICATE = "CERTIFICATE";

  /** Label of a public key. */
  public static final String PUBLIC_KEY = "PUBLIC KEY";

  /** Label of a private key. */
  public static final String PRIVATE_KEY = "PRIVATE KEY";

  private static final int LINE_CHARACTERS = 64;
  private static final String BEGIN = "-----BEGIN ";
  private static final String END = "-----END ";
  private static final String DASHES = "-----";

  private final String label;
  private final byte[] content;

  /**
   * A block.
   *
   * @param label what it is, for example {@link #CERTIFICATE}
   */
  public Pem(String label, byte[] content) {
    this.label = label;
    this.content = content.clone();
  }

  /** What it is. */
  public String label() {
    return label;
  }

  /** The bytes. */
  public byte[] content() {
    return content.clone();
  }

  /** The text, with line feeds. */
  public String encode() {
    StringBuilder text = new StringBuilder(BEGIN).append(label).append(DASHES).append('\n');
    String base64 = Base64.encode(content);
    for (int at = 0; at < base64.length(); at += LINE_CHARACTERS) {
      text.append(base64, at, Math.min(base64.length(), at + LINE_CHARACTERS)).append('\n');
    }
    return text.append(END).append(label).append(DASHES).append('\n').toString();
  }

  /**
   * Everything in a text. Only empty lines may be between the blocks.
   *
   * @throws CryptoException if there is something else, with the line's number
   */
  public static List<Pem> decodeAll(String text) {
    List<Pem> blocks = new ArrayList<>();
    StringBuilder base64 = new StringBuilder();
    String label = null;
    int number = 0;
    int start = 0;
    while (start < text.length()) {
      int feed = text.indexOf('\n', start);
      int end = feed < 0 ? text.length() : feed;
      String line = text.substring(start, end);
      line = line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
      start = end + 1;
      number++;
      if (label == null) {
        label = line.isEmpty() ? null : begin(line, number);
      } else if (line.equals(END + label + DASHES)) {
        blocks.add(new Pem(label, Base64.decode(base64.toString())));
        base64.setLength(0);
        label = null;
      } else {
        requireBase64Line(line, base64, number);
        base64.append(line);
      }
    }
    if (label != null) {
      throw new CryptoException("PEM ends without a line " + END + label + DASHES);
    }
    return blocks;
  }

  private static String begin(String line, int number) {
    int labelEnd = line.length() - DASHES.length();
    if (!line.startsWith(BEGIN) || labelEnd <= BEGIN.length() || !line.endsWith(DASHES)) {
      throw new CryptoException("line " + number + " of PEM is no BEGIN line");
    }
    return line.substring(BEGIN.length(), labelEnd);
  }

  /** All lines but the last have 64 characters. */
  private static void requireBase64Line(String line, StringBuilder before, int number) {
    if (line.isEmpty()
        || line.length() > LINE_CHARACTERS
        || before.length() % LINE_CHARACTERS != 0) {
      throw new CryptoException("line " + number + " of PEM follows or is one of a wrong length");
    }
  }

  /**
   * The content of the only block of a text.
   *
   * @throws CryptoException if there are several, or if it is something else
   */
  public static byte[] decode(String text, String label) {
    List<Pem> blocks = decodeAll(text);
    if (blocks.size() != 1 || !blocks.get(0).label.equals(label)) {
      throw new CryptoException("the text is not one PEM block of a " + label);
    }
    return blocks.get(0).content;
  }
}
