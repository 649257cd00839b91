package edgex.apps.infer;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;

/**
 * The command line: {@code infer COMMAND FILE... [--OPTION VALUE]}; {@link #COMMANDS} lists them.
 * {@code train} is a command of the shell too.
 *
 * <p>Results go to standard output as lines of tab-separated fields and nothing else does; a
 * failure is one line on standard error.
 */
public final class Infer {
  /** Exit status of a command that did what it was asked. */
  public static final int SUCCESS = 0;

  /** Exit status when a file cannot be read or a model cannot be run. */
  public static final int FAILURE = 1;

  /** Exit status when the command line makes no sense. */
  public static final int USAGE = 2;

  private static final List<Command> COMMANDS =
      List.of(
          new Command("classify", "MODEL PICTURE", 2, 2, List.of(), Tasks::classify),
          new Command("describe", "MODEL", 1, 1, List.of(), Tasks::describe),
          new Command(
              "explain", "MODEL [NAME=SHAPE...]", 1, Integer.MAX_VALUE, List.of(), Tasks::explain),
          new Command(
              "detect", "MODEL PICTURE [--draw PNG]", 2, 2, List.of("--draw"), Tasks::detect),
          new Command("vad", "MODEL SOUND", 2, 2, List.of(), Tasks::voice),
          new Command("embed", "MODEL TOKENIZER TEXT [TEXT]", 3, 4, List.of(), Tasks::embed),
          new Command(
              "ocr-detect",
              "MODEL PICTURE [--orientation MODEL] [--draw PNG]",
              2,
              2,
              List.of("--orientation", "--draw"),
              Tasks::text),
          new Command(
              "speech-features", "MEL EMBEDDING SOUND", 3, 3, List.of(), Tasks::speechFeatures),
          new Command(
              "train",
              "PICTURES LABELS MODEL [--network perceptron|convolutional] [--epochs NUMBER] "
                  + "[--checkpoint FILE]",
              3,
              3,
              List.of("--network", "--epochs", "--checkpoint"),
              Training::train));

  private Infer() {}

  /**
   * Runs the command and exits with its status. The component stands behind two commands of the
   * shell, so the first argument is {@code infer} or {@code train}.
   */
  public static void main(String[] arguments) {
    boolean isNamed = arguments.length > 0 && arguments[0].equals("infer");
    String[] words = isNamed ? Arrays.copyOfRange(arguments, 1, arguments.length) : arguments;
    int status = run(words, System.out, System.err);
    System.out.flush();
    System.err.flush();
    System.exit(status);
  }

  /**
   * Runs the command.
   *
   * @param out where results go
   * @param err where the message of a failure goes
   * @return the exit status
   */
  public static int run(String[] arguments, PrintStream out, PrintStream err) {
    List<String> words = Arrays.asList(arguments);
    for (Command command : COMMANDS) {
      if (!words.isEmpty() && words.get(0).equals(command.name())) {
        return run(command, words.subList(1, words.size()), out, err);
      }
    }
    StringBuilder names = new StringBuilder();
    for (Command command : COMMANDS) {
      names.append(names.length() == 0 ? "" : " | ").append(command.usage());
    }
    err.println("infer: usage: " + names);
    return USAGE;
  }

  private static int run(Command command, List<String> words, PrintStream out, PrintStream err) {
    try {
      command.run(words, out);
      return SUCCESS;
    } catch (UsageException failure) {
      err.println("infer: " + failure.getMessage() + "; usage: " + command.usage());
      return USAGE;
    } catch (TaskException failure) {
      err.println("infer: " + failure.path() + ": " + failure.getMessage());
      return FAILURE;
    }
  }
}
