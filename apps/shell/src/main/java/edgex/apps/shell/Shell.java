package edgex.apps.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Runs command lines: the shell's own commands at once, all others as jobs. */
final class Shell {
  private static final byte[] NO_KEYS = {};

  private final Terminal terminal;
  private final Processes processes;
  private final Job.Wiring wiring;
  private final List<String> commandNames;
  private final List<Job> background = new ArrayList<>();
  private Job foreground;
  private Consumer<String> notices;
  private List<Statement> remaining = List.of();
  private byte[] unreadKeys = NO_KEYS;
  private int lastStatus;

  Shell(Terminal terminal, Processes processes, Job.Wiring wiring, List<String> commandNames) {
    this.terminal = terminal;
    this.processes = processes;
    this.wiring = wiring;
    this.commandNames = commandNames;
    this.notices = terminal::show;
  }

  /** Sets what shows lines that may come at any time; without it they go to the terminal. */
  void onNotice(Consumer<String> receiver) {
    notices = receiver;
  }

  /** Status of the last command. */
  int lastStatus() {
    return lastStatus;
  }

  /** The job that has the terminal, or null. */
  Job foreground() {
    return foreground;
  }

  /** What was typed for jobs that are done and that they did not read; it is said once. */
  byte[] takeUnreadKeys() {
    byte[] keys = unreadKeys;
    unreadKeys = NO_KEYS;
    return keys;
  }

  /** Starts a line. It is done when {@link #isIdle}. */
  void accept(String line) {
    try {
      remaining = Parser.parse(line);
      startNext();
    } catch (SyntaxException mistake) {
      fail(mistake.getMessage(), 2);
    }
  }

  /** Whether the shell can take another line. */
  boolean isIdle() {
    return foreground == null && remaining.isEmpty();
  }

  /** Ends the foreground job and forgets the rest of its line, and what was typed ahead. */
  void interrupt() {
    remaining = List.of();
    foreground.forgetTyped();
    foreground.kill();
  }

  /** Moves what can be moved, ends what is done, starts what follows. */
  void run() {
    if (foreground != null) {
      foreground.run();
      if (foreground.isDone()) {
        finishForeground();
        startNext();
      }
    }
    for (int i = background.size() - 1; i >= 0; i--) {
      Job job = background.get(i);
      job.run();
      if (job.isDone()) {
        background.remove(i);
        reportFailure(job);
        notices.accept(
            "[" + job.process() + "] done, status " + job.status() + ": " + job.text() + "\n");
        job.delete();
      }
    }
  }

  /** Asks to be woken when a job has something to do; false if there is something now. */
  boolean announceWait() {
    boolean nothing = foreground == null || foreground.announceWait();
    for (Job job : background) {
      nothing &= job.announceWait();
    }
    return nothing;
  }

  private void finishForeground() {
    lastStatus = foreground.status();
    reportFailure(foreground);
    unreadKeys = foreground.unreadKeys();
    foreground.delete();
    foreground = null;
  }

  private void reportFailure(Job job) {
    if (job.failure() != null) {
      notices.accept(job.failure() + "\n");
    }
  }

  private void startNext() {
    while (foreground == null && !remaining.isEmpty()) {
      Statement statement = remaining.get(0);
      remaining = remaining.subList(1, remaining.size());
      start(statement.pipeline(lastStatus));
    }
  }

  private void start(Pipeline pipeline) {
    if (pipeline.commands().size() == 1 && runBuiltIn(pipeline.commands().get(0).name())) {
      return;
    }
    try {
      Job job = Job.start(pipeline, processes, wiring);
      if (pipeline.background()) {
        background.add(job);
        terminal.show("[" + job.process() + "] " + job.text() + "\n");
        lastStatus = 0;
      } else {
        foreground = job;
      }
    } catch (CommandException failure) {
      fail(failure.getMessage(), failure.status());
    }
  }

  private boolean runBuiltIn(String name) {
    switch (name) {
      case "help" -> terminal.show(Help.text(commandNames));
      case "jobs" -> showJobs();
      default -> {
        return false;
      }
    }
    lastStatus = 0;
    return true;
  }

  private void showJobs() {
    for (Job job : background) {
      terminal.show("[" + job.process() + "] " + job.text() + "\n");
    }
  }

  private void fail(String message, int status) {
    lastStatus = status;
    terminal.show(message + "\n");
  }
}
