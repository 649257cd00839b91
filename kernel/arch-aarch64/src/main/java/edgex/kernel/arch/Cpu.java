package edgex.kernel.arch;

import edgex.kernel.debug.Panic;
import org.teavm.interop.StaticInit;
import org.teavm.interop.Unmanaged;

/**
 * One processor. Kernel code runs with interrupts off. See {@code arch-api}.
 *
 * <p>TPIDR_EL0, the thread pointer, is the user's own to write: whoever runs next takes the value
 * over into the context that had it before.
 */
@StaticInit
@Unmanaged
public final class Cpu {
  private static final String NO_OTHER_CPU = "a request to a CPU that was never started";

  /** Whose thread pointer is in the register. */
  private static Context pointerOwner;

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
    if (pointerOwner != context) {
      if (pointerOwner != null) {
        pointerOwner.keepThreadPointer(Instructions.readThreadPointer());
      }
      Instructions.writeThreadPointer(context.threadPointer());
      pointerOwner = context;
    }
  }

  /**
   * Makes the way out of the kernel go to the idle loop (interrupts on, CPU halted) instead of to a
   * context.
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
    return Instructions.readInterruptStatus() != 0;
  }

  /** After a panic: resets the machine. */
  public static void stop() {
    FatalError.end();
  }

  /** A context has another thread pointer than before. */
  static void threadPointerChanged(Context context) {
    if (pointerOwner == context) {
      Instructions.writeThreadPointer(context.threadPointer());
    }
  }
}
