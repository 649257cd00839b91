package edgex.kernel.arch;

/** One processor. Kernel code runs with interrupts off. */
public final class Cpu {
  private Cpu() {}

  /** Index of the CPU that executes this. */
  public static native int current();

  /** CPUs that the machine has and the kernel has started. */
  public static native int count();

  /** The context to save to on the next entry and to restore on the way out to user mode. */
  public static native void setContext(Context context);

  /**
   * Makes the way out of the kernel go to the idle loop (interrupts on, CPU halted) instead of to a
   * context.
   */
  public static native void setIdle();

  /**
   * Whether an interrupt waits to be taken: what long operations ask at their preemption points.
   */
  public static native boolean interruptPending();

  /**
   * After a panic: ends the machine, by a reset where it can, so that whoever watches over it
   * knows. Does not return.
   */
  public static native void stop();
}
