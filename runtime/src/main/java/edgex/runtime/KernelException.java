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
    return switch (error) {
      case Errors.INVALID_HANDLE -> "INVALID_HANDLE";
      case Errors.WRONG_TYPE -> "WRONG_TYPE";
      case Errors.MISSING_RIGHT -> "MISSING_RIGHT";
      case Errors.INVALID_ARGUMENT -> "INVALID_ARGUMENT";
      case Errors.INVALID_ADDRESS -> "INVALID_ADDRESS";
      case Errors.OUT_OF_MEMORY -> "OUT_OF_MEMORY";
      case Errors.QUOTA_EXCEEDED -> "QUOTA_EXCEEDED";
      case Errors.POOL_EMPTY -> "POOL_EMPTY";
      case Errors.TIMED_OUT -> "TIMED_OUT";
      case Errors.PEER_GONE -> "PEER_GONE";
      case Errors.UNKNOWN_CALL -> "UNKNOWN_CALL";
      case Errors.WRITABLE_AND_EXECUTABLE -> "WRITABLE_AND_EXECUTABLE";
      case Errors.ALREADY_MAPPED -> "ALREADY_MAPPED";
      case Errors.NOT_MAPPED -> "NOT_MAPPED";
      case Errors.WRONG_STATE -> "WRONG_STATE";
      case Errors.PRIORITY_TOO_HIGH -> "PRIORITY_TOO_HIGH";
      case Errors.ALREADY_BADGED -> "ALREADY_BADGED";
      case Errors.NO_REPLY_OBJECT -> "NO_REPLY_OBJECT";
      case Errors.CAPABILITY_NOT_ACCEPTED -> "CAPABILITY_NOT_ACCEPTED";
      case Errors.CANCELLED -> "CANCELLED";
      case Errors.NOT_SUPPORTED -> "NOT_SUPPORTED";
      default -> "error " + error;
    };
  }

  private static String meaningOf(int error) {
    return switch (error) {
      case Errors.INVALID_HANDLE -> "the handle names no capability, or its object is gone";
      case Errors.WRONG_TYPE -> "the capability is for another type of object";
      case Errors.MISSING_RIGHT -> "the capability lacks a right that this needs";
      case Errors.INVALID_ARGUMENT -> "a number is outside what the call accepts";
      case Errors.INVALID_ADDRESS -> "an address is not page-aligned or not in user space";
      case Errors.OUT_OF_MEMORY -> "the machine has no free memory of this size";
      case Errors.QUOTA_EXCEEDED -> "the process has used up its limit";
      case Errors.POOL_EMPTY -> "the kernel has no more objects of this type";
      case Errors.TIMED_OUT -> "the time-out passed first";
      case Errors.PEER_GONE -> "the other side is gone";
      case Errors.UNKNOWN_CALL -> "no system call has this number";
      case Errors.WRITABLE_AND_EXECUTABLE -> "memory is never writable and executable";
      case Errors.ALREADY_MAPPED -> "something is mapped there already";
      case Errors.NOT_MAPPED -> "nothing is mapped there";
      case Errors.WRONG_STATE -> "the object's state does not allow this";
      case Errors.PRIORITY_TOO_HIGH -> "the priority is above the process's maximum";
      case Errors.ALREADY_BADGED -> "the capability already has a badge";
      case Errors.NO_REPLY_OBJECT -> "the receiver supplied no reply object";
      case Errors.CAPABILITY_NOT_ACCEPTED -> "the receiver does not accept so many capabilities";
      case Errors.CANCELLED -> "the thread was stopped meanwhile";
      case Errors.NOT_SUPPORTED -> "this machine does not have it";
      default -> "unknown to this program";
    };
  }
}
