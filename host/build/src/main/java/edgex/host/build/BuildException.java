package edgex.host.build;

/** Something cannot be built; the message says what is wrong and what to do. */
public final class BuildException extends Exception {
  private static final long serialVersionUID = 1L;

  /** Creates a failure whose message is shown to the user as it stands. */
  public BuildException(String message) {
    super(message);
  }

  /** Creates a failure with the exception that led to it. */
  public BuildException(String message, Throwable cause) {
    super(message, cause);
  }
}
