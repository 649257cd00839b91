package edgex.bench.peers;

import edgex.bench.report.Measurement;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Linux as a peer: Debian's cloud kernel with the mitigations off, on the same QEMU, processor
 * model and memory as EdgeX. How each figure is measured is told in docs/benchmarks.md.
 */
public final class LinuxPeer {
  /** getppid, instructions. */
  public static final String GETPPID = "linux.getppid";

  /** 32 bytes there and back over two pipes between two processes, instructions. */
  public static final String PIPE_ROUNDTRIP = "linux.pipe.roundtrip";

  /** 512 bytes there and back over two pipes between two processes, instructions. */
  public static final String PIPE512_ROUNDTRIP = "linux.pipe512.roundtrip";

  /** 32 bytes there and back over an AF_UNIX stream between two processes, instructions. */
  public static final String UNIX_ROUNDTRIP = "linux.unix.roundtrip";

  /** Two futex words in memory shared by two processes, there and back, instructions. */
  public static final String FUTEX_ROUNDTRIP = "linux.futex.roundtrip";

  /** Process created, ended at once, and reaped, instructions. */
  public static final String FORK_EXIT_WAIT = "linux.fork_exit_wait";

  /** One page mapped in an empty region, written once, and unmapped, instructions. */
  public static final String MMAP_FAULT_MUNMAP = "linux.mmap_fault_munmap";

  /** The same beside a mapped page, so that no page tables come and go, instructions. */
  public static final String MMAP_FAULT_MUNMAP_NEIGHBOUR = "linux.mmap_fault_munmap.neighbour";

  /** Page fault to a signal handler and back to the faulting thread, instructions. */
  public static final String SIGSEGV_ROUNDTRIP = "linux.sigsegv.roundtrip";

  /** From writing an eventfd until the waiting thread of higher priority runs, instructions. */
  public static final String EVENTFD_WAKE = "linux.eventfd.wake";

  /** From sched_yield until the other thread of this process runs, instructions. */
  public static final String SCHED_YIELD_SWITCH = "linux.sched_yield.switch";

  /** From a timer's interrupt until the thread that waits on its timerfd runs, instructions. */
  public static final String TIMERFD_WAKE = "linux.timerfd.wake";

  /** From reset to the first instruction of the first process, virtual nanoseconds. */
  public static final String BOOT_TO_INIT = "linux.boot_to_init";

  /** From reset until BusyBox's shell has prompted, virtual nanoseconds. */
  public static final String BOOT_TO_PROMPT = "linux.boot_to_prompt";

  /** RAM that programs can no longer get when the shell has prompted, bytes. */
  public static final String RAM = "linux.ram";

  /** The kernel's code in memory, bytes. */
  public static final String KERNEL_TEXT = "linux.kernel.text";

  /** The kernel's read-only data in memory, bytes. */
  public static final String KERNEL_RODATA = "linux.kernel.rodata";

  /** The kernel's initialised data in memory, bytes. */
  public static final String KERNEL_DATA = "linux.kernel.data";

  /** The kernel's zeroed data in memory, bytes. */
  public static final String KERNEL_BSS = "linux.kernel.bss";

  /** All that {@link #measure} returns. */
  public static final Set<String> NAMES =
      Set.of(
          GETPPID,
          PIPE_ROUNDTRIP,
          PIPE512_ROUNDTRIP,
          UNIX_ROUNDTRIP,
          FUTEX_ROUNDTRIP,
          FORK_EXIT_WAIT,
          MMAP_FAULT_MUNMAP,
          MMAP_FAULT_MUNMAP_NEIGHBOUR,
          SIGSEGV_ROUNDTRIP,
          EVENTFD_WAKE,
          SCHED_YIELD_SWITCH,
          TIMERFD_WAKE,
          BOOT_TO_INIT,
          BOOT_TO_PROMPT,
          RAM,
          KERNEL_TEXT,
          KERNEL_RODATA,
          KERNEL_DATA,
          KERNEL_BSS);

  /** The run takes ten seconds on an idle machine. */
  private static final Duration BOOT_LIMIT = Duration.ofMinutes(5);

  private LinuxPeer() {}

  /** As {@link #measure(Path, Consumer)}, silently. */
  public static Map<String, Measurement> measure(Path cacheDirectory) throws IOException {
    return measure(cacheDirectory, message -> {});
  }

  /**
   * Boots Linux and measures it. The first run downloads 28 MB with apt-get; later ones need no
   * network.
   *
   * @param cacheDirectory where packages are kept; made if need be
   * @param progress is told of each step that takes long, and of the kernel's release
   * @return a measurement for each of {@link #NAMES}, in the order in which they were made
   * @throws PeerException if this machine cannot do it: why, and what to install
   */
  public static Map<String, Measurement> measure(Path cacheDirectory, Consumer<String> progress)
      throws IOException {
    String serial = new LinuxGuest(cacheDirectory, progress).run(BOOT_LIMIT);
    PeerOutput output = PeerOutput.parse(serial, NAMES);
    progress.accept("measured Linux " + output.release());
    return output.measurements();
  }
}
