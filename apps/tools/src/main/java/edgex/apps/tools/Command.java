package edgex.apps.tools;

/** One of the commands. */
interface Command {
  /** What may follow the command's name; empty if nothing may. */
  String usage();

  /**
   * Does its work. Failures that concern one of several things are reported by {@link
   * Invocation#fail}, and the command goes on with the next.
   *
   * @throws UsageException if the arguments make no sense
   * @throws CommandException if the command cannot go on
   */
  void run(Invocation invocation) throws UsageException, CommandException;
}
