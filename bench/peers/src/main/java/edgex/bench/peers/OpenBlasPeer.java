package edgex.bench.peers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/**
 * OpenBLAS as Debian packages it, single-threaded, in a small program around its matrix product.
 */
public final class OpenBlasPeer {
  private static final String PACKAGE = "libopenblas-serial-dev";
  private static final String LIBRARY = "usr/lib/x86_64-linux-gnu/openblas-serial/libopenblas.a";
  private static final Duration LIMIT = Duration.ofMinutes(3);

  private final Path folder;
  private final Path program;

  private OpenBlasPeer(Path folder, Path program) {
    this.folder = folder;
    this.program = program;
  }

  /**
   * Gets the package and builds the program; nothing is installed.
   *
   * @param sources the folder with {@code gemm.c}
   * @param folder where downloads and the program are kept
   * @throws IOException with a message for the user if it cannot be had
   */
  public static OpenBlasPeer build(Path sources, Path folder, Consumer<String> progress)
      throws IOException {
    Path library = new DebianPackages(folder, progress).contents(PACKAGE).resolve(LIBRARY);
    if (!Files.isRegularFile(library)) {
      throw new PeerException("Debian's " + PACKAGE + " has no " + LIBRARY);
    }
    Path program = folder.toAbsolutePath().resolve("gemm");
    HostTool.GCC.run(
        folder,
        LIMIT,
        List.of(
            "-O2",
            "-o",
            program.toString(),
            sources.resolve("gemm.c").toAbsolutePath().toString(),
            library.toAbsolutePath().toString(),
            "-lm",
            "-lpthread"));
    return new OpenBlasPeer(folder, program);
  }

  /** Multiplies square matrices; the output has a line {@code gemm.nanos N} for each sample. */
  public String run(int size) throws IOException {
    HostTool tool = new HostTool(program.toString(), PACKAGE);
    return tool.run(folder, LIMIT, List.of(Integer.toString(size)));
  }
}
