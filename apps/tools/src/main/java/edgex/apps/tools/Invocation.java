package edgex.apps.tools;

import java.io.InputStream;
import java.io.PrintStream;

/** One run of a command: what it is given and how it went. */
final class Invocation {
  private final String name;
  private final String[] arguments;
  private final InputStream in;
  private final PrintStream out;
  private final PrintStream err;
  private final Services services;
  private boolean failed;

  /**
   * A run that is about to begin.
   *
   * @param name the command, which its messages begin with
   * @param arguments what follows the name
   */
  Invocation(
      String name,
      String[] arguments,
      InputStream in,
      PrintStream out,
      PrintStream err,
      Services services) {
    this.name = name;
    this.arguments = arguments;
    this.in = in;
    this.out = out;
    this.err = err;
    this.services = services;
  }

  String[] arguments() {
    return arguments;
  }

  InputStream in() {
    return in;
  }

  PrintStream out() {
    return out;
  }

  Services services() {
    return services;
  }

  /** Reports that a part of the work cannot be done. */
  void fail(String message) {
    out.flush();
    err.println(name + ": " + message);
    failed = true;
  }

  /** Whether a part of the work could not be done. */
  boolean hasFailed() {
    return failed;
  }

  /** The only argument. */
  String onlyArgument(String what) throws UsageException {
    if (arguments.length != 1) {
      throw new UsageException("needs one " + what);
    }
    return arguments[0];
  }

  /** Refuses all arguments. */
  void expectNoArguments() throws UsageException {
    if (arguments.length != 0) {
      throw new UsageException("takes no arguments");
    }
  }
}
