package edgex.apps.tools;

/** The arguments of a command make no sense; the message says which and why. */
final class UsageException extends Exception {
  private static final long serialVersionUID = 1;

  UsageException(String message) {
    super(message);
  }
}
