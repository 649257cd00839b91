package edgex.toolchain.kernel;

import edgex.toolchain.aot.AotException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Finishes a linked kernel, which QEMU and any PVH loader boot. */
public final class KernelBuild {
  private KernelBuild() {}

  /**
   * Writes a linked kernel with its table of function names filled in; leaves an equal file alone.
   *
   * @throws AotException if the names need more room than the linker script reserves, or a file
   *     cannot be read or written
   */
  public static void nameFunctions(Path linked, Path image) throws AotException {
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
