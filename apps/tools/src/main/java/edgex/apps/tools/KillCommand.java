package edgex.apps.tools;

import edgex.abi.ipc.ServiceException;
import edgex.abi.service.Supervisor;

/** {@code kill}: ends processes. */
final class KillCommand implements Command {
  @Override
  public String usage() {
    return "PROCESS...";
  }

  @Override
  public void run(Invocation invocation) throws UsageException, CommandException {
    String[] arguments = invocation.arguments();
    if (arguments.length == 0) {
      throw new UsageException("which process? 'ps' shows their numbers");
    }
    int[] processes = new int[arguments.length];
    for (int i = 0; i < arguments.length; i++) {
      processes[i] = Numbers.parsePositive(arguments[i]);
      if (processes[i] < 0) {
        throw new UsageException("'" + arguments[i] + "' is not the number of a process");
      }
    }
    Supervisor supervisor = invocation.services().supervisor();
    for (int process : processes) {
      try {
        supervisor.kill(process);
      } catch (ServiceException failure) {
        invocation.fail(Failures.ofSupervisor(failure, "process " + process));
      }
    }
  }
}
