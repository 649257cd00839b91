package edgex.abi.service;

/**
 * What a path names.
 *
 * @param kind {@link #FILE} or {@link #DIRECTORY}
 * @param flags {@link #FLAG_PROGRAM} or 0
 * @param sizeBytes length of a file; number of entries of a directory
 */
public record FileStatus(int kind, int flags, long sizeBytes) {
  /** A file. */
  public static final int FILE = 1;

  /** A directory. */
  public static final int DIRECTORY = 2;

  /** The file is a program that may be started. */
  public static final int FLAG_PROGRAM = 1;
}
