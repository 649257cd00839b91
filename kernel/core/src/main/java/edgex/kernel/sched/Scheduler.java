package edgex.kernel.sched;

import edgex.abi.Errors;
import edgex.abi.ThreadState;
import edgex.kernel.arch.Cpu;
import edgex.kernel.arch.Timer;
import edgex.kernel.ipc.Blocking;
import edgex.kernel.object.KernelObject;
import edgex.kernel.object.Reaper;
import org.teavm.interop.StaticInit;
import org.teavm.interop.Unmanaged;

/**
 * Who runs. Handlers make threads ready and block them; {@link #leave}, the last thing that an
 * upcall does, chooses and dispatches.
 */
@StaticInit
@Unmanaged
public final class Scheduler {
  /**
   * What a system-call handler answers when the result register must not be written: the caller
   * blocks, is gone, executes its call again, or has its result already.
   */
  public static final int NO_RESULT = Integer.MIN_VALUE;

  /** Most time-outs served in one go; the alarm rings again at once for the rest. */
  private static final int EXPIRIES_PER_STEP = 16;

  private Scheduler() {}

  /** Puts a thread that is in no queue behind its equals. */
  public static void makeReady(KernelThread thread) {
    Processor processor = thread.processor;
    thread.state = ThreadState.READY;
    processor.ready.addLast(thread);
    KernelThread current = processor.current;
    if (current == null || thread.effectivePriority >= current.effectivePriority) {
      processor.choose();
    }
  }

  /** The running thread stops running; its new state says why. */
  public static void block(KernelThread thread, int state) {
    thread.state = state;
    thread.sliceRemainingNanos = KernelThread.SLICE_NANOS;
    Processor.self().reschedule = true;
  }

  /** As {@link #block}, and sets the alarm unless the time-out is negative. */
  public static void block(KernelThread thread, int state, long timeoutNanos) {
    block(thread, state);
    if (timeoutNanos >= 0) {
      setAlarm(thread, timeoutNanos);
    }
  }

  /** The blocking operation of a thread ends by itself after this time, not negative. */
  public static void setAlarm(KernelThread thread, long timeoutNanos) {
    Processor processor = thread.processor;
    processor.timers.add(thread, deadlineAfter(timeoutNanos));
    processor.reschedule = true;
  }

  /** Takes a thread out of whatever it does; it is then in no queue, and STOPPED. */
  public static void stop(KernelThread thread) {
    Processor processor = thread.processor;
    if (thread.state == ThreadState.READY) {
      processor.ready.remove(thread);
    } else if (thread.state == ThreadState.RUNNING) {
      processor.release(thread);
    } else {
      Blocking.detach(thread);
    }
    thread.state = ThreadState.STOPPED;
  }

  /** Moves a thread, whatever it does, to a CPU on which it stays. */
  static void move(KernelThread thread, Processor target) {
    Processor source = thread.processor;
    if (source == target) {
      return;
    }
    thread.processor = target;
    if (thread.state == ThreadState.READY) {
      source.ready.remove(thread);
      makeReady(thread);
    } else if (thread.state == ThreadState.RUNNING) {
      source.release(thread);
      makeReady(thread);
    } else if (thread.timerPosition != KernelObject.NONE) {
      source.timers.remove(thread);
      target.timers.add(thread, thread.deadlineNanos);
      target.choose();
    }
  }

  /** The running thread goes behind its equals. */
  static void yieldTurn(KernelThread thread) {
    thread.sliceRemainingNanos = KernelThread.SLICE_NANOS;
    makeReady(thread);
    Processor.self().reschedule = true;
  }

  /** Gives a thread another effective priority, wherever it is. */
  static void setEffectivePriority(KernelThread thread, int priority) {
    Processor processor = thread.processor;
    switch (thread.state) {
      case ThreadState.READY -> {
        processor.ready.remove(thread);
        thread.effectivePriority = priority;
        processor.ready.addLast(thread);
        processor.choose();
      }
      case ThreadState.RUNNING -> {
        thread.effectivePriority = priority;
        processor.choose();
      }
      default -> Blocking.setPriority(thread, priority);
    }
  }

  /** The alarm rang: ends operations whose time has come, and the turn of the current thread. */
  public static void timerExpired() {
    Processor processor = Processor.self();
    long now = Timer.nowNanos();
    processor.reschedule = true;
    processor.armedNanos = Timer.NEVER;
    int served = 0;
    while (processor.timers.firstDeadlineNanos() <= now && served < EXPIRIES_PER_STEP) {
      KernelThread thread = processor.timers.at(0);
      boolean slept = thread.state == ThreadState.SLEEPING;
      Blocking.end(thread, slept ? Errors.NONE : Errors.TIMED_OUT);
      served++;
    }
    KernelThread current = processor.current;
    if (processor.sliceEndNanos <= now && current != null) {
      processor.sliceEndNanos = Timer.NEVER;
      yieldTurn(current);
    }
  }

  /** Chooses who runs next if something has changed, and sets the alarm. */
  public static void leave() {
    Processor processor = Processor.self();
    if (!processor.reschedule) {
      return;
    }
    processor.reschedule = false;
    KernelThread current = processor.current;
    boolean continues = current != null && current.state == ThreadState.RUNNING;
    if (!continues || current.effectivePriority < processor.ready.highest()) {
      switchFrom(processor, continues ? current : null);
    }
    arm(processor);
  }

  private static void switchFrom(Processor processor, KernelThread preempted) {
    long now = processor.account();
    if (preempted != null) {
      if (processor.sliceEndNanos != Timer.NEVER) {
        preempted.sliceRemainingNanos = Math.max(processor.sliceEndNanos - now, 0);
      }
      preempted.state = ThreadState.READY;
      processor.ready.addFirst(preempted);
    }
    processor.sliceEndNanos = Timer.NEVER;
    int highest = processor.ready.highest();
    while (highest == KernelObject.NONE && Reaper.isBusy()) {
      boolean finished = Reaper.drain();
      highest = processor.ready.highest();
      if (!finished) {
        break;
      }
    }
    if (highest == KernelObject.NONE) {
      processor.reschedule = false;
      processor.rest();
      return;
    }
    KernelThread next = KernelThread.all[processor.ready.head(highest)];
    processor.ready.remove(next);
    processor.charged = next;
    processor.reschedule = false;
    dispatch(processor, next);
  }

  /** Makes a thread that is in no queue the current one. */
  public static void dispatch(Processor processor, KernelThread next) {
    next.state = ThreadState.RUNNING;
    processor.current = next;
    if (processor.active != next.process) {
      processor.active = next.process;
      next.process.addressSpace.activate();
    }
    Cpu.setContext(next.context);
  }

  private static void arm(Processor processor) {
    KernelThread current = processor.current;
    if (current == null || processor.ready.head(current.effectivePriority) == KernelObject.NONE) {
      processor.sliceEndNanos = Timer.NEVER;
    } else if (processor.sliceEndNanos == Timer.NEVER) {
      processor.sliceEndNanos = Timer.nowNanos() + current.sliceRemainingNanos;
    }
    long deadline = Math.min(processor.timers.firstDeadlineNanos(), processor.sliceEndNanos);
    if (deadline != processor.armedNanos) {
      processor.armedNanos = deadline;
      Timer.setDeadlineNanos(deadline);
    }
  }

  private static long deadlineAfter(long timeoutNanos) {
    long deadline = Timer.nowNanos() + timeoutNanos;
    return deadline < 0 ? Timer.NEVER : deadline;
  }
}
