package edgex.apps.infer;

import edgex.onnx.InferenceException;
import edgex.onnx.ModelFormatException;
import edgex.onnx.session.Session;
import edgex.picture.PictureFormatException;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;

/**
 * The command line.
 *
 * <pre>
 *   infer classify MODEL PICTURE   the class probabilities, best first: CLASS, tab, PROBABILITY
 *   infer describe MODEL           inputs, outputs and operators
 *   infer explain MODEL [NAME=SHAPE...]   what each node of a run does, and the run's memory
 * </pre>
 *
 * Results go to standard output and nothing else does; a failure is one line on standard error.
 */
public final class Infer {
  /** Exit status of a command that did what it was asked. */
  public static final int SUCCESS = 0;

  /** Exit status when a file cannot be read or a model cannot be run. */
  public static final int FAILURE = 1;

  /** Exit status when the command line makes no sense. */
  public static final int USAGE = 2;

  /** Most bytes of values in a run. */
  private static final long MEMORY_LIMIT_BYTES = 64L << 20;

  private Infer() {}

  /** Runs the command and exits with its status. */
  public static void main(String[] arguments) {
    int status = run(arguments, System.out, System.err);
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
    String command = arguments.length == 0 ? "" : arguments[0];
    boolean classify = command.equals("classify") && arguments.length == 3;
    boolean describe = command.equals("describe") && arguments.length == 2;
    boolean explain = command.equals("explain") && arguments.length >= 2;
    if (!classify && !describe && !explain) {
      err.println(
          "infer: usage: infer classify MODEL PICTURE | infer describe MODEL"
              + " | infer explain MODEL [NAME=SHAPE...]");
      return USAGE;
    }
    Classifier classifier;
    try {
      Session session = Session.load(Files.read(arguments[1]), MEMORY_LIMIT_BYTES);
      if (describe) {
        Description.print(session, out);
        return SUCCESS;
      }
      if (explain) {
        List<String> words = Arrays.asList(arguments).subList(2, arguments.length);
        RunExplanation.print(session, words, out);
        return SUCCESS;
      }
      classifier = new Classifier(session);
    } catch (IOException | ModelFormatException | InferenceException failure) {
      return report(arguments[1], failure, err);
    }
    try {
      classifier.print(Files.read(arguments[2]), out);
      return SUCCESS;
    } catch (IOException | PictureFormatException | InferenceException failure) {
      return report(arguments[2], failure, err);
    }
  }

  private static int report(String path, Exception failure, PrintStream err) {
    err.println("infer: " + path + ": " + failure.getMessage());
    return FAILURE;
  }
}
