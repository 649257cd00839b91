package edgex.tensor;

/**
 * A shape, element type or value that a tensor operation cannot work with; the message says why.
 */
public class TensorException extends RuntimeException {
  /** Creates the exception with a message meant for the person who made the model or its input. */
  public TensorException(String message) {
    super(message);
  }
}
