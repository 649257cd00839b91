package edgex.apps.tools;

import edgex.abi.ipc.ServiceException;
import edgex.abi.service.MachineStatus;

/** {@code uptime}: the time since boot, and how much of it the processors were idle. */
final class UptimeCommand implements Command {
  @Override
  public String usage() {
    return "";
  }

  @Override
  public void run(Invocation invocation) throws UsageException, CommandException {
    invocation.expectNoArguments();
    MachineStatus status = machine(invocation.services());
    String processors = status.processors() == 1 ? " processor, " : " processors, ";
    invocation
        .out()
        .println(
            "up "
                + Numbers.duration(status.upNanos())
                + ", "
                + status.processors()
                + processors
                + Numbers.percent(status.idleNanos(), status.upNanos() * status.processors())
                + " % idle");
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
