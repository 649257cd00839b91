package edgex.abi;

/**
 * Numbers of the message calls, which have a register convention of their own: a handle word, an
 * information word ({@link MessageInformation}), eight message words and a time-out in; status,
 * badge, information and words out.
 */
public final class MessageCalls {
  /** Sends to an endpoint and waits for the reply. */
  public static final int CALL = 1;

  /** Sends to an endpoint. */
  public static final int SEND = 2;

  /** Receives from an endpoint, or from the notification bound to the thread. */
  public static final int RECEIVE = 3;

  /** Replies to a caller, then receives with the same reply object. */
  public static final int REPLY_RECEIVE = 4;

  /** Replies to a caller. */
  public static final int REPLY = 5;

  /** Waits for a notification. */
  public static final int WAIT = 6;

  /** Signals a notification. */
  public static final int SIGNAL = 7;

  /** Status of a receive that a bound notification ended; the badge register has its bits. */
  public static final int STATUS_NOTIFICATION = 1;

  private MessageCalls() {}
}
