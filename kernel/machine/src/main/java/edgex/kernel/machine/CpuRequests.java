package edgex.kernel.machine;

import edgex.abi.declare.BootOnly;
import edgex.kernel.arch.Cpu;
import org.teavm.interop.StaticInit;
import org.teavm.interop.Unmanaged;

/**
 * What the holder of the kernel's lock asks of another CPU and waits for.
 *
 * <pre>
 *  line of a CPU:  request  what to do, {@link #NONE} when it is done      holder -> CPU -> holder
 *                  reason   why the CPU waits for the lock, a call or not  CPU -> holder
 * </pre>
 *
 * <p>An interrupt makes the CPU enter the kernel; there it cannot get the lock, and serves the
 * request while it waits. So a CPU serves with all user registers saved, and changes nothing but
 * its own registers.
 */
@StaticInit
@Unmanaged
public final class CpuRequests {
  /** Nothing to do. */
  public static final int NONE = 0;

  /** Forget translations of user addresses that have ended. */
  public static final int FLUSH = 1;

  /** Let go of the thread: save what is in registers only, and leave its space. */
  public static final int TAKE = 2;

  /** The CPU waits for an interrupt, a fault, or a wake-up. */
  static final int NO_CALL = 0;

  /** The CPU waits with a system call of its thread. */
  static final int IN_CALL = 1;

  private static final int REASON_OFFSET = 4;

  private static long lines;

  private CpuRequests() {}

  @BootOnly(reason = "allocates")
  static void create(int cpus) {
    lines = SharedMemory.allocateLines(cpus);
  }

  /** Asks for something, by the holder of the lock; {@link #await} follows. */
  public static void post(int cpu, int request) {
    SharedMemory.storeRelease32(line(cpu), request);
    Cpu.wake(cpu);
  }

  /** Waits until a CPU has done what was posted; whether it has a system call waiting. */
  public static boolean await(int cpu) {
    while (SharedMemory.loadAcquire32(line(cpu)) != NONE) {
      SharedMemory.pause();
    }
    return SharedMemory.loadAcquire32(line(cpu) + REASON_OFFSET) == IN_CALL;
  }

  /** This CPU begins to wait for the lock. */
  static void enter(int cpu, int reason) {
    SharedMemory.storeRelease32(line(cpu) + REASON_OFFSET, reason);
  }

  /** Does what was asked of this CPU, if anything was. */
  static void serve(int cpu) {
    int request = SharedMemory.loadAcquire32(line(cpu));
    if (request != NONE) {
      Cpu.perform(request);
      SharedMemory.storeRelease32(line(cpu), NONE);
    }
  }

  private static long line(int cpu) {
    return lines + (long) cpu * SharedMemory.LINE_BYTES;
  }
}
