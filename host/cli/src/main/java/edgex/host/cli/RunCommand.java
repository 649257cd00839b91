package edgex.host.cli;

import edgex.host.build.BuildException;
import edgex.host.build.BuiltImage;
import edgex.host.build.DiskBuilder;
import edgex.host.build.SystemBuilder;
import edgex.host.machine.CommandLine;
import edgex.host.machine.MachineOptions;
import edgex.toolchain.image.Board;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./edgex run}: builds what changed and boots it in QEMU. */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    description = {
      "Build what changed and boot EdgeX in QEMU.",
      "Without COMMAND: an interactive shell; Ctrl-A X quits. With COMMAND: run it in the guest's"
          + " shell, print its output only, power off, exit with its status."
    })
final class RunCommand implements Callable<Integer> {
  private static final int MAXIMUM_PROCESSORS = 64;
  private static final int MAXIMUM_MEMORY_MEBIBYTES = 1 << 20;
  private static final int MINIMUM_MEMORY_MEBIBYTES = 16;
  private static final int MAXIMUM_TIMEOUT_SECONDS = 7 * 24 * 3600;

  @Option(
      names = "--arch",
      paramLabel = "ARCH",
      description = "x86_64, aarch64 or riscv64 (default: the board's, or x86_64).")
  String architectureName;

  @Option(names = "--board", paramLabel = "NAME", description = "A machine of boards/.")
  String boardName;

  @Option(
      names = "--firmware",
      paramLabel = "KIND",
      defaultValue = "direct",
      description = "direct, uefi or bios (default: ${DEFAULT-VALUE}).")
  String firmware;

  @Option(
      names = "--image",
      paramLabel = "NAME",
      defaultValue = "default",
      description = "An image of images/ (default: ${DEFAULT-VALUE}).")
  String imageName;

  @Option(
      names = "--smp",
      paramLabel = "N",
      defaultValue = "1",
      description = "How many CPUs (default: ${DEFAULT-VALUE}).")
  int processors;

  @Option(names = "--memory", paramLabel = "MB", description = "RAM (default: the board's).")
  Integer memoryMebibytes;

  @Option(names = "--icount", description = "Deterministic: one instruction takes 1 ns.")
  boolean instructionClock;

  @Option(names = "--timeout", paramLabel = "SECONDS", description = "Stop a guest that hangs.")
  Integer timeoutSeconds;

  @Option(names = "--put", paramLabel = "HOST:GUEST", description = "Put a file into the guest.")
  List<String> puts = new ArrayList<>();

  @Option(names = "--get", paramLabel = "GUEST:HOST", description = "Get a file at the end.")
  List<String> gets = new ArrayList<>();

  @Parameters(paramLabel = "COMMAND", description = "After --: a command for the guest's shell.")
  List<String> command = new ArrayList<>();

  @Override
  public Integer call() throws UserException, BuildException, InterruptedException {
    Workspace workspace = Workspace.current();
    Board board = Targets.board(workspace.root(), boardName, architectureName);
    Optional<List<String>> firmwareOptions = Targets.firmware(board, firmware);
    requireRange("--smp", processors, 1, MAXIMUM_PROCESSORS);
    if (memoryMebibytes != null) {
      requireRange("--memory", memoryMebibytes, MINIMUM_MEMORY_MEBIBYTES, MAXIMUM_MEMORY_MEBIBYTES);
    }
    if (timeoutSeconds != null) {
      requireRange("--timeout", timeoutSeconds, 1, MAXIMUM_TIMEOUT_SECONDS);
    }
    if (command.isEmpty() && !gets.isEmpty()) {
      throw new UserException("--get needs a COMMAND after --", ExitStatus.USAGE);
    }
    Transfers transfers = Transfers.parse(puts, gets);
    SystemBuilder builder = new SystemBuilder(workspace.root(), workspace.progress());
    BuiltImage built = builder.build(imageName, board);
    try (RunFolder folder = RunFolder.create(workspace.root())) {
      Path image = built.image();
      if (!transfers.into().isEmpty()) {
        image = folder.path().resolve("boot.img");
        builder.assemble(built, transfers.into(), image);
      }
      MachineOptions options = options(built, image, folder, firmwareOptions.isPresent());
      if (firmwareOptions.isPresent()) {
        Path disk = folder.path().resolve("disk.img");
        DiskBuilder.write(DiskBuilder.files(builder, built, image, options.commandLine()), disk);
        options = options.booting(new MachineOptions.BootDisk(disk, firmwareOptions.get()));
      }
      return new GuestRun(options, transfers, !command.isEmpty()).run();
    }
  }

  private MachineOptions options(
      BuiltImage built, Path image, RunFolder folder, boolean hasFirmware) {
    Board board = built.plan().board();
    boolean marksItself = hasFirmware && !board.emulator().firmwareSpeaks();
    String guestOptions =
        CommandLine.of(
            "image=" + imageName + (marksItself ? " " + CommandLine.FORM_FEED : ""),
            gets.stream().map(RunCommand::guestPath).toList(),
            command);
    return new MachineOptions(
        board.emulator(),
        built.kernel(),
        image,
        guestOptions,
        processors,
        memoryMebibytes == null ? board.memoryMebibytes() : memoryMebibytes,
        instructionClock ? MachineOptions.Clock.INSTRUCTIONS : MachineOptions.Clock.REAL_TIME,
        Optional.ofNullable(timeoutSeconds).map(Duration::ofSeconds),
        folder.path().resolve("host-link"));
  }

  private static String guestPath(String get) {
    return get.substring(0, get.indexOf(':'));
  }

  private static void requireRange(String option, int value, int minimum, int maximum)
      throws UserException {
    if (value < minimum || value > maximum) {
      throw new UserException(
          option + " " + value + ": must be " + minimum + " to " + maximum, ExitStatus.USAGE);
    }
  }
}
