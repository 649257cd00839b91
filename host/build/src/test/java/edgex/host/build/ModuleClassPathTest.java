package edgex.host.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Modules are recognised by whatever name the repository goes. */
final class ModuleClassPathTest {
  @TempDir Path folder;
  private Path root;
  private Path link;

  @BeforeEach
  void createRepository() throws IOException {
    folder = folder.toRealPath();
    root = Files.createDirectories(folder.resolve("repository"));
    link = Files.createSymbolicLink(folder.resolve("link"), root);
    jar(root.resolve("abi/target/abi-0.1.0.jar"), "edgex/abi/Errors.class");
    jar(root.resolve("apps/shell/target/apps-shell-0.1.0.jar"));
    jar(folder.resolve("elsewhere/library.jar"));
  }

  private static void jar(Path file, String... entries) throws IOException {
    Files.createDirectories(file.getParent());
    try (ZipOutputStream jar = new ZipOutputStream(Files.newOutputStream(file))) {
      for (String entry : entries) {
        jar.putNextEntry(new ZipEntry(entry));
      }
    }
  }

  private void writtenByMavenIn(Path name) throws IOException {
    Files.writeString(
        root.resolve("apps/shell/target/classpath"),
        name.resolve("abi/target/abi-0.1.0.jar")
            + File.pathSeparator
            + folder.resolve("elsewhere/library.jar"));
  }

  private void assertModules(Path name) throws BuildException {
    ModuleClassPath classPath = ModuleClassPath.read(name, name.resolve("apps/shell"));
    assertEquals(List.of(root.resolve("apps/shell"), root.resolve("abi")), classPath.modules());
    assertEquals(3, classPath.entries().size());
  }

  @Test
  void aLinkToTheRepositoryIsTheRepository() throws Exception {
    writtenByMavenIn(root);
    assertModules(root);
    assertModules(link);
    writtenByMavenIn(link);
    assertModules(root);
    assertModules(link);
  }

  @Test
  void classesAreFoundInAllJars() throws Exception {
    writtenByMavenIn(root);
    ModuleClassPath classPath = ModuleClassPath.read(root, root.resolve("apps/shell"));
    assertTrue(classPath.hasClass("edgex.abi.Errors"));
    assertFalse(classPath.hasClass("edgex.abi.Error"));
    Files.writeString(root.resolve("abi/target/abi-0.1.0.jar"), "half a jar");
    String message =
        assertThrows(BuildException.class, () -> classPath.hasClass("edgex.abi.Error"))
            .getMessage();
    assertTrue(message.contains("abi-0.1.0.jar: "), message);
  }

  @Test
  void aModuleThatIsNotBuiltIsNamed() throws IOException {
    writtenByMavenIn(root);
    Files.delete(root.resolve("apps/shell/target/apps-shell-0.1.0.jar"));
    String message =
        assertThrows(
                BuildException.class, () -> ModuleClassPath.read(root, root.resolve("apps/shell")))
            .getMessage();
    assertTrue(
        message.startsWith("module apps/shell is not built: it must be listed in pom.xml"),
        message);
  }
}
