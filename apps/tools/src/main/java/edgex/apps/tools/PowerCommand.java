package edgex.apps.tools;

import edgex.abi.ipc.ServiceException;

/** {@code poweroff} and {@code reboot}. */
final class PowerCommand implements Command {
  private final int action;

  /** A command that does one of the actions of {@code Supervisor}. */
  PowerCommand(int action) {
    this.action = action;
  }

  @Override
  public String usage() {
    return "";
  }

  @Override
  public void run(Invocation invocation) throws UsageException, CommandException {
    invocation.expectNoArguments();
    try {
      invocation.services().supervisor().power(action);
    } catch (ServiceException failure) {
      throw new CommandException(Failures.ofSupervisor(failure, "such power switch"), failure);
    }
  }
}
