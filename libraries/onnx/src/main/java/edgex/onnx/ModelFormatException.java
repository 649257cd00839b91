package edgex.onnx;

/** A model that cannot be loaded; the message says what is wrong and where in the file. */
public final class ModelFormatException extends Exception {
  /** Creates the exception with a message meant for the person who supplied the model. */
  public ModelFormatException(String message) {
    super(message);
  }
}
