package edgex.toolchain.dependencies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The project itself keeps its rules, and planted violations are found. */
final class DependencyCheckTest {
  @TempDir Path root;

  @Test
  void thisProjectKeepsItsRules() throws IOException {
    assertEquals(List.of(), DependencyCheck.run(Path.of("..", "..")));
  }

  @Test
  void nobodyDependsOnTheKernel() throws IOException {
    modules("kernel/core", "services/log");
    module("kernel/core", "");
    module("services/log", dependency("kernel-core", "compile"));
    assertEquals(
        List.of("services/log/pom.xml: may not depend on kernel/core (see rules.txt)"),
        DependencyCheck.run(root));
  }

  @Test
  void anImportIsFoundWithoutADependency() throws IOException {
    modules("abi", "libraries/tensor", "runtime");
    module("abi", "");
    module("libraries/tensor", "");
    module("runtime", dependency("abi", ""));
    source("abi", "edgex.abi", "");
    source("runtime", "edgex.runtime", "import edgex.abi.Sample;");
    source("libraries/tensor", "edgex.tensor", "import static edgex.runtime.Sample.f;");
    List<String> found = DependencyCheck.run(root);
    assertEquals(1, found.size(), found::toString);
    assertTrue(found.get(0).endsWith("may not import edgex.runtime of runtime (see rules.txt)"));
    assertTrue(found.get(0).startsWith(Path.of("libraries", "tensor").toString()));
  }

  @Test
  void testScopeAndTheProcessorAreFree() throws IOException {
    modules("abi", "toolchain/processor", "toolchain/dialect");
    module("abi", dependency("toolchain-processor", "provided"));
    module("toolchain/processor", "");
    module("toolchain/dialect", dependency("abi", "test"));
    assertEquals(List.of(), DependencyCheck.run(root));
    module("abi", dependency("toolchain-dialect", "provided"));
    assertEquals(1, DependencyCheck.run(root).size());
  }

  @Test
  void aFolderWithoutARuleAndAnUnknownModuleAreFound() throws IOException {
    modules("elsewhere", "abi");
    module("elsewhere", "");
    module("abi", dependency("nothing", "test"));
    assertEquals(
        List.of(
            "elsewhere: no rule in rules.txt says what this folder may use",
            "abi/pom.xml: nothing is no module of the root"),
        DependencyCheck.run(root));
  }

  private void modules(String... folders) throws IOException {
    StringBuilder text = new StringBuilder("<project><modules>");
    for (String folder : folders) {
      text.append("<module>").append(folder).append("</module>");
    }
    Files.writeString(root.resolve("pom.xml"), text.append("</modules></project>"));
  }

  private void module(String folder, String dependencies) throws IOException {
    Files.createDirectories(root.resolve(folder));
    Files.writeString(
        root.resolve(folder).resolve("pom.xml"),
        "<project><artifactId>"
            + folder.replace('/', '-')
            + "</artifactId><dependencies>"
            + dependencies
            + "</dependencies></project>");
  }

  private static String dependency(String artifact, String scope) {
    return "<dependency><groupId>org.edgex</groupId><artifactId>"
        + artifact
        + "</artifactId><scope>"
        + scope
        + "</scope></dependency>";
  }

  private void source(String folder, String packageName, String imports) throws IOException {
    Path sources =
        root.resolve(folder).resolve("src/main/java").resolve(packageName.replace('.', '/'));
    Files.createDirectories(sources);
    Files.writeString(
        sources.resolve("Sample.java"),
        "package " + packageName + ";\n" + imports + "\npublic final class Sample {}\n");
  }
}
