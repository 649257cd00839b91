package edgex.kernel.time;

import edgex.kernel.arch.Timer;
import edgex.kernel.object.KernelObject;
import edgex.kernel.sched.KernelThread;
import org.teavm.interop.StaticInit;
import org.teavm.interop.Unmanaged;

/**
 * The threads of one CPU that wait for a time: a binary heap by deadline, earliest at place 0. Each
 * thread knows its place, so taking one out costs O(log n) too.
 */
@StaticInit
@Unmanaged
public final class TimerQueue {
  private final int[] heap;
  private int size;

  /** At boot: a thread waits for one time at most, so there is room for all. */
  public TimerQueue(int threads) {
    heap = new int[threads];
  }

  /** How many threads wait. */
  public int size() {
    return size;
  }

  /** The thread at a place of the heap. */
  public KernelThread at(int place) {
    return KernelThread.all[heap[place]];
  }

  /** The earliest deadline, or {@link Timer#NEVER}. */
  public long firstDeadlineNanos() {
    return size == 0 ? Timer.NEVER : KernelThread.all[heap[0]].deadlineNanos;
  }

  /** Adds a thread that is not in the queue. */
  public void add(KernelThread thread, long deadlineNanos) {
    thread.deadlineNanos = deadlineNanos;
    put(size, thread);
    size++;
    rise(thread);
  }

  /** Takes a thread out, if it is in the queue. */
  public void remove(KernelThread thread) {
    int place = thread.timerPosition;
    if (place == KernelObject.NONE) {
      return;
    }
    thread.timerPosition = KernelObject.NONE;
    size--;
    if (place == size) {
      return;
    }
    KernelThread moved = KernelThread.all[heap[size]];
    put(place, moved);
    rise(moved);
    sink(moved);
  }

  private void rise(KernelThread thread) {
    int place = thread.timerPosition;
    while (place > 0) {
      int above = (place - 1) >> 1;
      KernelThread other = KernelThread.all[heap[above]];
      if (other.deadlineNanos <= thread.deadlineNanos) {
        break;
      }
      put(place, other);
      place = above;
    }
    put(place, thread);
  }

  private void sink(KernelThread thread) {
    int place = thread.timerPosition;
    while (true) {
      int below = 2 * place + 1;
      if (below >= size) {
        break;
      }
      if (below + 1 < size && at(below + 1).deadlineNanos < at(below).deadlineNanos) {
        below++;
      }
      KernelThread other = at(below);
      if (thread.deadlineNanos <= other.deadlineNanos) {
        break;
      }
      put(place, other);
      place = below;
    }
    put(place, thread);
  }

  private void put(int place, KernelThread thread) {
    heap[place] = thread.index;
    thread.timerPosition = place;
  }
}
