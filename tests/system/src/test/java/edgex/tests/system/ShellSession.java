package edgex.tests.system;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Commands typed at the shell's prompt, and what they show. */
final class ShellSession implements AutoCloseable {
  private static final String PROMPT = "edgex> ";

  /** Far more than anything takes; what never comes must fail, not hang. */
  private static final long PATIENCE_SECONDS = 120;

  private static final long PAUSE_MILLISECONDS = 50;

  private static final Pattern PROMPT_AT_END = Pattern.compile("(?s)^(.*)\r\n" + PROMPT + "\\z");

  private final Guest guest;

  private ShellSession(Guest guest) {
    this.guest = guest;
  }

  /** Boots the default image and waits for the prompt. */
  static ShellSession boot(Path folder) throws Exception {
    return boot(folder, "default");
  }

  /** Boots an image that has a shell and waits for the prompt. */
  static ShellSession boot(Path folder, String image) throws Exception {
    Guest guest = Guest.boot(folder, image);
    ShellSession session = new ShellSession(guest);
    try {
      session.awaitPrompt();
      return session;
    } catch (AssertionError | InterruptedException failure) {
      guest.close();
      throw failure;
    }
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

  /** Runs a command again and again until what it shows is as wanted; the lines. */
  List<String> await(String command, Predicate<List<String>> wanted) throws Exception {
    long deadlineNanos = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    List<String> lines = run(command);
    while (!wanted.test(lines)) {
      if (System.nanoTime() > deadlineNanos) {
        throw new AssertionError(
            "'"
                + command
                + "' never showed what was wanted, but this:\n"
                + String.join("\n", lines));
      }
      Thread.sleep(PAUSE_MILLISECONDS);
      lines = run(command);
    }
    return lines;
  }

  /** Waits until {@code ps} shows a component in a state, with a number of restarts. */
  void awaitState(String component, String state, int restarts) throws Exception {
    Pattern row =
        Pattern.compile("\\s+\\d+\\s+" + component + "\\s+" + state + "\\s.*\\s" + restarts);
    await("ps", lines -> lines.stream().anyMatch(line -> row.matcher(line).matches()));
  }

  @Override
  public void close() {
    guest.close();
  }
}
