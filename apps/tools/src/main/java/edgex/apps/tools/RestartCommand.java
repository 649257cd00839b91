package edgex.apps.tools;

import edgex.abi.ipc.ServiceException;

/** {@code restart}: ends a component and starts it again. */
final class RestartCommand implements Command {
  @Override
  public String usage() {
    return "COMPONENT";
  }

  @Override
  public void run(Invocation invocation) throws UsageException, CommandException {
    String component = invocation.onlyArgument("component; 'ps' shows their names");
    try {
      invocation.services().supervisor().restart(component);
    } catch (ServiceException failure) {
      throw new CommandException(
          Failures.ofSupervisor(failure, "component '" + component + "'"), failure);
    }
  }
}
