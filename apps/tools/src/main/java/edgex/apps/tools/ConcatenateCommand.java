package edgex.apps.tools;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;

/** {@code cat}: the contents of files one after another, or the input if none is named. */
final class ConcatenateCommand implements Command {
  private static final int PIECE_BYTES = 1024;

  @Override
  public String usage() {
    return "[FILE...]";
  }

  @Override
  public void run(Invocation invocation) {
    if (invocation.arguments().length == 0) {
      copyInput(invocation);
    }
    for (String path : invocation.arguments()) {
      copyFile(path, invocation);
    }
  }

  private static void copyInput(Invocation invocation) {
    try {
      copy(invocation.in(), invocation);
    } catch (IOException failure) {
      invocation.fail("the input: " + failure.getMessage());
    }
  }

  private static void copyFile(String path, Invocation invocation) {
    File file = new File(path);
    if (!file.exists()) {
      invocation.fail(path + ": there is no such file");
      return;
    }
    if (file.isDirectory()) {
      invocation.fail(path + ": is a directory; 'ls' shows it");
      return;
    }
    try (InputStream input = new FileInputStream(file)) {
      copy(input, invocation);
    } catch (IOException failure) {
      invocation.fail(path + ": " + failure.getMessage());
    }
  }

  /** Copies to the end, flushing each piece: who reads on waits for it. */
  private static void copy(InputStream input, Invocation invocation) throws IOException {
    byte[] piece = new byte[PIECE_BYTES];
    int count = input.read(piece);
    while (count >= 0 && !invocation.out().checkError()) {
      invocation.out().write(piece, 0, count);
      count = input.read(piece);
    }
    invocation.out().flush();
  }
}
