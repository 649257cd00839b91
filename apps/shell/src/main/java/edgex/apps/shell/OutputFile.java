package edgex.apps.shell;

import edgex.runtime.stream.StreamInput;
import java.io.FileOutputStream;
import java.io.IOException;

/** A file that a pipeline's output goes to. */
final class OutputFile {
  private static final int PIECE_BYTES = 512;

  private final FileOutputStream file;
  private final String path;
  private final byte[] piece = new byte[PIECE_BYTES];
  private StreamInput input;
  private boolean finished;
  private String failure;

  private OutputFile(FileOutputStream file, String path) {
    this.file = file;
    this.path = path;
  }

  /** Opens the file of a redirection, which may be null: then there is none. */
  static OutputFile open(Pipeline.Redirection redirection) throws CommandException {
    if (redirection == null) {
      return null;
    }
    String path = redirection.path();
    try {
      return new OutputFile(new FileOutputStream(path, redirection.append()), path);
    } catch (IOException refused) {
      String reason = refused.getMessage() == null ? "" : ": " + refused.getMessage();
      throw new CommandException(path + ": cannot be written" + reason, 1);
    }
  }

  void readFrom(StreamInput stream) {
    input = stream;
  }

  /** What went wrong, or null. */
  String failure() {
    return failure;
  }

  boolean isFinished() {
    return finished;
  }

  /**
   * Writes what is there. After a failure the rest is read and dropped, so that the job can end.
   */
  void run() {
    int count = input.tryRead(piece, 0, piece.length);
    while (count > 0) {
      write(count);
      count = input.tryRead(piece, 0, piece.length);
    }
    finished = count == StreamInput.END;
  }

  boolean announceWait() {
    return finished || input.announceWait();
  }

  void close() {
    try {
      file.close();
    } catch (IOException refused) {
      failure = path + ": " + refused.getMessage();
    }
  }

  private void write(int count) {
    if (failure != null) {
      return;
    }
    try {
      file.write(piece, 0, count);
    } catch (IOException refused) {
      failure = path + ": " + refused.getMessage();
    }
  }
}
