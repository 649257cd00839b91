package edgex.abi;

/** What a system call answers when it refuses. One list for the whole kernel; each is negative. */
public final class Errors {
  /** Not an error. */
  public static final int NONE = 0;

  /** The handle names no capability of the calling process, or its object no longer exists. */
  public static final int INVALID_HANDLE = -1;

  /** The capability is for another type of object. */
  public static final int WRONG_TYPE = -2;

  /** The capability lacks a right that the call needs. */
  public static final int MISSING_RIGHT = -3;

  /** A number is outside what the call accepts. */
  public static final int INVALID_ARGUMENT = -4;

  /** An address is not page-aligned, not in user space, or wraps around. */
  public static final int INVALID_ADDRESS = -5;

  /** The machine has no free memory of this size. */
  public static final int OUT_OF_MEMORY = -6;

  /** The process has used up its limit of pages, capabilities or objects. */
  public static final int QUOTA_EXCEEDED = -7;

  /** The kernel's pool for this type of object is empty. */
  public static final int POOL_EMPTY = -8;

  /** The time-out passed before the operation could happen. */
  public static final int TIMED_OUT = -9;

  /** The other side was destroyed while the operation waited for it. */
  public static final int PEER_GONE = -10;

  /** No system call has this number. */
  public static final int UNKNOWN_CALL = -11;

  /** A mapping would be writable and executable. */
  public static final int WRITABLE_AND_EXECUTABLE = -12;

  /** The range overlaps a mapping that is already there. */
  public static final int ALREADY_MAPPED = -13;

  /** Nothing is mapped in the range. */
  public static final int NOT_MAPPED = -14;

  /** The object is in a state that does not allow this: already started, bound, or in use. */
  public static final int WRONG_STATE = -15;

  /** The priority is above the maximum of the process. */
  public static final int PRIORITY_TOO_HIGH = -16;

  /** A capability that already has a badge cannot get another one. */
  public static final int ALREADY_BADGED = -17;

  /** A call reached a receiver that supplied no reply object. */
  public static final int NO_REPLY_OBJECT = -18;

  /** The receiver does not accept as many capabilities as the message carries. */
  public static final int CAPABILITY_NOT_ACCEPTED = -19;

  /** The blocked thread was stopped and started again by another one. */
  public static final int CANCELLED = -20;

  /** This machine does not have what the call asks for. */
  public static final int NOT_SUPPORTED = -21;

  private Errors() {}
}
