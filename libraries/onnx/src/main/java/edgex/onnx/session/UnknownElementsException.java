package edgex.onnx.session;

import edgex.tensor.TensorException;

/** Thrown where a rehearsal would need elements, of which it has none. */
final class UnknownElementsException extends TensorException {
  UnknownElementsException() {
    super("the elements are not known");
  }
}
