package edgex.abi;

/**
 * The word that describes a message.
 *
 * <pre>
 *  63        32 31    23 22    20 19 18        8 7 6            4 3       0
 * |   label    |   0    | accept |0 |   bytes   |0| capabilities |  words  |
 * </pre>
 *
 * <p>Label: the operation of a request; 0 or an error code in a reply. Accept: how many
 * capabilities the caller is willing to receive.
 */
public final class MessageInformation {
  /** Most words in registers. */
  public static final int MAXIMUM_WORDS = 8;

  /** Most capabilities in one message. */
  public static final int MAXIMUM_CAPABILITIES = 4;

  /** Most bytes in the message page. */
  public static final int MAXIMUM_BYTES = 1024;

  private static final int WORDS_MASK = 0xf;
  private static final int CAPABILITIES_SHIFT = 4;
  private static final int CAPABILITIES_MASK = 0x7;
  private static final int BYTES_SHIFT = 8;
  private static final int BYTES_MASK = 0x7ff;
  private static final int ACCEPT_SHIFT = 20;
  private static final int ACCEPT_MASK = 0x7;
  private static final int LABEL_SHIFT = 32;

  /** The fields of bytes and capabilities: all 0 in a message of words alone. */
  public static final long BULK_MASK =
      ((long) BYTES_MASK << BYTES_SHIFT) | ((long) CAPABILITIES_MASK << CAPABILITIES_SHIFT);

  private MessageInformation() {}

  /** Builds the word; the caller keeps to the maxima. */
  public static long of(int label, int words, int bytes, int capabilities, int accept) {
    return ((long) label << LABEL_SHIFT)
        | ((long) accept << ACCEPT_SHIFT)
        | ((long) bytes << BYTES_SHIFT)
        | ((long) capabilities << CAPABILITIES_SHIFT)
        | words;
  }

  /** The label, signed. */
  public static int label(long information) {
    return (int) (information >> LABEL_SHIFT);
  }

  /** Words in registers, 0 to 15 as encoded; more than {@link #MAXIMUM_WORDS} is malformed. */
  public static int words(long information) {
    return (int) information & WORDS_MASK;
  }

  /** Capabilities carried, 0 to 7 as encoded. */
  public static int capabilities(long information) {
    return (int) (information >> CAPABILITIES_SHIFT) & CAPABILITIES_MASK;
  }

  /** Bytes in the message page, 0 to 2047 as encoded. */
  public static int bytes(long information) {
    return (int) (information >> BYTES_SHIFT) & BYTES_MASK;
  }

  /** Capabilities that the sender of this word accepts in return, 0 to 7 as encoded. */
  public static int accept(long information) {
    return (int) (information >> ACCEPT_SHIFT) & ACCEPT_MASK;
  }
}
