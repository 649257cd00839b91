package edgex.apps.shell;

import java.util.List;

/** What {@code help} says. */
final class Help {
  private static final String[] DESCRIPTIONS = {
    "caps", "capabilities of a process: caps PROCESS",
    "cat", "show files, or the input: cat [FILE...]",
    "echo", "show the arguments",
    "help", "this list",
    "infer", "run a model: infer classify MODEL PICTURE; infer lists more",
    "jobs", "what runs in the background",
    "kill", "end a process: kill PROCESS",
    "log", "the system log: log [error|warning|information|debug]",
    "ls", "list a directory: ls [PATH]",
    "mem", "memory of the machine and of files",
    "poweroff", "switch the machine off",
    "ps", "processes: state, priority, time, memory, capabilities, restarts",
    "reboot", "start the machine again",
    "restart", "end a component and start it again: restart COMPONENT",
    "run", "start a program file: run PROGRAM [ARGUMENT...]",
    "train", "make a model of labelled pictures: train PICTURES LABELS MODEL",
    "uptime", "time since the machine was started; uptime SECONDS watches for so long",
  };
  private static final int NAME_COLUMNS = 12;
  private static final String SYNTAX =
      """
      A | B: output of A to B.  > FILE, >> FILE: output to a file.  &: in the background.
      Ctrl-C ends a command.  $?: status of the last one.
      """;

  private Help() {}

  /** A line for each command, those without description by name alone. */
  static String text(List<String> commands) {
    StringBuilder text = new StringBuilder();
    for (String command : commands) {
      text.append(command);
      String description = description(command);
      for (int column = command.length(); column < NAME_COLUMNS; column++) {
        text.append(' ');
      }
      text.append(description).append('\n');
    }
    return text.append(SYNTAX).toString();
  }

  private static String description(String command) {
    for (int i = 0; i < DESCRIPTIONS.length; i += 2) {
      if (DESCRIPTIONS[i].equals(command)) {
        return DESCRIPTIONS[i + 1];
      }
    }
    return "";
  }
}
