package edgex.services.console;

import edgex.runtime.Capabilities;
import edgex.runtime.ipc.Notification;
import edgex.runtime.stream.StreamInput;
import edgex.runtime.stream.StreamOutput;
import edgex.runtime.stream.StreamPump;
import edgex.runtime.stream.Streams;

/**
 * The process. Streams: {@code received} and {@code send} to the serial line's driver, {@code
 * keyboard} and {@code screen} to the shell. All share one notification, so one wait serves all.
 *
 * <p>In a run with a command the output is the command's own, byte for byte; a terminal gets its
 * line endings.
 */
public final class Console {
  private static final int PIECE_BYTES = 256;
  private static final long FOR_EVER = -1;

  private Console() {}

  /** Serves the terminal for ever. */
  public static void main(String[] arguments) {
    StreamPump keyboard =
        new StreamPump(Streams.openInput("received"), Streams.openOutput("keyboard"), PIECE_BYTES);
    StreamPump screen = screen(Streams.openInput("screen"), Streams.openOutput("send"));
    Notification wakeUp = new Notification(Capabilities.require("stream:received.wake-me"));
    while (true) {
      keyboard.run();
      screen.run();
      if (keyboard.announceWait() && screen.announceWait()) {
        wakeUp.await(FOR_EVER);
      }
    }
  }

  private static StreamPump screen(StreamInput input, StreamOutput output) {
    boolean isTerminal = System.getenv("command") == null;
    return isTerminal
        ? new StreamPump(input, output, PIECE_BYTES, new LineEndings())
        : new StreamPump(input, output, PIECE_BYTES);
  }
}
