package edgex.apps.tools;

import edgex.abi.ipc.ServiceException;
import edgex.abi.service.MachineStatus;

/**
 * {@code uptime}: the time since boot, and how much of it the processors were idle. With a number:
 * the same of so many seconds from now on, and how often interrupts ended the idleness meanwhile;
 * the command's own alarm at the end of the time is one of them.
 */
final class UptimeCommand implements Command {
  private static final long MILLISECONDS_PER_SECOND = 1_000;

  @Override
  public String usage() {
    return "[SECONDS]";
  }

  @Override
  public void run(Invocation invocation) throws UsageException, CommandException {
    if (invocation.arguments().length == 0) {
      MachineStatus status = machine(invocation.services());
      String idle = idle(status.processors(), status.idleNanos(), status.upNanos());
      invocation.out().println("up " + Numbers.duration(status.upNanos()) + ", " + idle);
    } else {
      watch(parseSeconds(invocation.onlyArgument("number of seconds")), invocation);
    }
  }

  private static int parseSeconds(String word) throws UsageException {
    int seconds = Numbers.parsePositive(word);
    if (seconds < 0) {
      throw new UsageException("'" + word + "' is no number of seconds");
    }
    return seconds;
  }

  private static void watch(int seconds, Invocation invocation) throws CommandException {
    MachineStatus before = machine(invocation.services());
    try {
      Thread.sleep(seconds * MILLISECONDS_PER_SECOND);
    } catch (InterruptedException interrupted) {
      throw new CommandException("interrupted", interrupted);
    }
    MachineStatus after = machine(invocation.services());
    long spentNanos = after.upNanos() - before.upNanos();
    String idle = idle(after.processors(), after.idleNanos() - before.idleNanos(), spentNanos);
    long wakeups = after.idleWakeups() - before.idleWakeups();
    invocation
        .out()
        .println(Numbers.seconds(spentNanos) + " s, " + idle + ", woken " + wakeups + " times");
  }

  private static String idle(int processors, long idleNanos, long spentNanos) {
    return processors
        + (processors == 1 ? " processor, " : " processors, ")
        + Numbers.percent(idleNanos, spentNanos * processors)
        + " % idle";
  }

  /** Asks for the state of the machine. */
  static MachineStatus machine(Services services) throws CommandException {
    try {
      return services.supervisor().machine();
    } catch (ServiceException failure) {
      throw new CommandException(Failures.of("supervisor", failure), failure);
    }
  }
}
