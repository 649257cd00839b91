package edgex.apps.infer;

import edgex.onnx.ModelFormatException;
import edgex.onnx.session.Session;

/** Models made ready for what a task does with them. */
final class Prepared {
  /** Checks that a model fits a task. */
  interface Factory<T> {
    T create(Session session) throws ModelFormatException;
  }

  private Prepared() {}

  /** The model in the file, for a task; a failure names the file. */
  static <T> T of(String path, Factory<T> factory) throws TaskException {
    Session session = Inputs.session(path);
    try {
      return factory.create(session);
    } catch (ModelFormatException failure) {
      throw new TaskException(path, failure);
    }
  }
}
