package edgex.apps.tools;

import edgex.abi.ipc.ServiceException;
import edgex.abi.service.Log;
import edgex.abi.service.LogErrors;
import edgex.abi.service.LogRecord;
import java.io.PrintStream;

/**
 * {@code log}: the records of the system log, oldest first, of a level and those more important;
 * with {@code -f} also those that come, until it is ended.
 */
final class LogCommand implements Command {
  private static final String[] LEVELS = {"error", "warning", "information", "debug"};
  private static final int POLL_MILLISECONDS = 200;

  @Override
  public String usage() {
    return "[-f] [error|warning|information|debug]";
  }

  @Override
  public void run(Invocation invocation) throws UsageException, CommandException {
    boolean follow = false;
    int level = Log.DEBUG;
    for (String argument : invocation.arguments()) {
      if (argument.equals("-f")) {
        follow = true;
      } else {
        level = parseLevel(argument);
      }
    }
    Log log = invocation.services().log();
    long sequence = printFrom(0, level, log, invocation.out());
    while (follow && !invocation.out().checkError()) {
      pause();
      sequence = printFrom(sequence, level, log, invocation.out());
    }
  }

  private static int parseLevel(String word) throws UsageException {
    for (int i = 0; i < LEVELS.length; i++) {
      if (LEVELS[i].equals(word)) {
        return Log.ERROR + i;
      }
    }
    throw new UsageException("there is no level '" + word + "'");
  }

  /** Shows the records from a sequence number on; the number after the last one. */
  private static long printFrom(long sequence, int level, Log log, PrintStream out)
      throws CommandException {
    long next = sequence;
    LogRecord entry = read(log, next);
    while (entry != null) {
      if (entry.level() <= level) {
        out.println(
            Numbers.preciseSeconds(entry.timeNanos())
                + " "
                + LEVELS[entry.level() - Log.ERROR]
                + " "
                + entry.writer()
                + ": "
                + entry.text().stripTrailing());
      }
      next = entry.sequence() + 1;
      entry = read(log, next);
    }
    return next;
  }

  private static LogRecord read(Log log, long sequence) throws CommandException {
    try {
      return log.read(sequence);
    } catch (ServiceException failure) {
      if (failure.code() == LogErrors.END) {
        return null;
      }
      throw new CommandException(Failures.of("log", failure), failure);
    }
  }

  private static void pause() throws CommandException {
    try {
      Thread.sleep(POLL_MILLISECONDS);
    } catch (InterruptedException interrupted) {
      throw new CommandException("interrupted", interrupted);
    }
  }
}
