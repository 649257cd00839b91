package edgex.picture;

/** A picture file that cannot be decoded; the message says why. */
public final class PictureFormatException extends Exception {
  /** Creates the exception with a message meant for the person who supplied the file. */
  public PictureFormatException(String message) {
    super(message);
  }
}
