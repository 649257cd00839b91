package edgex.toolchain.image;

/** An image cannot be built; the message names file and line and says what to do. */
public final class ImageException extends Exception {
  private static final long serialVersionUID = 1L;

  /** Creates a failure whose message is shown to the user as it stands. */
  public ImageException(String message) {
    super(message);
  }

  /** Creates a failure with the exception that led to it. */
  public ImageException(String message, Throwable cause) {
    super(message, cause);
  }
}
