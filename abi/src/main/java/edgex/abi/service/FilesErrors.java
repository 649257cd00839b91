package edgex.abi.service;

import edgex.abi.ipc.ServiceErrors;

/** Errors of {@link Files}. */
public final class FilesErrors {
  /** Nothing has this path. */
  public static final int NOT_FOUND = ServiceErrors.FIRST_OF_SERVICE;

  /** The path is malformed. */
  public static final int INVALID_PATH = ServiceErrors.FIRST_OF_SERVICE + 1;

  /** A directory is needed. */
  public static final int NOT_A_DIRECTORY = ServiceErrors.FIRST_OF_SERVICE + 2;

  /** A file is needed. */
  public static final int IS_A_DIRECTORY = ServiceErrors.FIRST_OF_SERVICE + 3;

  /** No entry has this index. */
  public static final int END = ServiceErrors.FIRST_OF_SERVICE + 4;

  /** The file has no content. */
  public static final int EMPTY = ServiceErrors.FIRST_OF_SERVICE + 5;

  /** The offset or size cannot be. */
  public static final int INVALID_OFFSET = ServiceErrors.FIRST_OF_SERVICE + 6;

  /** The tree cannot be changed. */
  public static final int READ_ONLY = ServiceErrors.FIRST_OF_SERVICE + 7;

  /** The quota is used up. */
  public static final int NO_SPACE = ServiceErrors.FIRST_OF_SERVICE + 8;

  /** The path is taken. */
  public static final int EXISTS = ServiceErrors.FIRST_OF_SERVICE + 9;

  /** The directory is not empty. */
  public static final int NOT_EMPTY = ServiceErrors.FIRST_OF_SERVICE + 10;

  private FilesErrors() {}
}
