package edgex.tests.system;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** Commands typed at the shell's prompt, and what they show. */
final class ShellSession implements AutoCloseable {
  private static final String PROMPT = "edgex> ";

  private static final Pattern PROMPT_AT_END = Pattern.compile("(?s)^(.*)\r\n" + PROMPT + "\\z");

  private final Guest guest;

  private ShellSession(Guest guest) {
    this.guest = guest;
  }

  /** Boots the default image and waits for the prompt. */
  static ShellSession boot(Path folder) throws Exception {
    Guest guest = Guest.boot(folder);
    ShellSession session = new ShellSession(guest);
    session.awaitPrompt();
    return session;
  }

  Guest guest() {
    return guest;
  }

  /** Waits for the prompt. */
  void awaitPrompt() throws InterruptedException {
    guest.expect(PROMPT);
  }

  /** Comes back to an empty line at the prompt, whatever went before. */
  void interrupt() throws Exception {
    guest.type("\u0003");
    guest.expect("^C");
    guest.expect(PROMPT_AT_END);
  }

  /** Runs a command; the lines that it shows. */
  List<String> run(String command) throws Exception {
    guest.type(command + "\r");
    return linesToPrompt();
  }

  /** Runs a command that shows one line. */
  String line(String command) throws Exception {
    return String.join("\n", run(command));
  }

  /** What has been shown up to the next prompt, without the line that was typed. */
  List<String> linesToPrompt() throws InterruptedException {
    String shown = guest.expect(PROMPT_AT_END).group(1);
    int end = shown.indexOf("\r\n");
    return end < 0 ? List.of() : Arrays.asList(shown.substring(end + 2).split("\r\n", -1));
  }

  /** The row of a table whose second column is this. */
  List<String> row(String command, String name) throws Exception {
    List<String> lines = run(command);
    return lines.stream()
        .map(line -> Arrays.asList(line.strip().split("\\s+", -1)))
        .filter(cells -> cells.size() > 1 && cells.get(1).equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no row of " + name + " in " + lines));
  }

  @Override
  public void close() {
    guest.close();
  }
}
