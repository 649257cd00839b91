package edgex.kernel.sched;

import edgex.abi.MessageInformation;
import edgex.abi.declare.BootOnly;
import edgex.kernel.arch.AddressSpace;
import edgex.kernel.arch.Cpu;
import edgex.kernel.arch.Timer;
import edgex.kernel.object.KernelProcess;
import edgex.kernel.time.TimerQueue;
import org.teavm.interop.StaticInit;
import org.teavm.interop.Unmanaged;

/**
 * What the kernel keeps per CPU. All of it belongs to whoever holds the kernel's lock, whichever
 * CPU that is.
 *
 * <p>The current thread is not in the run queue. Between two upcalls it is RUNNING and no ready
 * thread has a higher priority, or there is none and the CPU idles.
 */
@StaticInit
@Unmanaged
public final class Processor {
  /** All CPUs. */
  public static Processor[] all;

  /** Number of the CPU. */
  public final int index;

  /** Ready threads. */
  public final RunQueue ready = new RunQueue();

  /** Threads that wait for a time. */
  public final TimerQueue timers;

  /** The thread that runs; null: idle. */
  public KernelThread current;

  /** Whose address space the MMU uses; null: the kernel's own. */
  public KernelProcess active;

  /**
   * Indices of the capabilities that a message being sent on this CPU takes along; valid from the
   * check of the message until it is copied, both in one upcall.
   */
  public final int[] sentCapabilities = new int[MessageInformation.MAXIMUM_CAPABILITIES];

  /** Whether the way out of the kernel must choose again. */
  public boolean reschedule;

  /** When the current thread's turn ends; {@link Timer#NEVER}: no equal waits. */
  public long sliceEndNanos = Timer.NEVER;

  /** What the alarm is set to. */
  long armedNanos = Timer.NEVER;

  /** Who pays for the time since {@link #chargedSinceNanos}; null: nobody, the CPU idles. */
  KernelThread charged;

  /** Until when time has been accounted. */
  long chargedSinceNanos;

  /** Time without a thread. */
  long idleNanos;

  /** How many interrupts came while there was no thread. */
  private long idleWakeups;

  private Processor(int index, int threads) {
    this.index = index;
    timers = new TimerQueue(threads);
  }

  /** At boot. */
  @BootOnly(reason = "allocates")
  public static void create(int count, int threads) {
    all = new Processor[count];
    for (int i = 0; i < count; i++) {
      all[i] = new Processor(i, threads);
    }
  }

  /** The CPU that executes this. */
  public static Processor self() {
    return all[Cpu.current()];
  }

  /** Whether this is the CPU that executes this. */
  boolean isSelf() {
    return index == Cpu.current();
  }

  /** Makes the CPU choose again who runs: this one on its way out, another one now. */
  void choose() {
    if (!reschedule) {
      reschedule = true;
      if (!isSelf()) {
        Cpu.wake(index);
      }
    }
  }

  /**
   * Takes the running thread off; it is then as if its system call, if it has made one, is yet to
   * come.
   */
  void release(KernelThread thread) {
    if (isSelf()) {
      reschedule = true;
      return;
    }
    if (Cpu.take(index)) {
      thread.context.rewindSystemCall();
    }
    account();
    charged = null;
    current = null;
    active = null;
    sliceEndNanos = Timer.NEVER;
    // It waits for its turn in the kernel, and chooses on its way out.
    reschedule = true;
  }

  /** Accounts the time of all CPUs until now, which is the result. */
  public static long accountAll() {
    long now = 0;
    for (int i = 0; i < all.length; i++) {
      now = all[i].account();
    }
    return now;
  }

  /** Accounts the time since the last accounting to who ran. The result is the time. */
  public long account() {
    long now = Timer.nowNanos();
    // The clocks of two CPUs may differ by a little.
    long spent = Math.max(now - chargedSinceNanos, 0);
    chargedSinceNanos = now;
    if (charged == null) {
      idleNanos += spent;
    } else {
      charged.cpuNanos += spent;
      charged.process.cpuNanos += spent;
    }
    return now;
  }

  /** Idle time of all CPUs. */
  public static long idleNanos() {
    long total = 0;
    for (int i = 0; i < all.length; i++) {
      total += all[i].idleNanos;
    }
    return total;
  }

  /** An interrupt has ended this CPU's rest. */
  public void countIdleWakeup() {
    idleWakeups++;
  }

  /** How often interrupts have ended the rest of CPUs. */
  public static long idleWakeups() {
    long total = 0;
    for (int i = 0; i < all.length; i++) {
      total += all[i].idleWakeups;
    }
    return total;
  }

  /**
   * Makes sure that no CPU uses the address space of a process that has no threads any more. Other
   * CPUs don't: they leave a space when they idle and when their thread is taken.
   */
  public static void leaveAddressSpace(KernelProcess process) {
    Processor processor = self();
    if (processor.active == process) {
      AddressSpace.activateKernel();
      processor.active = null;
    }
  }

  /** Nothing to run: where there are other CPUs, no trace of a thread or process stays here. */
  void rest() {
    if (all.length > 1 && active != null) {
      AddressSpace.activateKernel();
      active = null;
    }
    current = null;
    charged = null;
    Cpu.setIdle();
  }

  /** Accounts the last time of a thread that goes. */
  static void forget(KernelThread thread) {
    for (int i = 0; i < all.length; i++) {
      if (all[i].charged == thread) {
        all[i].account();
        all[i].charged = null;
      }
    }
  }
}
