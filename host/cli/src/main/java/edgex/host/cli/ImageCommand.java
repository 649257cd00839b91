package edgex.host.cli;

import edgex.host.build.BuildException;
import edgex.host.build.BuiltImage;
import edgex.host.build.DiskBuilder;
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
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code ./edgex image}: builds kernel, boot image and a disk for firmware without running them.
 */
@Command(
    name = "image",
    mixinStandardHelpOptions = true,
    description = {
      "Build the kernel, the boot image, and a disk image with both that firmware boots;",
      "print their SHA-256 and paths."
    })
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

  @Option(names = "--output", paramLabel = "FILE", description = "Also copy the disk image there.")
  Path output;

  @Option(
      names = "--command-line",
      paramLabel = "WORDS",
      description = "What the disk tells the kernel (default: image=NAME).")
  String commandLine;

  @Spec CommandSpec spec;

  @Override
  public Integer call() throws UserException, BuildException, InterruptedException {
    Workspace workspace = Workspace.current();
    Board board = Targets.board(workspace.root(), boardName, architectureName);
    SystemBuilder builder = new SystemBuilder(workspace.root(), workspace.progress());
    BuiltImage built = builder.build(imageName, board);
    String words = commandLine == null ? "image=" + imageName : commandLine;
    Path disk = diskFile(built.image());
    DiskBuilder.write(DiskBuilder.files(builder, built, built.image(), words), disk);
    try {
      if (output != null) {
        Files.copy(disk, output, StandardCopyOption.REPLACE_EXISTING);
        disk = output;
      }
      PrintWriter printer = spec.commandLine().getOut();
      for (Path file : List.of(built.kernel(), built.image(), disk)) {
        printer.println(sha256(file) + "  " + file);
      }
      return 0;
    } catch (IOException cause) {
      throw new UserException(DiskErrors.explain(cause));
    }
  }

  /** default.img becomes default-disk.img. */
  private static Path diskFile(Path image) {
    String name = image.getFileName().toString();
    return image.resolveSibling(name.substring(0, name.lastIndexOf('.')) + "-disk.img");
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
