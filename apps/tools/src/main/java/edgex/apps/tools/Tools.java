package edgex.apps.tools;

import edgex.abi.service.Supervisor;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.Arrays;

/**
 * The program. Its first argument names the command. Results go to standard output, a failure is a
 * line on standard error that begins with the command's name.
 */
public final class Tools {
  /** Exit status of a command that did all it was asked. */
  public static final int SUCCESS = 0;

  /** Exit status when something could not be done. */
  public static final int FAILURE = 1;

  /** Exit status when the command line makes no sense. */
  public static final int USAGE = 2;

  private Tools() {}

  /** Runs a command and exits with its status. */
  public static void main(String[] arguments) {
    int status = run(arguments, System.in, System.out, System.err, new GrantedServices());
    System.out.flush();
    System.err.flush();
    System.exit(status);
  }

  static int run(
      String[] arguments, InputStream in, PrintStream out, PrintStream err, Services services) {
    String name = arguments.length == 0 ? "" : arguments[0];
    Command command = find(name);
    if (command == null) {
      err.println("tools: unknown command '" + name + "'");
      return USAGE;
    }
    String[] rest = Arrays.copyOfRange(arguments, 1, arguments.length);
    Invocation invocation = new Invocation(name, rest, in, out, err, services);
    try {
      command.run(invocation);
    } catch (UsageException refused) {
      err.println(name + ": " + refused.getMessage());
      err.println(("usage: " + name + " " + command.usage()).strip());
      return USAGE;
    } catch (CommandException failure) {
      invocation.fail(failure.getMessage());
    }
    if (out.checkError()) {
      invocation.fail("nobody reads the output any more");
    }
    return invocation.hasFailed() ? FAILURE : SUCCESS;
  }

  private static Command find(String name) {
    return switch (name) {
      case "caps" -> new CapabilitiesCommand();
      case "cat" -> new ConcatenateCommand();
      case "echo" -> new EchoCommand();
      case "kill" -> new KillCommand();
      case "log" -> new LogCommand();
      case "ls" -> new ListCommand();
      case "mem" -> new MemoryCommand();
      case "poweroff" -> new PowerCommand(Supervisor.POWER_OFF);
      case "ps" -> new ProcessesCommand();
      case "reboot" -> new PowerCommand(Supervisor.RESET);
      case "restart" -> new RestartCommand();
      case "uptime" -> new UptimeCommand();
      default -> null;
    };
  }
}
