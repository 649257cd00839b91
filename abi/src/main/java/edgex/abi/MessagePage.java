package edgex.abi;

/** Where things lie in a thread's message page. */
public final class MessagePage {
  /** Size of the page. */
  public static final int SIZE_BYTES = 4096;

  /** Four handles of eight bytes: to send, or as received. */
  public static final int CAPABILITIES_OFFSET = 0;

  /** The message bytes, {@link MessageInformation#MAXIMUM_BYTES} of them. */
  public static final int BYTES_OFFSET = 64;

  /** From here to the end the kernel never reads or writes. */
  public static final int FREE_OFFSET = BYTES_OFFSET + MessageInformation.MAXIMUM_BYTES;

  private MessagePage() {}
}
