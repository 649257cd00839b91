package edgex.onnx.model;

import java.io.IOException;

/**
 * The files beside a model that hold the elements of its large tensors.
 *
 * <p>A model names them by a path relative to its own. Implementations never see an absolute path
 * or one that leads upwards: the reader refuses those.
 */
public interface ExternalData {
  /** For a model that must be whole in itself. */
  ExternalData NONE =
      (path, offset, length) -> {
        throw new IOException("the model was read without the files beside it");
      };

  /**
   * Reads a part of a file.
   *
   * @param path path relative to the model, its parts separated by {@code /}
   * @param offset first byte
   * @param length number of bytes
   * @return exactly {@code length} bytes
   * @throws IOException if the file does not have them; the message is shown to the user
   */
  byte[] read(String path, long offset, int length) throws IOException;
}
