package edgex.runtime.image;

/** The boot image is malformed; the message says where. */
public final class ImageFormatException extends Exception {
  private static final long serialVersionUID = 1;

  /** With what is wrong. */
  public ImageFormatException(String message) {
    super(message);
  }
}
