package edgex.kernel.arch;

import edgex.kernel.debug.Panic;
import org.teavm.interop.StaticInit;
import org.teavm.interop.Unmanaged;

/** One processor. Kernel code runs with interrupts off. See {@code arch-api}. */
@StaticInit
@Unmanaged
public final class Cpu {
  private static final String NO_OTHER_CPU = "a request to a CPU that was never started";

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
  }

  /**
   * Makes the way out of the kernel go to the idle loop (CPU halted until an interrupt) instead of
   * to a context.
   */
  public static void setIdle() {
    Instructions.setContext(null);
  }

  /** One CPU runs on this architecture so far: there is no other one to wake. */
  public static void wake(int cpu) {
    Panic.panic(NO_OTHER_CPU);
  }

  /** As {@link #wake}. */
  public static boolean take(int cpu) {
    Panic.panic(NO_OTHER_CPU);
    return false;
  }

  /** As {@link #wake}. */
  public static void perform(int request) {
    Panic.panic(NO_OTHER_CPU);
  }

  /**
   * Whether an interrupt waits to be taken: what long operations ask at their preemption points.
   */
  public static boolean interruptPending() {
    return (Instructions.readInterruptPending() & Instructions.readInterruptEnable()) != 0;
  }

  /** After a panic: resets the machine. */
  public static void stop() {
    FatalError.end();
  }
}
