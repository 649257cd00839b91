package edgex.toolchain.aot;

/** A program could not be compiled; the message says what is wrong and, where known, what to do. */
public final class AotException extends Exception {
  private static final long serialVersionUID = 1L;

  /** Creates a failure whose message is shown to the user as it stands. */
  public AotException(String message) {
    super(message);
  }

  /** Creates a failure with the exception that led to it. */
  public AotException(String message, Throwable cause) {
    super(message, cause);
  }
}
