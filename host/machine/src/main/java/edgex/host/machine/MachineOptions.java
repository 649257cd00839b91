package edgex.host.machine;

import edgex.toolchain.image.Board;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * One run of an emulated machine.
 *
 * @param emulator how QEMU is told to be the board
 * @param kernel the kernel, in a form that QEMU loads
 * @param image the boot image
 * @param commandLine what the kernel is told
 * @param processors how many CPUs
 * @param memoryMebibytes RAM
 * @param clock how guest time passes
 * @param timeLimit after which the machine is stopped
 * @param hostLink the file that receives what the guest writes to its second serial line
 * @param bootDisk what firmware boots instead of kernel, image and command line; empty: QEMU loads
 *     those
 */
public record MachineOptions(
    Board.Emulator emulator,
    Path kernel,
    Path image,
    String commandLine,
    int processors,
    int memoryMebibytes,
    Clock clock,
    Optional<Duration> timeLimit,
    Path hostLink,
    Optional<BootDisk> bootDisk) {

  /**
   * A disk for the machine's firmware.
   *
   * @param file the disk's content; the machine does not change it
   * @param firmwareOptions QEMU's options that put the firmware into the machine
   */
  public record BootDisk(Path file, List<String> firmwareOptions) {}

  /** A run in which QEMU itself loads kernel and image. */
  public MachineOptions(
      Board.Emulator emulator,
      Path kernel,
      Path image,
      String commandLine,
      int processors,
      int memoryMebibytes,
      Clock clock,
      Optional<Duration> timeLimit,
      Path hostLink) {
    this(
        emulator,
        kernel,
        image,
        commandLine,
        processors,
        memoryMebibytes,
        clock,
        timeLimit,
        hostLink,
        Optional.empty());
  }

  /** The same machine, booted by its firmware from a disk that has kernel and image. */
  public MachineOptions booting(BootDisk from) {
    return new MachineOptions(
        emulator,
        kernel,
        image,
        commandLine,
        processors,
        memoryMebibytes,
        clock,
        timeLimit,
        hostLink,
        Optional.of(from));
  }

  /** Whether something else than the kernel writes to the console first. */
  boolean firmwareSpeaks() {
    return bootDisk.isPresent() || emulator.firmwareSpeaks();
  }

  /** How guest time passes. */
  public enum Clock {
    /** As on the wall. */
    REAL_TIME,

    /** One nanosecond for each instruction: the same run takes the same time. */
    INSTRUCTIONS
  }
}
