package edgex.bench.peers;

import edgex.bench.report.BenchResult;
import edgex.bench.report.Measurement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which figures of Linux stand beside which results of the benchmark {@code kernel}. */
public final class KernelPeers {
  /** What a Linux program uses where an EdgeX program makes a short call to a server. */
  private static final List<String> SHORT_MESSAGES =
      List.of(LinuxPeer.PIPE_ROUNDTRIP, LinuxPeer.FUTEX_ROUNDTRIP, LinuxPeer.UNIX_ROUNDTRIP);

  private static final Map<String, List<String>> PEERS_BY_RESULT =
      Map.ofEntries(
          Map.entry("null_call", List.of(LinuxPeer.GETPPID)),
          Map.entry("ipc.roundtrip.words0", SHORT_MESSAGES),
          Map.entry("ipc.roundtrip.words4", SHORT_MESSAGES),
          Map.entry("ipc.roundtrip.words8", SHORT_MESSAGES),
          Map.entry("ipc.roundtrip.bytes512", List.of(LinuxPeer.PIPE512_ROUNDTRIP)),
          Map.entry("notification.signal_wake", List.of(LinuxPeer.EVENTFD_WAKE)),
          Map.entry("thread.yield_switch", List.of(LinuxPeer.SCHED_YIELD_SWITCH)),
          Map.entry("interrupt.to_user", List.of(LinuxPeer.TIMERFD_WAKE)),
          Map.entry("fault.roundtrip", List.of(LinuxPeer.SIGSEGV_ROUNDTRIP)),
          Map.entry("process.create_exit", List.of(LinuxPeer.FORK_EXIT_WAIT)),
          Map.entry("size.kernel.text", List.of(LinuxPeer.KERNEL_TEXT)),
          Map.entry("size.kernel.data", List.of(LinuxPeer.KERNEL_DATA)),
          Map.entry("size.kernel.bss", List.of(LinuxPeer.KERNEL_BSS)),
          Map.entry("boot.to_prompt", List.of(LinuxPeer.BOOT_TO_PROMPT, LinuxPeer.BOOT_TO_INIT)),
          Map.entry("ram.prompt", List.of(LinuxPeer.RAM)));

  private KernelPeers() {}

  /**
   * A result with those of its peers that were measured; a result or a peer that is not known is
   * left alone.
   *
   * @param name of the result, for example {@code ipc.roundtrip.words8}
   * @param own EdgeX's figure
   * @param linux what {@link LinuxPeer#measure} returned, or an empty map if it could not
   * @throws IllegalArgumentException if EdgeX's figure is in another unit than its peer's
   */
  public static BenchResult beside(String name, Measurement own, Map<String, Measurement> linux) {
    Map<String, Measurement> peers = new LinkedHashMap<>();
    for (String peer : PEERS_BY_RESULT.getOrDefault(name, List.of())) {
      if (linux.containsKey(peer)) {
        peers.put(peer, linux.get(peer));
      }
    }
    return new BenchResult(name, own, peers);
  }
}
