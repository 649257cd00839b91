package edgex.host.cli;

/** A failure that the user can act on; only its message is shown. */
final class UserException extends Exception {
  private static final long serialVersionUID = 1L;

  private final int exitStatus;

  UserException(String message) {
    this(message, ExitStatus.FAILURE);
  }

  UserException(String message, int exitStatus) {
    super(message);
    this.exitStatus = exitStatus;
  }

  int exitStatus() {
    return exitStatus;
  }
}
