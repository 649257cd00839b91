package edgex.apps.shell;

import edgex.runtime.stream.StreamInput;
import edgex.runtime.stream.StreamOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** The shell's side of the console: the streams {@code keyboard} and {@code screen}. */
final class Terminal {
  private final StreamInput keyboard;
  private final StreamOutput screen;

  Terminal(StreamInput keyboard, StreamOutput screen) {
    this.keyboard = keyboard;
    this.screen = screen;
  }

  StreamInput keyboard() {
    return keyboard;
  }

  StreamOutput screen() {
    return screen;
  }

  /** Shows text; waits while the console is busy. */
  void show(String text) {
    try {
      screen.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException consoleGone) {
      throw new IllegalStateException("the console closed the screen", consoleGone);
    }
  }
}
