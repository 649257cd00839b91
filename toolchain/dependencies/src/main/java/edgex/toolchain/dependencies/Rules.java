package edgex.toolchain.dependencies;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The table of who may depend on whom. */
final class Rules {
  private final Map<String, List<String>> allowed = new TreeMap<>();

  /** Parses lines {@code FOLDER -> FOLDER ...}; {@code #} starts a comment. */
  Rules(List<String> lines) {
    for (String line : lines) {
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      int arrow = line.indexOf("->");
      if (arrow < 0) {
        throw new IllegalArgumentException("no \"->\" in the rule: " + line);
      }
      String folders = line.substring(arrow + 2).strip();
      allowed.put(
          line.substring(0, arrow).strip(),
          folders.equals("-") ? List.of() : Arrays.asList(folders.split("\\s+", -1)));
    }
  }

  /** The folder of the table that decides for a module. */
  Optional<String> ruleFor(String module) {
    return allowed.keySet().stream()
        .filter(folder -> contains(folder, module))
        .max((one, other) -> Integer.compare(one.length(), other.length()));
  }

  /** Whether a module may depend on another one. */
  boolean allows(String module, String dependency) {
    String folder = ruleFor(module).orElseThrow();
    return module.equals(dependency)
        || allowed.get(folder).stream().anyMatch(other -> contains(other, dependency));
  }

  private static boolean contains(String folder, String module) {
    return module.equals(folder) || module.startsWith(folder + "/");
  }
}
