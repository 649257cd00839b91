package edgex.host.machine;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The kernel's command line: options, and after {@code " -- "} the shell command to run instead of
 * an interactive session.
 */
public final class CommandLine {
  /**
   * The word that makes a kernel begin its output with a form feed, which tells it from the
   * firmware's. Kernels of boards where QEMU's own firmware speaks always do.
   */
  public static final String FORM_FEED = "form-feed";

  /** Bytes of a path that stand for themselves in an option. */
  private static final String PLAIN = "/._-";

  private CommandLine() {}

  /**
   * Builds the line.
   *
   * @param firstOption comes first, so that {@code " -- "} always has a word before it
   * @param filesToSend guest paths of the files that the guest sends after the command
   * @param command one word: taken as a line for the guest's shell as it is; several: each becomes
   *     one word of that line, whatever characters it has; none: an interactive session
   */
  public static String of(String firstOption, List<String> filesToSend, List<String> command) {
    List<String> parts = new ArrayList<>(List.of(firstOption));
    for (String path : filesToSend) {
      parts.add("get=" + percentEncode(path));
    }
    if (!command.isEmpty()) {
      parts.add("--");
      parts.add(command.size() == 1 ? command.get(0) : shellLine(command));
    }
    return String.join(" ", parts);
  }

  /** Words as a line that the guest's shell splits into the same words. */
  static String shellLine(List<String> words) {
    return String.join(" ", words.stream().map(CommandLine::quote).toList());
  }

  private static String quote(String word) {
    if (word.matches("[A-Za-z0-9/._:=,@%+-]+")) {
      return word;
    }
    return "'" + word.replace("'", "'\\''") + "'";
  }

  private static String percentEncode(String text) {
    StringBuilder encoded = new StringBuilder();
    for (byte value : text.getBytes(StandardCharsets.UTF_8)) {
      char character = (char) value;
      if (value > 0 && (Character.isLetterOrDigit(character) || PLAIN.indexOf(character) >= 0)) {
        encoded.append(character);
      } else {
        encoded.append(String.format("%%%02x", value & 0xff));
      }
    }
    return encoded.toString();
  }
}
