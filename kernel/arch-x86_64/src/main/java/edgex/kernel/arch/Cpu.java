package edgex.kernel.arch;

import org.teavm.interop.StaticInit;
import org.teavm.interop.Unmanaged;

/** One processor. Kernel code runs with interrupts off. See {@code arch-api}. */
@StaticInit
@Unmanaged
public final class Cpu {
  private static final int MSR_FS_BASE = 0xc000_0100;

  /** What FS.base holds: a write is slow on real processors, and most switches don't change it. */
  private static long loadedThreadPointer;

  private Cpu() {}

  /** Index of the CPU that executes this. */
  public static int current() {
    return 0;
  }

  /** CPUs that the machine has and the kernel has started. */
  public static int count() {
    return 1;
  }

  /** The context to save to on the next entry and to restore on the way out to user mode. */
  public static void setContext(Context context) {
    Instructions.setContext(context);
    Fpu.prepareFor(context);
    loadThreadPointer(context.threadPointer());
  }

  /**
   * Makes the way out of the kernel go to the idle loop (interrupts on, CPU halted) instead of to a
   * context.
   */
  public static void setIdle() {
    Instructions.setContext(null);
  }

  /**
   * Whether an interrupt waits to be taken: what long operations ask at their preemption points.
   */
  public static boolean interruptPending() {
    return LocalApic.interruptPending();
  }

  /** After a panic: tells the host and resets the machine. */
  public static void stop() {
    FatalError.end();
  }

  /** Loads FS.base, the base of thread-local storage. */
  static void loadThreadPointer(long address) {
    if (address != loadedThreadPointer) {
      loadedThreadPointer = address;
      Instructions.writeMsr(MSR_FS_BASE, address);
    }
  }
}
