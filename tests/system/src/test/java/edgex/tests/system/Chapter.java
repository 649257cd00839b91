package edgex.tests.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a reader of a chapter of the book does, in order. Of its blocks of code:
 *
 * <ul>
 *   <li>{@code sh} is typed at the host's shell;
 *   <li>{@code text} is what the block before it prints, where {@code ...} stands for any lines;
 *   <li>one below a line that is a path is the content of that file;
 *   <li>one without a language is a session at the guest's shell: the lines behind the prompt are
 *       typed, the others come back.
 * </ul>
 */
final class Chapter {
  /** What stands before each command that is typed in the guest. */
  private static final String PROMPT = "edgex> ";

  private static final Pattern BLOCK =
      Pattern.compile("(?ms)(?:^`([^`\\n]+)`:\\n\\n)?^```(\\w*)\\n(.*?)^```$");

  private Chapter() {}

  /** Something that the reader does. */
  sealed interface Step permits Typed, Written {}

  /**
   * Commands for the host's shell.
   *
   * @param commands one or more lines
   * @param output what is printed on standard output; null if the chapter does not show it
   */
  record Typed(String commands, String output) implements Step {
    /** True if this is what the chapter says that the commands print. */
    boolean isPrinted(String actual) {
      String pattern =
          output
              .lines()
              .map(line -> line.equals("...") ? "(?:.*\\n)*" : Pattern.quote(line + "\n"))
              .collect(Collectors.joining());
      return actual.matches(pattern);
    }

    /** True if nothing of EdgeX is built or run. */
    boolean isEditing() {
      return commands.lines().noneMatch(line -> line.matches("(\\./edgex|mvn) .*"));
    }
  }

  /** A file that is written. */
  record Written(Path file, String content) implements Step {}

  /** Reads the steps of a chapter. */
  static List<Step> read(Path chapter) throws IOException {
    List<Step> steps = new ArrayList<>();
    Matcher block = BLOCK.matcher(Files.readString(chapter));
    while (block.find()) {
      String content = block.group(3);
      if (block.group(1) != null) {
        steps.add(new Written(Path.of(block.group(1)), content));
      } else if (block.group(2).equals("sh")) {
        // Line by line, as it is typed: the output belongs to the last one.
        content.lines().forEach(line -> steps.add(new Typed(line, null)));
      } else if (block.group(2).equals("text")) {
        Typed last = (Typed) steps.remove(steps.size() - 1);
        steps.add(new Typed(last.commands(), content));
      } else if (content.startsWith(PROMPT)) {
        steps.add(session(content));
      }
    }
    return steps;
  }

  /** The same commands, given to one run of the guest. */
  private static Typed session(String transcript) {
    List<String> commands = new ArrayList<>();
    StringBuilder output = new StringBuilder();
    transcript
        .lines()
        .forEach(
            line -> {
              if (line.startsWith(PROMPT)) {
                commands.add(line.substring(PROMPT.length()));
              } else {
                output.append(line).append('\n');
              }
            });
    return new Typed("./edgex run -- '" + String.join("; ", commands) + "'", output.toString());
  }
}
