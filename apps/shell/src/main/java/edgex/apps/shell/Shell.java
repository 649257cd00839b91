package edgex.apps.shell;

import java.util.ArrayList;
import java.util.List;

/** Runs command lines: the shell's own commands at once, all others as jobs. */
final class Shell {
  private final Terminal terminal;
  private final Processes processes;
  private final Job.Wiring wiring;
  private final List<String> commandNames;
  private final List<Job> background = new ArrayList<>();
  private Job foreground;
  private String line = "";
  private int next;
  private int pipelines;
  private int lastStatus;

  Shell(Terminal terminal, Processes processes, Job.Wiring wiring, List<String> commandNames) {
    this.terminal = terminal;
    this.processes = processes;
    this.wiring = wiring;
    this.commandNames = commandNames;
  }

  /** Status of the last command. */
  int lastStatus() {
    return lastStatus;
  }

  /** The job that has the terminal, or null. */
  Job foreground() {
    return foreground;
  }

  /** Starts a line. It is done when {@link #isIdle}. */
  void accept(String newLine) {
    try {
      pipelines = Parser.parse(newLine, lastStatus).size();
      line = newLine;
      next = 0;
      startNext();
    } catch (SyntaxException mistake) {
      fail(mistake.getMessage(), 2);
    }
  }

  /** Whether the shell can take another line. */
  boolean isIdle() {
    return foreground == null && next == pipelines;
  }

  /** Ends the foreground job and forgets the rest of its line. */
  void interrupt() {
    dropRest();
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
        terminal.show(
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
    foreground.delete();
    foreground = null;
  }

  private void reportFailure(Job job) {
    if (job.failure() != null) {
      terminal.show(job.failure() + "\n");
    }
  }

  private void startNext() {
    while (foreground == null && next < pipelines) {
      start(nextPipeline());
    }
  }

  /** Parsed again for each, since {@code $?} is the status of the one before. */
  private Pipeline nextPipeline() {
    try {
      return Parser.parse(line, lastStatus).get(next++);
    } catch (SyntaxException impossible) {
      throw new IllegalStateException("the line was accepted before", impossible);
    }
  }

  private void dropRest() {
    next = pipelines;
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
    dropRest();
    lastStatus = status;
    terminal.show(message + "\n");
  }
}
