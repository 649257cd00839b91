package edgex.bench.peers;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * The machine with Linux in it: Debian's cloud kernel, BusyBox and {@link GuestProgram} as the
 * first process, on the same QEMU as EdgeX, with the same processor and memory.
 *
 * <pre>
 * initramfs:  /init          the measuring program
 *             /bin/busybox   for the shell whose prompt is waited for
 *             /dev/console   standard input and output of /init
 *             /proc          mounted by /init
 * </pre>
 */
final class LinuxGuest {
  /** RAM of the machine, as in EdgeX's own runs. */
  static final long MACHINE_BYTES = 256L << 20;

  private static final int EXECUTABLE = 0755;

  /** Linux's number for /dev/console (admin-guide/devices.txt). */
  private static final int CONSOLE_MAJOR = 5;

  private static final int CONSOLE_MINOR = 1;

  private final Path folder;
  private final Consumer<String> progress;

  /** Keeps packages in FOLDER; PROGRESS is told of work that may take long. */
  LinuxGuest(Path folder, Consumer<String> progress) throws IOException {
    this.folder = Files.createDirectories(folder).toAbsolutePath();
    this.progress = progress;
  }

  /**
   * Builds and boots the guest and waits until it powers itself off.
   *
   * @param limit of the boot; QEMU is killed then
   * @return what it wrote to its serial line
   * @throws PeerException if something is missing or the guest does not end in time
   */
  String run(Duration limit) throws IOException {
    try (ScratchFolder scratch = ScratchFolder.create(folder, "guest")) {
      Path work = scratch.path();
      // What is missing shows before the download.
      HostTool.QEMU.run(work, limit, List.of("--version"));
      Path program = GuestProgram.compile(work);
      DebianPackages packages = new DebianPackages(folder, progress);
      Path kernel =
          kernelImage(
              packages.contentsOfDependency(
                  "linux-image-cloud-amd64", "linux-image-[0-9]*-cloud-amd64"));
      Path busybox = packages.contents("busybox-static").resolve("bin/busybox");
      Path initramfs = work.resolve("initramfs.cpio");
      Files.write(initramfs, initramfs(program, busybox));
      progress.accept("booting Linux in QEMU");
      return HostTool.QEMU.run(work, limit, qemuArguments(kernel, initramfs));
    }
  }

  private static Path kernelImage(Path contents) throws IOException {
    try (DirectoryStream<Path> found =
        Files.newDirectoryStream(contents.resolve("boot"), "vmlinuz-*")) {
      for (Path image : found) {
        return image;
      }
    }
    throw new PeerException("no kernel image boot/vmlinuz-* in " + contents);
  }

  private static byte[] initramfs(Path program, Path busybox) throws IOException {
    NewcArchive archive = new NewcArchive();
    archive.addDirectory("bin", EXECUTABLE);
    archive.addDirectory("dev", EXECUTABLE);
    archive.addDirectory("proc", EXECUTABLE);
    archive.addCharacterDevice("dev/console", 0600, CONSOLE_MAJOR, CONSOLE_MINOR);
    archive.addFile("bin/busybox", EXECUTABLE, Files.readAllBytes(busybox));
    archive.addFile("init", EXECUTABLE, Files.readAllBytes(program));
    return archive.finish();
  }

  /**
   * The command line of QEMU. With the seed for random numbers and a clock that starts at a fixed
   * date, two runs are equal to the instruction, randomised addresses included.
   */
  private static List<String> qemuArguments(Path kernel, Path initramfs) {
    // A panic reboots at once, which -no-reboot turns into the end of QEMU. Linux hands arguments
    // that it does not know to the first process as environment variables.
    String commandLine =
        "console=ttyS0 mitigations=off quiet panic=-1 MACHINE_BYTES=" + MACHINE_BYTES;
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of("-machine", "q35", "-cpu", "max", "-smp", "1"));
    arguments.addAll(List.of("-m", (MACHINE_BYTES >> 20) + "M"));
    arguments.addAll(List.of("-icount", "shift=0,sleep=off"));
    arguments.addAll(List.of("-seed", "1", "-rtc", "base=2026-01-01,clock=vm"));
    arguments.addAll(List.of("-nic", "none", "-display", "none", "-monitor", "none"));
    arguments.addAll(List.of("-serial", "stdio", "-no-reboot"));
    arguments.addAll(List.of("-kernel", kernel.toString()));
    arguments.addAll(List.of("-initrd", initramfs.toString()));
    arguments.addAll(List.of("-append", commandLine));
    return arguments;
  }
}
