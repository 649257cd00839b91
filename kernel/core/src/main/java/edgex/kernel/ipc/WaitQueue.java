package edgex.kernel.ipc;

import edgex.kernel.object.KernelObject;
import edgex.kernel.sched.KernelThread;
import org.teavm.interop.StaticInit;
import org.teavm.interop.Unmanaged;

/**
 * An object that threads wait on: the queue, highest effective priority first, first-in first-out
 * among equals.
 *
 * <p>Adding costs one step per waiting thread of lower priority, none when all are equal.
 */
@StaticInit
@Unmanaged
public abstract class WaitQueue extends KernelObject {
  /** The first waiting thread. */
  public int head = NONE;

  /** The last waiting thread. */
  public int tail = NONE;

  /** At boot. */
  protected WaitQueue(int type, int index) {
    super(type, index);
  }

  /** Adds a thread that is in no queue. */
  final void add(KernelThread thread) {
    thread.waitingOn = index;
    if (tail == NONE) {
      thread.queuePrevious = NONE;
      thread.queueNext = NONE;
      head = thread.index;
      tail = thread.index;
      return;
    }
    int before = tail;
    while (before != NONE
        && KernelThread.all[before].effectivePriority < thread.effectivePriority) {
      before = KernelThread.all[before].queuePrevious;
    }
    int after = before == NONE ? head : KernelThread.all[before].queueNext;
    thread.queuePrevious = before;
    thread.queueNext = after;
    if (before == NONE) {
      head = thread.index;
    } else {
      KernelThread.all[before].queueNext = thread.index;
    }
    if (after == NONE) {
      tail = thread.index;
    } else {
      KernelThread.all[after].queuePrevious = thread.index;
    }
  }

  /** Takes out the first thread. */
  final void removeFirst(KernelThread first) {
    int next = first.queueNext;
    head = next;
    first.queueNext = NONE;
    first.waitingOn = NONE;
    if (next == NONE) {
      tail = NONE;
    } else {
      KernelThread.all[next].queuePrevious = NONE;
    }
  }

  /** Takes a thread out of this queue. */
  final void remove(KernelThread thread) {
    if (thread.queueNext == NONE) {
      tail = thread.queuePrevious;
    } else {
      KernelThread.all[thread.queueNext].queuePrevious = thread.queuePrevious;
    }
    if (thread.queuePrevious == NONE) {
      head = thread.queueNext;
    } else {
      KernelThread.all[thread.queuePrevious].queueNext = thread.queueNext;
    }
    thread.queueNext = NONE;
    thread.queuePrevious = NONE;
    thread.waitingOn = NONE;
  }
}
