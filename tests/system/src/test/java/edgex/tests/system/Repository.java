package edgex.tests.system;

import edgex.host.build.BuildException;
import edgex.host.build.BuiltImage;
import edgex.host.build.Progress;
import edgex.host.build.SystemBuilder;
import edgex.toolchain.image.Board;
import edgex.toolchain.image.ImageException;
import java.nio.file.Path;

/** The repository that these tests belong to, and what is built from it. */
final class Repository {
  /** Surefire runs the tests in the module's folder. */
  static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();

  private static final String BOARD = "qemu-q35";
  private static BuiltImage image;

  private Repository() {}

  /** The default image; built once for all tests. */
  static synchronized BuiltImage image()
      throws BuildException, ImageException, InterruptedException {
    if (image == null) {
      SystemBuilder builder = new SystemBuilder(ROOT, new Progress(System.err));
      image = builder.build("default", Board.read(ROOT, BOARD));
    }
    return image;
  }
}
