package edgex.toolchain.kernel;

import edgex.toolchain.aot.AotException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Puts the names of its functions into a linked kernel, so that a panic can print them. */
public final class FunctionNames {
  private FunctionNames() {}

  /**
   * Writes a linked kernel with its table of function names filled in; leaves an equal file alone.
   *
   * @throws AotException if the names need more room than the linker script reserves, or a file
   *     cannot be read or written
   */
  public static void fillIn(Path linked, Path image) throws AotException {
    try {
      byte[] finished = SymbolTable.fillIn(Files.readAllBytes(linked));
      if (!Files.isRegularFile(image) || !Arrays.equals(Files.readAllBytes(image), finished)) {
        Files.write(image, finished);
      }
    } catch (IOException cause) {
      throw new AotException(image + ": cannot read or write: " + cause.getMessage(), cause);
    }
  }
}
