package edgex.host.machine;

/** The emulated machine cannot be run; the message says what to do. */
public final class MachineException extends Exception {
  private static final long serialVersionUID = 1L;

  /** Creates a failure whose message is shown to the user as it stands. */
  public MachineException(String message) {
    super(message);
  }

  /** Creates a failure with the exception that led to it. */
  public MachineException(String message, Throwable cause) {
    super(message, cause);
  }
}
