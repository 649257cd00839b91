package edgex.onnx;

/**
 * A run of a loaded model that failed: an input of the wrong shape or type, values that an operator
 * cannot work with, or more memory than allowed. The model stays usable.
 */
public final class InferenceException extends Exception {
  /** Creates the exception with a message meant for the person who supplied model and input. */
  public InferenceException(String message) {
    super(message);
  }
}
