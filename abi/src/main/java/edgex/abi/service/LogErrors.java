package edgex.abi.service;

import edgex.abi.ipc.ServiceErrors;

/** Errors of {@link Log}. */
public final class LogErrors {
  /** No record is that new. */
  public static final int END = ServiceErrors.FIRST_OF_SERVICE;

  /** The level does not exist. */
  public static final int INVALID_LEVEL = ServiceErrors.FIRST_OF_SERVICE + 1;

  private LogErrors() {}
}
