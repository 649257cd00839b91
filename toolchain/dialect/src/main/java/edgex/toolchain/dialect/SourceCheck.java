package edgex.toolchain.dialect;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Checks source files for what the kernel dialect forbids and the compiler leaves no trace of. */
public final class SourceCheck {
  private static final Pattern COMMENT_OR_TEXT =
      Pattern.compile("(?s)/\\*.*?\\*/|//[^\\n]*|\"(?:\\\\.|[^\"\\\\\\n])*\"");

  private static final Pattern INFERRED = Pattern.compile("\\bvar\\s+(\\w+)\\s*[=:]");
  private static final Pattern ANYTHING_IN_LINE = Pattern.compile("[^\\n]");

  private SourceCheck() {}

  /**
   * Checks all Java sources below a folder.
   *
   * @return the violations by file and line; none if the code is good
   * @throws IOException if the folder cannot be read or holds no sources
   */
  public static List<Violation> run(Path folder) throws IOException {
    List<Path> sources;
    try (Stream<Path> paths = Files.walk(folder)) {
      sources = paths.filter(path -> path.toString().endsWith(".java")).sorted().toList();
    }
    if (sources.isEmpty()) {
      throw new IOException("no Java sources in " + folder);
    }
    List<Violation> violations = new ArrayList<>();
    for (Path source : sources) {
      check(source.getFileName().toString(), Files.readString(source), violations);
    }
    return violations;
  }

  private static void check(String file, String source, List<Violation> violations) {
    String code =
        COMMENT_OR_TEXT
            .matcher(source)
            .replaceAll(skipped -> ANYTHING_IN_LINE.matcher(skipped.group()).replaceAll(" "));
    Matcher inferred = INFERRED.matcher(code);
    while (inferred.find()) {
      int line = (int) code.substring(0, inferred.start()).lines().count();
      violations.add(
          new Violation(Rule.VAR, file, line, inferred.group(1), "a variable of inferred type"));
    }
  }
}
