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
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Compares every pom.xml, every qualified name in the sources and every class that a class file
 * refers to with the table {@code rules.txt}. The sources show constants, which the compiler
 * copies; the class files show types that no source names.
 */
public final class DependencyCheck {
  private static final Pattern QUALIFIED_NAME =
      Pattern.compile("\\b(edgex(?:\\.[a-z][a-z0-9_]*)+)\\.[A-Z*]");
  private static final Pattern COMMENT_OR_TEXT =
      Pattern.compile("(?s)/\\*.*?\\*/|//[^\\n]*|\"\"\".*?\"\"\"|\"(?:\\\\.|[^\"\\\\\\n])*\"");
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
      checkSources(module.folder());
    }
    checkClasses(modules.stream().map(Module::folder).toList());
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

  private void checkSources(String folder) throws IOException {
    for (Path source : sources(folder)) {
      String code = COMMENT_OR_TEXT.matcher(Files.readString(source)).replaceAll(" ");
      TreeSet<String> packages = new TreeSet<>();
      Matcher matcher = QUALIFIED_NAME.matcher(code);
      while (matcher.find()) {
        packages.add(matcher.group(1));
      }
      for (String used : packages) {
        String other = folderOfPackage.get(used);
        if (other != null && !rules.allows(folder, other)) {
          refuse(root.relativize(source) + ": may not name", used, other);
        }
      }
    }
  }

  private void checkClasses(List<String> folders) throws IOException {
    Map<String, ModuleClasses> classesOf = new TreeMap<>();
    for (String folder : folders) {
      if (!sources(folder).isEmpty()) {
        classesOf.put(folder, ModuleClasses.read(root.resolve(folder)));
      }
    }
    classesOf.forEach(
        (folder, classes) -> {
          if (classes.names().isEmpty()) {
            violations.add(folder + ": has no class files: build all modules first");
          }
          for (String used : classes.used()) {
            List<String> owners =
                classesOf.keySet().stream()
                    .filter(other -> classesOf.get(other).names().contains(used))
                    .toList();
            if (!owners.isEmpty()
                && owners.stream().noneMatch(owner -> rules.allows(folder, owner))) {
              refuse(folder + ": its class files may not use", used, owners.get(0));
            }
          }
        });
  }

  private void refuse(String what, String used, String owner) {
    violations.add(what + " " + used + " of " + owner + " (see rules.txt)");
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
