package edgex.services.bootfs;

/** The boot image is malformed; the message says where. */
final class ImageFormatException extends Exception {
  private static final long serialVersionUID = 1;

  ImageFormatException(String message) {
    super(message);
  }
}
