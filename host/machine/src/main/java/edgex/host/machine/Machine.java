package edgex.host.machine;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * One run of QEMU. The emulator never outlives this JVM: it is killed when a time limit passes,
 * when the JVM exits, and by the host's kernel when the JVM is killed.
 */
public final class Machine {
  private static final int COPY_BYTES = 8192;
  private static final long STOP_MILLIS = 2000;

  private final MachineOptions options;
  private volatile Runnable interruptionListener = () -> {};
  private volatile boolean interrupted;

  /** Prepares a run. */
  public Machine(MachineOptions options) {
    this.options = options;
  }

  /** Sets what is called when this JVM is told to end while QEMU runs, before QEMU is stopped. */
  public void onInterruption(Runnable listener) {
    interruptionListener = listener;
  }

  /**
   * Runs with this terminal as the first serial line; Ctrl-A X ends the run, all other keys go to
   * the guest.
   *
   * @throws MachineException if QEMU is not installed
   */
  public Outcome runInteractive() throws MachineException, InterruptedException {
    List<String> words = QemuCommand.words(options, "stdio,id=console,mux=on,signal=off");
    return run(
        new ProcessBuilder(words).inheritIO(), process -> Optional.empty(), Machine::stopGently);
  }

  /**
   * Runs without input; what the guest writes to the first serial line goes to {@code console},
   * byte for byte as it comes.
   *
   * @throws MachineException if QEMU is not installed or the output cannot be written
   */
  public Outcome run(OutputStream console) throws MachineException, InterruptedException {
    return run(new File("/dev/null"), console);
  }

  /**
   * Runs with a file as keyboard, such as a named pipe; else as {@link #run(OutputStream)}.
   *
   * @throws MachineException if QEMU is not installed or the output cannot be written
   */
  public Outcome run(File keyboard, OutputStream console)
      throws MachineException, InterruptedException {
    ProcessBuilder builder = detached().redirectInput(keyboard);
    return run(builder, process -> Optional.of(ConsoleCopy.start(process, sink(console))));
  }

  /**
   * Runs as {@link #run(OutputStream)} does, with input: once QEMU has been started, {@code
   * keyboard} gets the stream whose bytes arrive at the guest's first serial line.
   *
   * @throws MachineException if QEMU is not installed or the output cannot be written
   */
  public Outcome run(OutputStream console, Consumer<OutputStream> keyboard)
      throws MachineException, InterruptedException {
    return run(
        detached(),
        process -> {
          keyboard.accept(process.getOutputStream());
          return Optional.of(ConsoleCopy.start(process, sink(console)));
        });
  }

  private OutputStream sink(OutputStream console) {
    return options.firmwareSpeaks() ? new KernelOutput(console) : console;
  }

  /**
   * Runs as {@link #run(OutputStream)} does, and tells which instructions the guest executes; some
   * ten times slower.
   *
   * @throws MachineException if QEMU is not installed, or the output or its log cannot be passed on
   */
  public Outcome run(OutputStream console, InstructionTrace trace)
      throws MachineException, InterruptedException {
    ProcessBuilder builder = detached().redirectInput(new File("/dev/null"));
    builder.command().addAll(trace.words());
    builder.redirectError(ProcessBuilder.Redirect.PIPE);
    List<FutureTask<Void>> logs = new ArrayList<>();
    Outcome outcome =
        run(
            builder,
            process -> {
              FutureTask<Void> log =
                  new FutureTask<>(() -> trace.read(process.errorReader(UTF_8)), null);
              logs.add(log);
              new Thread(log, "instruction-trace").start();
              return Optional.of(ConsoleCopy.start(process, sink(console)));
            });
    try {
      logs.get(0).get();
    } catch (ExecutionException failure) {
      throw new MachineException(
          "cannot follow the guest: " + failure.getCause().getMessage(), failure);
    }
    return outcome;
  }

  /** In a session of its own QEMU does not see the Ctrl-C that is meant for this JVM. */
  private ProcessBuilder detached() {
    List<String> words = new ArrayList<>(List.of("setsid"));
    words.addAll(QemuCommand.words(options, "stdio,id=console,signal=off"));
    return new ProcessBuilder(words).redirectError(ProcessBuilder.Redirect.INHERIT);
  }

  private Outcome run(ProcessBuilder builder, Connection connection)
      throws MachineException, InterruptedException {
    return run(builder, connection, Machine::stopAtOnce);
  }

  /** Connects the first serial line of a QEMU that has just been started. */
  private interface Connection {
    Optional<ConsoleCopy> open(Process process);
  }

  private Outcome run(ProcessBuilder builder, Connection connection, Consumer<Process> stop)
      throws MachineException, InterruptedException {
    requireInstalled(options.emulator().program(), options.emulator().debianPackage());
    // The parent that setpriv watches is the thread that starts QEMU; it waits here for the end.
    Process process = start(builder);
    Thread guard = new Thread(() -> interrupt(process, stop), "qemu-guard");
    Runtime.getRuntime().addShutdownHook(guard);
    try {
      Optional<ConsoleCopy> copy = connection.open(process);
      boolean ended = waitFor(process, options.timeLimit());
      stop.accept(process);
      int status = process.waitFor();
      if (copy.isPresent()) {
        copy.get().finish();
      }
      if (interrupted) {
        return new Outcome(Outcome.End.INTERRUPTED, 0);
      }
      if (copy.isPresent() && copy.get().bootFailed) {
        return new Outcome(Outcome.End.STOPPED, 0);
      }
      return new Outcome(ended ? Outcome.End.STOPPED : Outcome.End.TIMED_OUT, ended ? status : 0);
    } finally {
      process.destroyForcibly();
      removeGuard(guard);
    }
  }

  private void interrupt(Process process, Consumer<Process> stop) {
    interrupted = true;
    interruptionListener.run();
    stop.accept(process);
  }

  private static Process start(ProcessBuilder builder) throws MachineException {
    try {
      return builder.start();
    } catch (IOException cause) {
      throw new MachineException("cannot start QEMU: " + cause.getMessage(), cause);
    }
  }

  /** Ends QEMU; it gets the time to put the terminal back into its old state. */
  /**
   * By its handle: the process itself would close the output, of which some is still to be read.
   */
  private static void stopAtOnce(Process process) {
    process.toHandle().destroyForcibly();
  }

  private static void stopGently(Process process) {
    process.destroy();
    try {
      if (process.waitFor(STOP_MILLIS, TimeUnit.MILLISECONDS)) {
        return;
      }
    } catch (InterruptedException hurry) {
      Thread.currentThread().interrupt();
    }
    process.destroyForcibly();
  }

  private static void requireInstalled(String program, String debianPackage)
      throws MachineException {
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("/usr/bin:/bin");
    for (String folder : path.split(":", -1)) {
      if (Path.of(folder).resolve(program).toFile().canExecute()) {
        return;
      }
    }
    throw new MachineException(
        program + " is missing: install it with apt-get install " + debianPackage);
  }

  private static boolean waitFor(Process process, Optional<Duration> limit)
      throws InterruptedException {
    if (limit.isEmpty()) {
      process.waitFor();
      return true;
    }
    return process.waitFor(limit.get().toMillis(), TimeUnit.MILLISECONDS);
  }

  private static void removeGuard(Thread guard) {
    try {
      Runtime.getRuntime().removeShutdownHook(guard);
    } catch (IllegalStateException shuttingDown) {
      // The guard is at work already.
    }
  }

  /** Copies QEMU's output until it ends. */
  private static final class ConsoleCopy {
    private final Process process;
    private final OutputStream sink;
    private final Thread thread;
    private volatile IOException failure;
    private volatile boolean bootFailed;

    private ConsoleCopy(Process process, OutputStream sink) {
      this.process = process;
      this.sink = sink;
      thread = new Thread(this::copy, "console-copy");
      thread.setDaemon(true);
    }

    private static ConsoleCopy start(Process process, OutputStream sink) {
      ConsoleCopy copy = new ConsoleCopy(process, sink);
      copy.thread.start();
      return copy;
    }

    private void copy() {
      InputStream source = process.getInputStream();
      byte[] buffer = new byte[COPY_BYTES];
      try {
        int count = source.read(buffer);
        while (count >= 0) {
          sink.write(buffer, 0, count);
          sink.flush();
          if (sink instanceof KernelOutput output && output.hasFailed()) {
            endAfterFailure();
          }
          count = source.read(buffer);
        }
      } catch (IOException cause) {
        // Nobody reads any more (as in "./edgex run -- ls | head -1"): QEMU would block for ever.
        failure = cause;
        process.destroyForcibly();
      }
    }

    /** A kernel ends the machine itself; firmware would try other ways to boot for ever. */
    private void endAfterFailure() {
      try {
        bootFailed = !process.waitFor(STOP_MILLIS, TimeUnit.MILLISECONDS);
      } catch (InterruptedException hurry) {
        Thread.currentThread().interrupt();
      }
      stopAtOnce(process);
    }

    private void finish() throws MachineException, InterruptedException {
      thread.join();
      showWhatIsHeldBack();
      if (failure != null) {
        throw new MachineException(
            "cannot pass on the console's output: " + failure.getMessage(), failure);
      }
    }

    private void showWhatIsHeldBack() {
      try {
        if (sink instanceof KernelOutput output) {
          output.end();
        }
      } catch (IOException cause) {
        failure = cause;
      }
    }
  }
}
