package edgex.tests.system;

import edgex.host.build.BuiltImage;
import edgex.host.build.Progress;
import edgex.host.build.SystemBuilder;
import edgex.host.machine.Machine;
import edgex.host.machine.MachineOptions;
import edgex.host.machine.Outcome;
import edgex.toolchain.aot.Architecture;
import edgex.toolchain.image.Board;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** A user at the prompt of the default image, typing on the serial line. */
final class ShellSession implements AutoCloseable {
  private static final String PROMPT = "edgex> ";
  private static final Duration TIME_LIMIT = Duration.ofMinutes(5);

  private final Terminal terminal = new Terminal();
  private final CompletableFuture<Outcome> machine;
  private final OutputStream keyboard;
  private int seen;

  private ShellSession(MachineOptions options, Path pipe) throws IOException {
    machine =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return new Machine(options).run(pipe.toFile(), terminal);
              } catch (Exception failure) {
                throw new IllegalStateException(failure);
              }
            });
    // Opening a named pipe waits for the other end: QEMU's start.
    keyboard = new FileOutputStream(pipe.toFile());
  }

  /** Builds the default image if it is not up to date, boots it and waits for the prompt. */
  static ShellSession boot(Path folder) throws Exception {
    Path root = root();
    Board board = Board.read(root, "qemu-q35");
    BuiltImage built =
        new SystemBuilder(root, new Progress(System.err))
            .build("default", board, Architecture.X86_64);
    Path pipe = folder.resolve("keyboard");
    new ProcessBuilder("mkfifo", pipe.toString()).inheritIO().start().waitFor();
    MachineOptions options =
        new MachineOptions(
            board.machine(),
            built.kernel(),
            built.image(),
            "",
            1,
            board.memoryMebibytes(),
            MachineOptions.Clock.REAL_TIME,
            Optional.of(TIME_LIMIT),
            folder.resolve("host-link"));
    ShellSession session = new ShellSession(options, pipe);
    session.seen = session.terminal.await(PROMPT, 0);
    return session;
  }

  /** Types a line and waits for the next prompt; what was written between. */
  String command(String line) throws IOException, InterruptedException {
    type(line + "\r");
    int start = terminal.await("\r\n", seen);
    int end = terminal.await(PROMPT, start);
    seen = end;
    return terminal.text().substring(start, end - PROMPT.length()).replace("\r\n", "\n");
  }

  /** Types without waiting. */
  void type(String keys) throws IOException {
    keyboard.write(keys.getBytes(StandardCharsets.UTF_8));
    keyboard.flush();
  }

  /** Waits until something is written after the last prompt. */
  void await(String text) throws InterruptedException {
    seen = terminal.await(text, seen);
  }

  /** Waits until the machine has ended by itself. */
  Outcome outcome() throws Exception {
    return machine.get();
  }

  @Override
  public void close() throws IOException {
    // The monitor is not there to be asked; the shell is.
    if (!machine.isDone()) {
      type("\u0003\rpoweroff\r");
    }
    machine.join();
    keyboard.close();
  }

  private static Path root() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.isDirectory(folder.resolve("boards"))) {
      folder = folder.getParent();
    }
    return folder;
  }
}
