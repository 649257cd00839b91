package edgex.apps.infer;

/** A command line that makes no sense; the message says what is wrong. */
final class UsageException extends Exception {
  UsageException(String message) {
    super(message);
  }
}
