package edgex.apps.shell;

/** A line that is no command line; the message says what is wrong with it. */
final class SyntaxException extends Exception {
  private static final long serialVersionUID = 1;

  SyntaxException(String message) {
    super(message);
  }
}
