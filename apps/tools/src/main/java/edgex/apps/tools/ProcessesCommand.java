package edgex.apps.tools;

import edgex.abi.ipc.ServiceException;
import edgex.abi.service.ProcessStatus;
import edgex.abi.service.Supervisor;
import edgex.abi.service.SupervisorErrors;

/** {@code ps}: all processes, in order of their numbers. */
final class ProcessesCommand implements Command {
  @Override
  public String usage() {
    return "";
  }

  @Override
  public void run(Invocation invocation) throws UsageException, CommandException {
    invocation.expectNoArguments();
    Table table =
        new Table(
            ">NUMBER",
            "NAME",
            "STATE",
            ">PRIORITY",
            ">TIME s",
            ">MEMORY KiB",
            ">CAPS",
            ">RESTARTS");
    ProcessStatus status = next(invocation.services().supervisor(), 0);
    while (status != null) {
      addRow(table, status);
      status = next(invocation.services().supervisor(), status.process());
    }
    table.print(invocation.out());
  }

  /** The process with the next higher number, or null. */
  static ProcessStatus next(Supervisor supervisor, int process) throws CommandException {
    try {
      return supervisor.next(process);
    } catch (ServiceException failure) {
      if (failure.code() == SupervisorErrors.END) {
        return null;
      }
      throw new CommandException(Failures.of("supervisor", failure), failure);
    }
  }

  private static void addRow(Table table, ProcessStatus status) {
    table.add(
        Integer.toString(status.process()),
        status.name(),
        stateName(status.state()),
        Integer.toString(status.priority()),
        Numbers.seconds(status.processorNanos()),
        Numbers.kibibytes(status.memoryBytes()),
        Integer.toString(status.capabilities()),
        Integer.toString(status.restarts()));
  }

  private static String stateName(int state) {
    return switch (state) {
      case ProcessStatus.PREPARED -> "prepared";
      case ProcessStatus.READY -> "ready";
      case ProcessStatus.WAITING -> "waiting";
      case ProcessStatus.FAULTED -> "faulted";
      case ProcessStatus.ENDED -> "ended";
      default -> "state " + state;
    };
  }
}
