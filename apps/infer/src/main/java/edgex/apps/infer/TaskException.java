package edgex.apps.infer;

/** A task that failed, for a file that the user named. */
final class TaskException extends Exception {
  private final String path;

  /**
   * A failure.
   *
   * @param path the file that is to blame
   * @param cause whose message says why
   */
  TaskException(String path, Exception cause) {
    super(cause.getMessage(), cause);
    this.path = path;
  }

  /** The file that is to blame. */
  String path() {
    return path;
  }
}
