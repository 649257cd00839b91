package edgex.host.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
    jar(root.resolve("abi/target/abi-0.1.0.jar"));
    jar(root.resolve("apps/shell/target/apps-shell-0.1.0.jar"));
    jar(folder.resolve("elsewhere/library.jar"));
  }

  private static void jar(Path file) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, "");
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
