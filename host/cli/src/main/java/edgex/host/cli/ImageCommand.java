package edgex.host.cli;

import edgex.host.build.BuildException;
import edgex.host.build.BuiltImage;
import edgex.host.build.DiskErrors;
import edgex.host.build.SystemBuilder;
import edgex.toolchain.image.Board;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./edgex image}: builds a kernel and a boot image without running them. */
@Command(
    name = "image",
    mixinStandardHelpOptions = true,
    description = "Build the kernel and the boot image; print their SHA-256 and paths.")
final class ImageCommand implements Callable<Integer> {
  private static final int BUFFER_BYTES = 1 << 16;

  @Option(
      names = "--arch",
      paramLabel = "ARCH",
      description = "For which processor (default: the board's, or x86_64).")
  String architectureName;

  @Option(names = "--board", paramLabel = "NAME", description = "A machine of boards/.")
  String boardName;

  @Option(
      names = "--image",
      paramLabel = "NAME",
      defaultValue = "default",
      description = "An image of images/ (default: ${DEFAULT-VALUE}).")
  String imageName;

  @Option(names = "--output", paramLabel = "FILE", description = "Also copy the boot image there.")
  Path output;

  @Spec CommandSpec spec;

  @Override
  public Integer call() throws UserException, BuildException, InterruptedException {
    Workspace workspace = Workspace.current();
    Board board = Targets.board(workspace.root(), boardName, architectureName);
    SystemBuilder builder = new SystemBuilder(workspace.root(), workspace.progress());
    BuiltImage built = builder.build(imageName, board);
    Path image = built.image();
    try {
      if (output != null) {
        Files.copy(image, output, StandardCopyOption.REPLACE_EXISTING);
        image = output;
      }
      PrintWriter printer = spec.commandLine().getOut();
      printer.println(sha256(built.kernel()) + "  " + built.kernel());
      printer.println(sha256(image) + "  " + image);
      return 0;
    } catch (IOException cause) {
      throw new UserException(DiskErrors.explain(cause));
    }
  }

  private static String sha256(Path file) throws IOException {
    try (InputStream content = Files.newInputStream(file)) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      DigestInputStream stream = new DigestInputStream(content, digest);
      byte[] buffer = new byte[BUFFER_BYTES];
      while (stream.read(buffer) >= 0) {
        // Reading feeds the digest.
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every JDK has SHA-256", missing);
    }
  }
}
