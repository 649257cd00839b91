package edgex.apps.infer;

import java.io.PrintStream;
import java.util.List;

/**
 * One of the things that {@code infer} does.
 *
 * @param name the first word
 * @param form what follows it, for people
 * @param fewest fewest words that are no options
 * @param most most of them
 * @param options names of the options
 * @param task what is done
 */
record Command(String name, String form, int fewest, int most, List<String> options, Task task) {

  /** Does it and prints the results. */
  interface Task {
    void run(Arguments arguments, PrintStream out) throws TaskException, UsageException;
  }

  /** How it is called. */
  String usage() {
    return "infer " + name + " " + form;
  }

  void run(List<String> words, PrintStream out) throws UsageException, TaskException {
    Arguments arguments = new Arguments(words, options);
    if (arguments.count() < fewest || arguments.count() > most) {
      throw new UsageException("wrong number of words");
    }
    task.run(arguments, out);
  }
}
