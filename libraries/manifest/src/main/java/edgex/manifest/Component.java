package edgex.manifest;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * One process, or a program that becomes a process each time one of its commands is run.
 *
 * @param name unique in the manifest
 * @param program the program's path in the boot image, such as {@code bin/uart-16550}
 * @param start when it is started
 * @param priority of its threads at most, 0 to 255, higher runs first
 * @param restart what happens when it ends
 * @param limits how much it may take
 * @param arguments what {@code main} gets; for a command, put before the command's own
 * @param commands the shell commands that start it; none unless {@code start} is COMMAND
 * @param provides the services that its endpoint serves
 * @param grants its capabilities, each under its own name
 */
public record Component(
    String name,
    String program,
    Start start,
    int priority,
    RestartPolicy restart,
    Limits limits,
    List<String> arguments,
    List<String> commands,
    List<String> provides,
    List<Grant> grants) {
  /** The highest priority there is. */
  public static final int MAXIMUM_PRIORITY = 255;

  /** Longest path of a program in bytes, as the boot image has it. */
  public static final int MAXIMUM_PROGRAM_BYTES = 232;

  /**
   * Checks the values and copies the lists.
   *
   * @throws IllegalArgumentException saying what is wrong
   */
  public Component {
    Names.check("component", name);
    if (program.isEmpty() || program.length() > MAXIMUM_PROGRAM_BYTES) {
      throw new IllegalArgumentException("component " + name + ": no usable program path");
    }
    if (priority < 0 || priority > MAXIMUM_PRIORITY) {
      throw new IllegalArgumentException(
          "component " + name + ": priority " + priority + " is not in 0 to " + MAXIMUM_PRIORITY);
    }
    if (start == Start.BOOT && !commands.isEmpty()) {
      throw new IllegalArgumentException(
          "component " + name + ": started at boot, so it cannot have commands");
    }
    arguments = List.copyOf(arguments);
    commands = List.copyOf(commands);
    provides = List.copyOf(provides);
    grants = List.copyOf(grants);
    checkNames(name, "command", commands);
    checkNames(name, "service", provides);
    checkGrants(name, grants);
  }

  private static void checkNames(String component, String what, List<String> names) {
    Set<String> seen = new HashSet<>();
    for (String name : names) {
      if (!seen.add(Names.check(what, name))) {
        throw new IllegalArgumentException(
            "component " + component + ": " + what + " " + name + " is listed twice");
      }
    }
  }

  private static void checkGrants(String component, List<Grant> grants) {
    Set<String> seen = new HashSet<>();
    for (Grant grant : grants) {
      if (!seen.add(grant.name())) {
        throw new IllegalArgumentException(
            "component " + component + ": two capabilities are called " + grant.name());
      }
    }
  }
}
