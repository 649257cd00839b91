package edgex.tests.system;

import edgex.host.build.BuiltImage;
import edgex.host.machine.HostLinkDecoder;
import edgex.host.machine.HostLinkReport;
import edgex.host.machine.Machine;
import edgex.host.machine.MachineException;
import edgex.host.machine.MachineOptions;
import edgex.host.machine.Outcome;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A running machine and the terminal on its first serial line. What has been expected is taken away
 * from what is looked at next, so that each expectation is about new output; control sequences are
 * not looked at.
 */
final class Guest implements AutoCloseable {
  /** Far more than anything takes; a guest that hangs must not hang the tests. */
  private static final Duration LIMIT = Duration.ofMinutes(4);

  private static final long PATIENCE_SECONDS = 60;

  /** Cursor movements and erasures of the shell's line editor. */
  private static final Pattern CONTROL_SEQUENCE = Pattern.compile("\u001b\\[[0-9]*[A-Za-z]");

  private final CompletableFuture<OutputStream> keyboard = new CompletableFuture<>();
  private final CompletableFuture<Outcome> outcome = new CompletableFuture<>();
  private final StringBuilder screen = new StringBuilder();
  private final StringBuilder transcript = new StringBuilder();
  private final Path hostLink;
  private final Thread runner;

  private Guest(MachineOptions options) {
    hostLink = options.hostLink();
    // The machine lives as long as the thread that started it.
    runner = new Thread(() -> run(new Machine(options)), "guest");
    runner.start();
  }

  /** Boots an image of the repository to its shell. */
  static Guest boot(Path folder, String image) throws Exception {
    BuiltImage built = Repository.image(image);
    return boot(folder, built.image(), built.plan().board().memoryMebibytes());
  }

  /** Boots any image. */
  static Guest boot(Path folder, Path image, int memoryMebibytes) throws Exception {
    BuiltImage built = Repository.image();
    return new Guest(
        new MachineOptions(
            built.plan().board().machine(),
            built.kernel(),
            image,
            "image=default",
            1,
            memoryMebibytes,
            MachineOptions.Clock.REAL_TIME,
            Optional.of(LIMIT),
            folder.resolve("host-link")));
  }

  private void run(Machine machine) {
    try {
      outcome.complete(machine.run(new Screen(), keyboard::complete));
    } catch (MachineException | InterruptedException failure) {
      keyboard.completeExceptionally(failure);
      outcome.completeExceptionally(failure);
    }
    synchronized (screen) {
      screen.notifyAll();
    }
  }

  private final class Screen extends OutputStream {
    @Override
    public void write(int value) {
      write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int start, int count) {
      String text = new String(bytes, start, count, StandardCharsets.ISO_8859_1);
      synchronized (screen) {
        transcript.append(text);
        String all = screen.append(text).toString();
        screen.setLength(0);
        screen.append(CONTROL_SEQUENCE.matcher(all).replaceAll(""));
        screen.notifyAll();
      }
    }
  }

  /** Presses keys. */
  void type(String keys) throws Exception {
    OutputStream line = keyboard.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    line.write(keys.getBytes(StandardCharsets.UTF_8));
    line.flush();
  }

  /**
   * Waits until the terminal shows something.
   *
   * @return the match
   */
  Matcher expect(Pattern pattern) throws InterruptedException {
    long deadlineNanos = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    synchronized (screen) {
      while (true) {
        Matcher matcher = pattern.matcher(screen.toString());
        if (matcher.find()) {
          screen.delete(0, matcher.end());
          return matcher;
        }
        long leftMillis = TimeUnit.NANOSECONDS.toMillis(deadlineNanos - System.nanoTime());
        if (leftMillis <= 0 || outcome.isDone()) {
          throw new AssertionError("expected " + pattern + " after this:\n" + transcript);
        }
        screen.wait(leftMillis);
      }
    }
  }

  /** All that the terminal has shown. */
  String transcript() {
    synchronized (screen) {
      return transcript.toString();
    }
  }

  /** Waits until the terminal shows a text. */
  void expect(String text) throws InterruptedException {
    expect(Pattern.compile(Pattern.quote(text)));
  }

  /** Waits for the machine to end. */
  Outcome awaitEnd() throws InterruptedException, ExecutionException {
    try {
      return outcome.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException late) {
      synchronized (screen) {
        throw new AssertionError("the machine still runs after this:\n" + transcript, late);
      }
    }
  }

  /** What the ended machine sent to the host. */
  HostLinkReport report() throws IOException {
    return HostLinkDecoder.decode(Files.readAllBytes(hostLink));
  }

  @Override
  public void close() {
    runner.interrupt();
    try {
      runner.join();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
