package edgex.abi.ipc;

import java.nio.charset.StandardCharsets;

/**
 * What generated clients and dispatchers share: checked conversions between Java values and the
 * lanes of a {@link Message}. Whatever arrives is hostile until checked here.
 *
 * <p>An {@code int} is a sign-extended word. A text or byte array is a word with its length in
 * bytes, and those bytes.
 */
public final class Wire {
  private Wire() {}

  /**
   * Checks the shape of an arrived message before anything is taken.
   *
   * @param malformed the code to raise: of a request or of a reply
   */
  public static void expect(Message message, int words, int capabilities, int malformed)
      throws ServiceException {
    if (message.wordsLeft() != words || message.capabilitiesLeft() != capabilities) {
      throw new ServiceException(malformed);
    }
  }

  /** Checks that every byte that arrived was taken. */
  public static void expectEnd(Message message, int malformed) throws ServiceException {
    if (message.bytesLeft() != 0) {
      throw new ServiceException(malformed);
    }
  }

  /**
   * Looks at a reply's label.
   *
   * @throws ServiceException with the label as its code, unless it is 0
   */
  public static void expectSuccess(Message reply) throws ServiceException {
    if (reply.label() != ServiceErrors.NONE) {
      throw new ServiceException(reply.label());
    }
  }

  /** Takes an {@code int}; a word outside its range is malformed. */
  public static int takeInt(Message message, int malformed) throws ServiceException {
    long word = message.takeWord();
    if (word != (int) word) {
      throw new ServiceException(malformed);
    }
    return (int) word;
  }

  /** Takes a length in bytes from 0 to the maximum. */
  public static int takeLength(Message message, int maximumBytes, int malformed)
      throws ServiceException {
    int length = takeInt(message, malformed);
    if (length < 0 || length > maximumBytes) {
      throw new ServiceException(malformed);
    }
    return length;
  }

  /** Takes a byte array of at most {@code maximumBytes}. */
  public static byte[] takeBytes(Message message, int maximumBytes, int malformed)
      throws ServiceException {
    int length = takeLength(message, maximumBytes, malformed);
    if (length > message.bytesLeft()) {
      throw new ServiceException(malformed);
    }
    byte[] bytes = new byte[length];
    message.takeBytes(bytes, 0, length);
    return bytes;
  }

  /**
   * Takes the bytes that fill a lent buffer from its front.
   *
   * @return how many bytes arrived
   */
  public static int takeInto(Message message, byte[] buffer, int maximumBytes, int malformed)
      throws ServiceException {
    int length = takeLength(message, lentBytes(buffer, maximumBytes), malformed);
    if (length > message.bytesLeft()) {
      throw new ServiceException(malformed);
    }
    message.takeBytes(buffer, 0, length);
    return length;
  }

  /** Takes a text of at most {@code maximumBytes} of well-formed UTF-8. */
  public static String takeText(Message message, int maximumBytes, int malformed)
      throws ServiceException {
    byte[] bytes = takeBytes(message, maximumBytes, malformed);
    if (!Utf8.isWellFormed(bytes)) {
      throw new ServiceException(malformed);
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /** Appends a byte array; one longer than {@code maximumBytes} is {@code TOO_LONG}. */
  public static void putBytes(Message message, byte[] bytes, int maximumBytes)
      throws ServiceException {
    putPart(message, bytes, bytes.length, maximumBytes);
  }

  /** Appends the first {@code length} bytes of an array. */
  public static void putPart(Message message, byte[] bytes, int length, int maximumBytes)
      throws ServiceException {
    if (length < 0 || length > bytes.length || length > maximumBytes) {
      throw new ServiceException(ServiceErrors.TOO_LONG);
    }
    message.putWord(length);
    message.putBytes(bytes, 0, length);
  }

  /** Appends a text as UTF-8; one longer than {@code maximumBytes} is {@code TOO_LONG}. */
  public static void putText(Message message, String text, int maximumBytes)
      throws ServiceException {
    putBytes(message, text.getBytes(StandardCharsets.UTF_8), maximumBytes);
  }

  /** How many bytes of a buffer are lent. */
  public static int lentBytes(byte[] buffer, int maximumBytes) {
    return Math.min(buffer.length, maximumBytes);
  }

  /** Makes the message the reply to a refused request. */
  public static Answer refuse(Message message, ServiceException failure) {
    message.begin(failure.code());
    return Answer.NOW;
  }
}
