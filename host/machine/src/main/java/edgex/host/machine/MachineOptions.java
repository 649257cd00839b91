package edgex.host.machine;

import edgex.toolchain.image.Board;
import java.nio.file.Path;
import java.time.Duration;
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
    Path hostLink) {

  /** How guest time passes. */
  public enum Clock {
    /** As on the wall. */
    REAL_TIME,

    /** One nanosecond for each instruction: the same run takes the same time. */
    INSTRUCTIONS
  }
}
