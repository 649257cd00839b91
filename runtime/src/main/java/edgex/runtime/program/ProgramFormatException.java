package edgex.runtime.program;

/** The file is not a program that this machine can start; the message says why. */
public final class ProgramFormatException extends Exception {
  private static final long serialVersionUID = 1;

  /** With what is wrong. */
  public ProgramFormatException(String message) {
    super(message);
  }
}
