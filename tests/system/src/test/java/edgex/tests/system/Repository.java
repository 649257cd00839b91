package edgex.tests.system;

import edgex.host.build.BuildException;
import edgex.host.build.BuiltImage;
import edgex.host.build.Progress;
import edgex.host.build.SystemBuilder;
import edgex.toolchain.aot.Architecture;
import edgex.toolchain.image.Board;
import edgex.toolchain.image.ImageException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The repository that these tests belong to, and what is built from it. */
final class Repository {
  /** Surefire runs the tests in the module's folder. */
  static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();

  private static final Architecture ARCHITECTURE = Architecture.X86_64;
  private static final String DEFAULT_IMAGE = "default";
  private static final Map<String, BuiltImage> IMAGES = new HashMap<>();

  private Repository() {}

  /** The default image; built once for all tests. */
  static BuiltImage image() throws BuildException, ImageException, InterruptedException {
    return image(DEFAULT_IMAGE);
  }

  /** An image; each is built once for all tests. */
  static synchronized BuiltImage image(String name)
      throws BuildException, ImageException, InterruptedException {
    BuiltImage known = IMAGES.get(name);
    if (known == null) {
      SystemBuilder builder = new SystemBuilder(ROOT, new Progress(System.err));
      known = builder.build(name, Board.read(ROOT, "qemu-q35"), ARCHITECTURE);
      IMAGES.put(name, known);
    }
    return known;
  }
}
