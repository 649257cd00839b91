package edgex.host.cli;

import edgex.host.build.BuildException;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;

/** The entry point behind the {@code edgex} launcher. */
@Command(
    name = "edgex",
    mixinStandardHelpOptions = true,
    version = "EdgeX 0.1.0",
    description = "Build, run, test and measure EdgeX.",
    subcommands = {
      RunCommand.class,
      TestCommand.class,
      BenchCommand.class,
      ImageCommand.class,
      ModelCommand.class,
      KeyCommand.class,
      SignCommand.class,
      VerifyCommand.class,
      CommandLine.HelpCommand.class
    },
    footer = {
      "The launcher itself offers:",
      "  doctor  Show which tools this machine has, and how to get the others.",
      "  clean   Remove what was built; with --all also caches and host tools."
    })
public final class Main {
  private Main() {}

  /** Runs a command and exits with its status. */
  public static void main(String[] arguments) {
    System.exit(commandLine().execute(arguments));
  }

  /** The parser, with failures turned into one line and a status. */
  static CommandLine commandLine() {
    CommandLine line = new CommandLine(new Main());
    // Arguments are for the guest's shell: "@x" is not a file of options.
    line.setExpandAtFiles(false);
    line.setParameterExceptionHandler(Main::reportUsage);
    line.setExecutionExceptionHandler((failure, command, parsed) -> report(failure, command));
    return line;
  }

  private static int reportUsage(ParameterException failure, String[] arguments) {
    CommandLine command = failure.getCommandLine();
    PrintWriter output = command.getErr();
    output.println("edgex: " + explain(failure, arguments));
    if (!command.getSubcommands().isEmpty()) {
      String names = String.join(", ", command.getSubcommands().keySet());
      output.println("commands: " + names + (isTopLevel(command) ? ", doctor, clean" : ""));
    }
    output.println(
        "See: ./edgex help" + command.getCommandSpec().qualifiedName().replaceFirst("^edgex", ""));
    return ExitStatus.USAGE;
  }

  /** Of a command that does not exist picocli says only that an argument has no use. */
  private static String explain(ParameterException failure, String[] arguments) {
    return isTopLevel(failure.getCommandLine())
            && arguments.length > 0
            && !arguments[0].startsWith("-")
        ? "unknown command '" + arguments[0] + "'"
        : failure.getMessage();
  }

  private static boolean isTopLevel(CommandLine command) {
    return command.getParent() == null;
  }

  private static int report(Exception failure, CommandLine command) throws Exception {
    if (failure instanceof UserException known) {
      command.getErr().println("edgex: " + known.getMessage());
      return known.exitStatus();
    }
    if (failure instanceof BuildException known) {
      command.getErr().println("edgex: " + known.getMessage());
      return ExitStatus.FAILURE;
    }
    throw failure;
  }
}
