package edgex.tests.system;

import edgex.host.build.BuildException;
import edgex.host.build.BuiltImage;
import edgex.host.build.Progress;
import edgex.host.build.SystemBuilder;
import edgex.host.machine.HostLinkDecoder;
import edgex.host.machine.HostLinkReport;
import edgex.host.machine.Machine;
import edgex.host.machine.MachineException;
import edgex.host.machine.MachineOptions;
import edgex.host.machine.Outcome;
import edgex.toolchain.image.Board;
import edgex.toolchain.image.ImageException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** An image of this repository, built if need be and booted in QEMU. */
final class TargetMachine {
  private static final Path ROOT = Path.of(System.getProperty("edgex.root"));
  private static final String USUAL_BOARD = "qemu-q35";

  private static final String ALL = "all";

  private final SystemBuilder builder;
  private final BuiltImage built;

  private TargetMachine(SystemBuilder builder, BuiltImage built) {
    this.builder = builder;
    this.built = built;
  }

  /**
   * What a run gave.
   *
   * @param console everything that the guest wrote to its first serial line
   * @param report what it said over the host link
   */
  record Result(String console, HostLinkReport report) {}

  /** Builds what changed of an image. */
  static TargetMachine of(String image)
      throws BuildException, ImageException, InterruptedException {
    return of(image, Board.read(ROOT, USUAL_BOARD));
  }

  /** Builds what changed of an image for a board. */
  static TargetMachine of(String image, Board board) throws BuildException, InterruptedException {
    SystemBuilder builder = new SystemBuilder(ROOT, new Progress(System.err));
    return new TargetMachine(builder, builder.build(image, board));
  }

  /** The boards whose architecture is to be tested: what {@code ./edgex test --arch} says. */
  static List<Board> boards() throws ImageException {
    String wanted = System.getProperty("edgex.test.architecture", ALL);
    return Board.all(ROOT).stream()
        .filter(board -> wanted.equals(ALL) || wanted.equals(board.architecture()))
        .toList();
  }

  /** What it was built with. */
  SystemBuilder builder() {
    return builder;
  }

  /** What was built. */
  BuiltImage built() {
    return built;
  }

  /**
   * Boots and waits until the guest switches itself off; QEMU is stopped in any case.
   *
   * @param command what follows {@code " -- "} on the kernel's command line
   * @param limit after which the guest hangs
   * @throws AssertionError with all that the guest said, if it did not end by itself
   */
  Result run(String command, Duration limit)
      throws IOException, MachineException, InterruptedException {
    return run(command, limit, MachineOptions.Clock.REAL_TIME);
  }

  /** The same by a clock of choice. */
  Result run(String command, Duration limit, MachineOptions.Clock clock)
      throws IOException, MachineException, InterruptedException {
    Path hostLink = Files.createTempFile("edgex", ".host-link");
    try {
      MachineOptions options =
          new MachineOptions(
              built.plan().board().emulator(),
              built.kernel(),
              built.image(),
              "image=" + built.plan().name() + " -- " + command,
              1,
              built.plan().board().memoryMebibytes(),
              clock,
              Optional.of(limit),
              hostLink);
      ByteArrayOutputStream console = new ByteArrayOutputStream();
      Outcome outcome = new Machine(options).run(console);
      String text = console.toString(StandardCharsets.UTF_8);
      if (outcome.end() == Outcome.End.TIMED_OUT || outcome.emulatorStatus() != 0) {
        throw new AssertionError("the guest did not end by itself (" + outcome + "):\n" + text);
      }
      return new Result(text, HostLinkDecoder.decode(Files.readAllBytes(hostLink)));
    } finally {
      Files.deleteIfExists(hostLink);
    }
  }
}
