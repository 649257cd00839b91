package edgex.kernel.arch;

/**
 * One processor. Kernel code runs with interrupts off, and on one CPU at a time: the entry code
 * takes the kernel's lock before it calls the kernel, and gives it back on the way out.
 */
public final class Cpu {
  private Cpu() {}

  /** Index of the CPU that executes this; the one that booted is 0. */
  public static native int current();

  /** CPUs that run, the same from the kernel's boot on. */
  public static native int count();

  /** The context to save to on the next entry and to restore on the way out to user mode. */
  public static native void setContext(Context context);

  /**
   * Makes the way out of the kernel go to the idle loop (interrupts on, CPU halted) instead of to a
   * context.
   */
  public static native void setIdle();

  /** Interrupts another CPU, which then enters the kernel when its turn comes. */
  public static native void wake(int cpu);

  /**
   * Takes the thread off another CPU that runs one. Afterwards that CPU waits for its turn in the
   * kernel, in a space with only the kernel's part, and the state of the thread is in its context.
   *
   * @return whether the thread had made a system call, which will not be executed
   */
  public static native boolean take(int cpu);

  /**
   * Does what another CPU asks of this one: called while it waits for the kernel's lock.
   *
   * @param request of {@code edgex.kernel.machine.CpuRequests}
   */
  public static native void perform(int request);

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
