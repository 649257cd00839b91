package edgex.kernel.machine;

import edgex.abi.declare.BootOnly;
import edgex.kernel.arch.Cpu;
import org.teavm.interop.StaticInit;
import org.teavm.interop.Unmanaged;

/**
 * The one lock of the kernel: entry code takes it before it calls the kernel and gives it back on
 * the way out. CPUs get it in the order in which they came. With one CPU there is none.
 *
 * <pre>
 *   next   the ticket of who comes next          on a line of its own
 *   turn   the ticket whose turn it is           on the line that waiting CPUs watch
 * </pre>
 *
 * <p>A CPU that waits does what the holder asks of it ({@link CpuRequests}), so the holder can wait
 * for any other CPU without a deadlock.
 */
@StaticInit
@Unmanaged
public final class KernelLock {
  private static boolean needed;
  private static long next;
  private static long turn;

  private KernelLock() {}

  /** From now on several CPUs run. */
  @BootOnly(reason = "allocates")
  public static void create(int cpus) {
    next = SharedMemory.allocateLines(1);
    turn = SharedMemory.allocateLines(1);
    CpuRequests.create(cpus);
    needed = cpus > 1;
  }

  /** For an interrupt, a fault, or anything else that is no system call. */
  public static void acquire() {
    if (needed) {
      await(CpuRequests.NO_CALL);
    }
  }

  /** For a system call of the current thread, whose registers are all saved. */
  public static void acquireForCall() {
    if (needed) {
      await(CpuRequests.IN_CALL);
    }
  }

  /** Lets the next one in. */
  public static void release() {
    if (needed) {
      SharedMemory.storeRelease32(turn, SharedMemory.loadAcquire32(turn) + 1);
    }
  }

  private static void await(int reason) {
    int ticket = SharedMemory.fetchAdd32(next, 1);
    if (SharedMemory.loadAcquire32(turn) == ticket) {
      return;
    }
    int cpu = Cpu.current();
    CpuRequests.enter(cpu, reason);
    while (SharedMemory.loadAcquire32(turn) != ticket) {
      CpuRequests.serve(cpu);
      SharedMemory.pause();
    }
  }
}
