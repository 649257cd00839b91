package edgex.training;

/** Files that hold no data set; the message says why. */
public final class DatasetFormatException extends Exception {
  /** Creates the exception with a message meant for the person who supplied the files. */
  public DatasetFormatException(String message) {
    super(message);
  }
}
