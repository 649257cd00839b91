package edgex.host.build;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.Locale;

/** Says in words what an {@link IOException} means. */
public final class DiskErrors {
  private DiskErrors() {}

  /** One line for the user: what happened and, where that is clear, what to do. */
  public static String explain(IOException cause) {
    String message = String.valueOf(cause.getMessage());
    if (message.toLowerCase(Locale.ROOT).contains("no space left")) {
      return "the disk is full: make room (./edgex clean frees build/) and try again. " + message;
    }
    if (cause instanceof NoSuchFileException) {
      return "no such file: " + message;
    }
    if (cause instanceof AccessDeniedException) {
      return "no permission: " + message;
    }
    return "cannot read or write: " + message;
  }
}
