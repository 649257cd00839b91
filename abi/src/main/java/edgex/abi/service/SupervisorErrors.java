package edgex.abi.service;

import edgex.abi.ipc.ServiceErrors;

/** Errors of {@link Supervisor}. */
public final class SupervisorErrors {
  /** There is no such process, component, command or file. */
  public static final int NOT_FOUND = ServiceErrors.FIRST_OF_SERVICE;

  /** The file is not a program of this machine. */
  public static final int NOT_A_PROGRAM = ServiceErrors.FIRST_OF_SERVICE + 1;

  /** A table is full. */
  public static final int TOO_MANY = ServiceErrors.FIRST_OF_SERVICE + 2;

  /** The process has not ended. */
  public static final int STILL_RUNNING = ServiceErrors.FIRST_OF_SERVICE + 3;

  /** There is nothing more. */
  public static final int END = ServiceErrors.FIRST_OF_SERVICE + 4;

  /** The client's capability does not allow it. */
  public static final int NOT_PERMITTED = ServiceErrors.FIRST_OF_SERVICE + 5;

  /** The action does not exist. */
  public static final int INVALID_ACTION = ServiceErrors.FIRST_OF_SERVICE + 6;

  private SupervisorErrors() {}
}
