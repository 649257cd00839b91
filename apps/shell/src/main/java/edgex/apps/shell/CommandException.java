package edgex.apps.shell;

/** A command cannot be run; the message says why, the status is what {@code $?} becomes. */
final class CommandException extends Exception {
  /** As in POSIX shells: the command was not found. */
  static final int NOT_FOUND_STATUS = 127;

  /** As in POSIX shells: the command was found but could not be started. */
  static final int NOT_STARTED_STATUS = 126;

  private static final long serialVersionUID = 1;

  private final int status;

  CommandException(String message, int status) {
    super(message);
    this.status = status;
  }

  int status() {
    return status;
  }
}
