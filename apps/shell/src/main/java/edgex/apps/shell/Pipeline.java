package edgex.apps.shell;

import java.util.List;

/**
 * Commands that run at the same time, the output of each being the input of the next.
 *
 * @param commands at least one
 * @param output where the last one's output goes, or null for the terminal
 * @param background whether the shell goes on without waiting
 */
record Pipeline(List<Command> commands, Redirection output, boolean background) {
  /**
   * A program and its arguments.
   *
   * @param name the command
   * @param arguments without the name
   */
  record Command(String name, List<String> arguments) {}

  /**
   * Output into a file.
   *
   * @param path of the file
   * @param append whether what the file holds is kept
   */
  record Redirection(String path, boolean append) {}

  /** The pipeline as a user would type it, for the list of jobs. */
  String text() {
    StringBuilder text = new StringBuilder();
    for (Command command : commands) {
      if (text.length() > 0) {
        text.append(" | ");
      }
      text.append(command.name());
      for (String argument : command.arguments()) {
        text.append(' ').append(argument);
      }
    }
    if (output != null) {
      text.append(output.append() ? " >> " : " > ").append(output.path());
    }
    return text.toString();
  }
}
