package edgex.kernel.object;

import edgex.abi.declare.BootOnly;
import org.teavm.interop.StaticInit;
import org.teavm.interop.Unmanaged;

/**
 * How many objects of each type boot makes: in proportion to RAM, between a floor and a ceiling.
 */
@StaticInit
@Unmanaged
public final class PoolSizes {
  /** Processes. */
  public int processes;

  /** Threads. */
  public int threads;

  /** Endpoints. */
  public int endpoints;

  /** Reply objects. */
  public int replies;

  /** Notifications. */
  public int notifications;

  /** Memory objects. */
  public int memories;

  /** Interrupt objects. */
  public int interrupts;

  /** Device windows. */
  public int devices;

  /** Capabilities. */
  public int capabilities;

  /** Mappings. */
  public int mappings;

  private static final int SHARE_BYTES = 16 << 20;
  private static final int MAXIMUM_SHARES = 64;

  /** Sizes for a machine with this much RAM; one share is a sixteenth of what 256 MiB gets. */
  @BootOnly(reason = "allocates")
  public static PoolSizes forMemory(long totalBytes) {
    // Firmware keeps a little of what is installed: a begun share counts.
    long wholeShares = (totalBytes + SHARE_BYTES - 1) / SHARE_BYTES;
    int shares = wholeShares < 1 ? 1 : (int) Math.min(wholeShares, MAXIMUM_SHARES);
    PoolSizes sizes = new PoolSizes();
    sizes.processes = 16 * shares;
    sizes.threads = 64 * shares;
    sizes.endpoints = 256 * shares;
    sizes.replies = 64 * shares;
    sizes.notifications = 256 * shares;
    sizes.memories = 512 * shares;
    sizes.interrupts = 64;
    sizes.devices = 16 * shares;
    sizes.capabilities = Math.min(4096 * shares, Capabilities.MAXIMUM_COUNT);
    sizes.mappings = 512 * shares;
    return sizes;
  }
}
