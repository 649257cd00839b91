package edgex.runtime;

import edgex.runtime.stream.Streams;
import java.io.InputStream;

/** What {@code System.in} is: the stream of that name, or nothing at all. */
public final class StandardInput {
  private static final String NAME = "stdin";

  private static InputStream opened;

  private StandardInput() {}

  /** The one input stream; without a granted stream it is at its end. */
  public static InputStream open() {
    if (opened == null) {
      opened = Streams.isGranted(NAME) ? Streams.openInput(NAME) : InputStream.nullInputStream();
    }
    return opened;
  }
}
