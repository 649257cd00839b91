package edgex.runtime;

import edgex.abi.Errors;

/** The kernel refused a system call. Its message names the call, the error and what it means. */
public final class KernelException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final int error;

  /**
   * A refusal.
   *
   * @param operation what was tried, in words
   * @param error one of {@link Errors}
   */
  public KernelException(String operation, int error) {
    super(operation + ": " + nameOf(error) + ": " + meaningOf(error));
    this.error = error;
  }

  /** One of {@link Errors}. */
  public int error() {
    return error;
  }

  /**
   * Passes a system call's result through.
   *
   * @throws KernelException if it is an error
   */
  public static int check(String operation, int result) {
    if (result < 0) {
      throw new KernelException(operation, result);
    }
    return result;
  }

  /** Passes a system call's result through, like {@link #check(String, int)}. */
  public static long check(String operation, long result) {
    if (result < 0) {
      throw new KernelException(operation, (int) result);
    }
    return result;
  }

  /** The error's name in {@link Errors}. */
  public static String nameOf(int error) {
    switch (error) {
      case Errors.INVALID_HANDLE:
        return "INVALID_HANDLE";
      case Errors.WRONG_TYPE:
        return "WRONG_TYPE";
      case Errors.MISSING_RIGHT:
        return "MISSING_RIGHT";
      case Errors.INVALID_ARGUMENT:
        return "INVALID_ARGUMENT";
      case Errors.INVALID_ADDRESS:
        return "INVALID_ADDRESS";
      case Errors.OUT_OF_MEMORY:
        return "OUT_OF_MEMORY";
      case Errors.QUOTA_EXCEEDED:
        return "QUOTA_EXCEEDED";
      case Errors.POOL_EMPTY:
        return "POOL_EMPTY";
      case Errors.TIMED_OUT:
        return "TIMED_OUT";
      case Errors.PEER_GONE:
        return "PEER_GONE";
      case Errors.UNKNOWN_CALL:
        return "UNKNOWN_CALL";
      case Errors.WRITABLE_AND_EXECUTABLE:
        return "WRITABLE_AND_EXECUTABLE";
      case Errors.ALREADY_MAPPED:
        return "ALREADY_MAPPED";
      case Errors.NOT_MAPPED:
        return "NOT_MAPPED";
      case Errors.WRONG_STATE:
        return "WRONG_STATE";
      case Errors.PRIORITY_TOO_HIGH:
        return "PRIORITY_TOO_HIGH";
      case Errors.ALREADY_BADGED:
        return "ALREADY_BADGED";
      case Errors.NO_REPLY_OBJECT:
        return "NO_REPLY_OBJECT";
      case Errors.CAPABILITY_NOT_ACCEPTED:
        return "CAPABILITY_NOT_ACCEPTED";
      case Errors.CANCELLED:
        return "CANCELLED";
      case Errors.NOT_SUPPORTED:
        return "NOT_SUPPORTED";
      default:
        return "error " + error;
    }
  }

  private static String meaningOf(int error) {
    switch (error) {
      case Errors.INVALID_HANDLE:
        return "the handle names no capability, or its object is gone";
      case Errors.WRONG_TYPE:
        return "the capability is for another type of object";
      case Errors.MISSING_RIGHT:
        return "the capability lacks a right that this needs";
      case Errors.INVALID_ARGUMENT:
        return "a number is outside what the call accepts";
      case Errors.INVALID_ADDRESS:
        return "an address is not page-aligned or not in user space";
      case Errors.OUT_OF_MEMORY:
        return "the machine has no free memory of this size";
      case Errors.QUOTA_EXCEEDED:
        return "the process has used up its limit";
      case Errors.POOL_EMPTY:
        return "the kernel has no more objects of this type";
      case Errors.TIMED_OUT:
        return "the time-out passed first";
      case Errors.PEER_GONE:
        return "the other side is gone";
      case Errors.UNKNOWN_CALL:
        return "no system call has this number";
      case Errors.WRITABLE_AND_EXECUTABLE:
        return "memory is never writable and executable";
      case Errors.ALREADY_MAPPED:
        return "something is mapped there already";
      case Errors.NOT_MAPPED:
        return "nothing is mapped there";
      case Errors.WRONG_STATE:
        return "the object's state does not allow this";
      case Errors.PRIORITY_TOO_HIGH:
        return "the priority is above the process's maximum";
      case Errors.ALREADY_BADGED:
        return "the capability already has a badge";
      case Errors.NO_REPLY_OBJECT:
        return "the receiver supplied no reply object";
      case Errors.CAPABILITY_NOT_ACCEPTED:
        return "the receiver does not accept so many capabilities";
      case Errors.CANCELLED:
        return "the thread was stopped meanwhile";
      case Errors.NOT_SUPPORTED:
        return "this machine does not have it";
      default:
        return "unknown to this program";
    }
  }
}
