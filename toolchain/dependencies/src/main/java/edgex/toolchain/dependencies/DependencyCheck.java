package edgex.toolchain.dependencies;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Compares every pom.xml and every import with the table {@code rules.txt}. */
public final class DependencyCheck {
  private static final Pattern IMPORT =
      Pattern.compile("(?m)^import (?:static )?(edgex(?:\\.[a-z][a-z0-9_]*)+)\\.[A-Z*]");
  private static final Pattern PACKAGE = Pattern.compile("(?m)^package ([\\w.]+);");
  private static final Path SOURCES = Path.of("src", "main", "java");

  private final Path root;
  private final Rules rules;
  private final List<String> violations = new ArrayList<>();
  private final Map<String, String> folderOfPackage = new HashMap<>();

  private DependencyCheck(Path root, Rules rules) {
    this.root = root;
    this.rules = rules;
  }

  /**
   * Checks all modules of the project.
   *
   * @param root the folder of the root pom.xml
   * @return what is wrong, one sentence each; none if all is well
   */
  public static List<String> run(Path root) throws IOException {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                DependencyCheck.class.getResourceAsStream("rules.txt"), StandardCharsets.UTF_8))) {
      return new DependencyCheck(root, new Rules(reader.lines().toList())).check();
    }
  }

  private List<String> check() throws IOException {
    List<Module> modules = new ArrayList<>();
    Map<String, String> folderOfArtifact = new HashMap<>();
    for (String folder : Module.foldersOf(root)) {
      Module module = Module.read(root, folder);
      if (rules.ruleFor(folder).isEmpty()) {
        violations.add(folder + ": no rule in rules.txt says what this folder may use");
        continue;
      }
      modules.add(module);
      folderOfArtifact.put(module.artifact(), folder);
      for (Path source : sources(folder)) {
        Matcher matcher = PACKAGE.matcher(Files.readString(source));
        if (matcher.find()) {
          folderOfPackage.putIfAbsent(matcher.group(1), folder);
        }
      }
    }
    for (Module module : modules) {
      checkPom(module, folderOfArtifact);
      checkImports(module.folder());
    }
    return violations;
  }

  private void checkPom(Module module, Map<String, String> folderOfArtifact) {
    for (Module.Dependency dependency : module.dependencies()) {
      String folder = folderOfArtifact.get(dependency.artifact());
      boolean processor =
          dependency.scope().equals("provided") && "toolchain/processor".equals(folder);
      if (folder == null) {
        violations.add(
            module.folder() + "/pom.xml: " + dependency.artifact() + " is no module of the root");
      } else if (!dependency.scope().equals("test")
          && !processor
          && !rules.allows(module.folder(), folder)) {
        violations.add(
            module.folder() + "/pom.xml: may not depend on " + folder + " (see rules.txt)");
      }
    }
  }

  private void checkImports(String folder) throws IOException {
    for (Path source : sources(folder)) {
      Matcher matcher = IMPORT.matcher(Files.readString(source));
      while (matcher.find()) {
        String other = folderOfPackage.get(matcher.group(1));
        if (other != null && !rules.allows(folder, other)) {
          violations.add(
              root.relativize(source)
                  + ": may not import "
                  + matcher.group(1)
                  + " of "
                  + other
                  + " (see rules.txt)");
        }
      }
    }
  }

  private List<Path> sources(String folder) throws IOException {
    Path sources = root.resolve(folder).resolve(SOURCES);
    if (!Files.isDirectory(sources)) {
      return List.of();
    }
    try (Stream<Path> paths = Files.walk(sources)) {
      return paths.filter(path -> path.toString().endsWith(".java")).sorted().toList();
    }
  }
}
