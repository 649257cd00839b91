package edgex.apps.tools;

import edgex.abi.ObjectType;
import edgex.abi.ipc.ServiceException;
import edgex.abi.service.CapabilityStatus;
import edgex.abi.service.ProcessStatus;
import edgex.abi.service.Supervisor;
import edgex.abi.service.SupervisorErrors;

/**
 * {@code caps}: the capabilities that a process holds. Each right is a letter, in the order of
 * {@code Rights}: r(ead) w(rite) x (execute) s(end) v (receive) g(rant) i(nspect) c(ontrol).
 */
final class CapabilitiesCommand implements Command {
  private static final String RIGHT_LETTERS = "rwxsvgic";

  @Override
  public String usage() {
    return "PROCESS|NAME";
  }

  @Override
  public void run(Invocation invocation) throws UsageException, CommandException {
    String wanted = invocation.onlyArgument("process, by number or name; 'ps' shows them");
    Supervisor supervisor = invocation.services().supervisor();
    int process = find(supervisor, wanted);
    Table table = new Table(">HANDLE", "TYPE", "RIGHTS", ">BADGE", ">OBJECT");
    CapabilityStatus status = next(supervisor, process, 0);
    while (status != null) {
      addRow(table, status);
      status = next(supervisor, process, status.position());
    }
    table.print(invocation.out());
  }

  private static int find(Supervisor supervisor, String wanted) throws CommandException {
    int number = Numbers.parsePositive(wanted);
    if (number > 0) {
      return number;
    }
    ProcessStatus status = ProcessesCommand.next(supervisor, 0);
    while (status != null) {
      if (status.name().equals(wanted)) {
        return status.process();
      }
      status = ProcessesCommand.next(supervisor, status.process());
    }
    throw new CommandException("there is no process '" + wanted + "'");
  }

  private static CapabilityStatus next(Supervisor supervisor, int process, int position)
      throws CommandException {
    try {
      return supervisor.nextCapability(process, position);
    } catch (ServiceException failure) {
      if (failure.code() == SupervisorErrors.END) {
        return null;
      }
      throw new CommandException(Failures.ofSupervisor(failure, "process " + process), failure);
    }
  }

  private static void addRow(Table table, CapabilityStatus status) {
    table.add(
        Integer.toHexString(status.handle()),
        typeName(status.type()),
        rights(status.rights()),
        status.badge() == 0 ? "-" : Long.toHexString(status.badge()),
        Integer.toString(status.object()));
  }

  private static String rights(int rights) {
    StringBuilder letters = new StringBuilder();
    for (int bit = 0; bit < RIGHT_LETTERS.length(); bit++) {
      boolean held = (rights >> bit & 1) != 0;
      letters.append(held ? RIGHT_LETTERS.charAt(bit) : '-');
    }
    return letters.toString();
  }

  private static String typeName(int type) {
    return switch (type) {
      case ObjectType.PROCESS -> "process";
      case ObjectType.THREAD -> "thread";
      case ObjectType.ENDPOINT -> "endpoint";
      case ObjectType.REPLY -> "reply";
      case ObjectType.NOTIFICATION -> "notification";
      case ObjectType.MEMORY -> "memory";
      case ObjectType.INTERRUPT -> "interrupt";
      case ObjectType.DEVICE -> "device";
      case ObjectType.SYSTEM -> "system";
      default -> "type " + type;
    };
  }
}
