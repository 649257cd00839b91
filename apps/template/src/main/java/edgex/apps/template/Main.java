package edgex.apps.template;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;

/**
 * The program: {@code count [FILE...]} writes lines, words, bytes and the name of each file; of its
 * input where no file is named.
 */
public final class Main {
  private static final int SUCCESS = 0;
  private static final int FAILURE = 1;
  private static final int PIECE_BYTES = 1024;

  private Main() {}

  /** Runs the command and exits with its status. */
  public static void main(String[] arguments) {
    int status = run(arguments, System.in, System.out, System.err);
    System.out.flush();
    System.exit(status);
  }

  static int run(String[] files, InputStream in, PrintStream out, PrintStream err) {
    if (files.length == 0) {
      return count(in, "", out, err);
    }
    int status = SUCCESS;
    for (String file : files) {
      try (InputStream content = new FileInputStream(file)) {
        status = Math.max(status, count(content, "\t" + file, out, err));
      } catch (IOException failure) {
        err.println("count: " + file + ": " + failure.getMessage());
        status = FAILURE;
      }
    }
    return status;
  }

  private static int count(InputStream input, String label, PrintStream out, PrintStream err) {
    Counts counts = new Counts();
    byte[] piece = new byte[PIECE_BYTES];
    try {
      for (int length = input.read(piece); length >= 0; length = input.read(piece)) {
        counts.add(piece, length);
      }
    } catch (IOException failure) {
      err.println("count: " + failure.getMessage());
      return FAILURE;
    }
    out.println(counts.text() + label);
    return SUCCESS;
  }
}
