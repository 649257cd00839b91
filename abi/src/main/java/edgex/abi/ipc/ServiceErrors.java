package edgex.abi.ipc;

/** The errors that every operation of every service may raise. */
public final class ServiceErrors {
  /** Not an error: the label of a reply that holds a result. */
  public static final int NONE = 0;

  /** The service died or restarted; what it knew of this client is lost. */
  public static final int PEER_GONE = 1;

  /** The service has no operation of this number. */
  public static final int UNKNOWN_OPERATION = 2;

  /** The request's words, bytes, text or capabilities are not those of the operation. */
  public static final int MALFORMED_REQUEST = 3;

  /** The reply's words, bytes, text or capabilities are not those of the operation. */
  public static final int MALFORMED_REPLY = 4;

  /** A text or byte array is longer than its declared maximum. */
  public static final int TOO_LONG = 5;

  /** No reply came in time. */
  public static final int TIMED_OUT = 6;

  /** The service has no memory, or the client no quota, for this. */
  public static final int OUT_OF_MEMORY = 7;

  /** The client's capability does not allow this operation. */
  public static final int NOT_PERMITTED = 8;

  /** The first code that is a service's own. */
  public static final int FIRST_OF_SERVICE = 16;

  private ServiceErrors() {}
}
