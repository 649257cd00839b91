package edgex.toolchain.dependencies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The project itself keeps its rules, and planted violations are found. */
final class DependencyCheckTest {
  @TempDir Path root;
  private final Map<String, Path> sourceFiles = new TreeMap<>();

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
  void aNameIsFoundWithoutADependency() throws IOException {
    modules("abi", "libraries/tensor", "runtime");
    module("abi", "");
    module("libraries/tensor", "");
    module("runtime", dependency("abi", ""));
    source("abi", "edgex.abi", "", "");
    source("runtime", "edgex.runtime", "import edgex.abi.*;", "");
    String comment = "/** {@link edgex.runtime.Sample} */ // edgex.runtime.Sample\n";
    String text = "String text = \"\\\"edgex.runtime.Sample\";";
    source("libraries/tensor", "edgex.tensor", comment, text);
    compile();
    assertEquals(List.of(), DependencyCheck.run(root));
    Path tensor = Path.of("libraries", "tensor");
    for (String name :
        new String[] {"import static edgex.runtime.Sample.ZERO;", "import edgex.runtime.*;"}) {
      source("libraries/tensor", "edgex.tensor", name, "");
      assertRefused(tensor, "may not name edgex.runtime of runtime (see rules.txt)");
    }
    source("libraries/tensor", "edgex.tensor", "", "int zero = edgex.runtime.Sample.ZERO;");
    assertRefused(tensor, "may not name edgex.runtime of runtime (see rules.txt)");
  }

  private void assertRefused(Path folder, String reason) throws IOException {
    List<String> found = DependencyCheck.run(root);
    assertEquals(1, found.size(), found::toString);
    assertTrue(found.get(0).startsWith(folder.toString()), found::toString);
    assertTrue(found.get(0).endsWith(reason), found::toString);
  }

  @Test
  void aTypeThatNoSourceNamesIsFoundInTheClassFile() throws IOException {
    modules("abi", "libraries/tensor", "runtime");
    module("abi", "");
    module("libraries/tensor", "");
    module("runtime", dependency("abi", ""));
    source("abi", "edgex.abi", "", "");
    source("runtime", "edgex.runtime", "", "");
    source("libraries/tensor", "edgex.tensor", "", "");
    source("abi", "edgex.abi", "", "public static edgex.runtime.Sample[] get() { return null; }");
    source("libraries/tensor", "edgex.tensor", "", "int n = edgex.abi.Sample.get().length;");
    compile();
    source("abi", "edgex.abi", "", "");
    source("libraries/tensor", "edgex.tensor", "", "");
    assertEquals(
        List.of(
            "abi: its class files may not use edgex.runtime.Sample of runtime (see rules.txt)",
            "libraries/tensor: its class files may not use edgex.abi.Sample of abi (see rules.txt)",
            "libraries/tensor: its class files may not use edgex.runtime.Sample of runtime"
                + " (see rules.txt)"),
        DependencyCheck.run(root));
  }

  @Test
  void aModuleThatIsNotCompiledIsFound() throws IOException {
    modules("abi");
    module("abi", "");
    source("abi", "edgex.abi", "", "");
    assertEquals(
        List.of("abi: has no class files: build all modules first"), DependencyCheck.run(root));
    compile();
    assertEquals(List.of(), DependencyCheck.run(root));
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

  /** A module's only class: what stands before it, and what stands in it. */
  private void source(String folder, String packageName, String before, String members)
      throws IOException {
    Path sources = sourceFile(folder, packageName);
    Files.createDirectories(sources.getParent());
    Files.writeString(
        sources,
        "package "
            + packageName
            + ";\n"
            + before
            + "\npublic final class Sample { public static final int ZERO = 0; "
            + members
            + "}\n");
    sourceFiles.put(folder, sources);
  }

  private Path sourceFile(String folder, String packageName) {
    return root.resolve(folder)
        .resolve("src/main/java")
        .resolve(packageName.replace('.', '/'))
        .resolve("Sample.java");
  }

  /** Compiles all sources together, as no build of Maven's would, each to its module's folder. */
  private void compile() throws IOException {
    Path together = Files.createDirectories(root.resolve("together"));
    List<String> arguments = new ArrayList<>(List.of("-proc:none", "-d", together.toString()));
    sourceFiles.values().forEach(file -> arguments.add(file.toString()));
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    assertEquals(0, compiler.run(null, null, null, arguments.toArray(String[]::new)));
    for (Map.Entry<String, Path> source : sourceFiles.entrySet()) {
      Path sources = root.resolve(source.getKey()).resolve("src/main/java");
      String name = sources.relativize(source.getValue()).toString().replace(".java", ".class");
      Path target = root.resolve(source.getKey()).resolve("target/classes").resolve(name);
      Files.createDirectories(target.getParent());
      Files.copy(together.resolve(name), target, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
