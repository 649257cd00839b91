package edgex.kernel.sched;

import edgex.kernel.object.KernelObject;
import org.teavm.interop.StaticInit;
import org.teavm.interop.Unmanaged;

/**
 * The ready threads of one CPU: a first-in first-out list per priority, and a bitmap of the lists
 * that are not empty. Everything takes constant time.
 *
 * <pre>
 *   heads[priority] -> thread -> thread ... <- tails[priority]
 *   bits: four words of 64 priorities; highest: the highest that is not empty, or NONE
 * </pre>
 */
@StaticInit
@Unmanaged
public final class RunQueue {
  /** Priorities that there are: 0 to this, exclusive. */
  public static final int PRIORITIES = 256;

  private static final int WORD_BITS = 64;
  private static final int WORD_SHIFT = 6;
  private static final int BIT_MASK = WORD_BITS - 1;

  private final int[] heads = new int[PRIORITIES];
  private final int[] tails = new int[PRIORITIES];
  private final long[] bits = new long[PRIORITIES / WORD_BITS];
  private int highest = KernelObject.NONE;

  RunQueue() {
    for (int i = 0; i < PRIORITIES; i++) {
      heads[i] = KernelObject.NONE;
      tails[i] = KernelObject.NONE;
    }
  }

  /** The highest priority of a ready thread, or {@code NONE}. */
  public int highest() {
    return highest;
  }

  /** The first thread of a priority, or {@code NONE}. */
  public int head(int priority) {
    return heads[priority];
  }

  void addLast(KernelThread thread) {
    int priority = thread.effectivePriority;
    int tail = tails[priority];
    thread.queuePrevious = tail;
    thread.queueNext = KernelObject.NONE;
    tails[priority] = thread.index;
    if (tail == KernelObject.NONE) {
      heads[priority] = thread.index;
      mark(priority);
    } else {
      KernelThread.all[tail].queueNext = thread.index;
    }
  }

  void addFirst(KernelThread thread) {
    int priority = thread.effectivePriority;
    int head = heads[priority];
    thread.queueNext = head;
    thread.queuePrevious = KernelObject.NONE;
    heads[priority] = thread.index;
    if (head == KernelObject.NONE) {
      tails[priority] = thread.index;
      mark(priority);
    } else {
      KernelThread.all[head].queuePrevious = thread.index;
    }
  }

  void remove(KernelThread thread) {
    int priority = thread.effectivePriority;
    if (thread.queueNext == KernelObject.NONE) {
      tails[priority] = thread.queuePrevious;
    } else {
      KernelThread.all[thread.queueNext].queuePrevious = thread.queuePrevious;
    }
    if (thread.queuePrevious == KernelObject.NONE) {
      heads[priority] = thread.queueNext;
    } else {
      KernelThread.all[thread.queuePrevious].queueNext = thread.queueNext;
    }
    thread.queueNext = KernelObject.NONE;
    thread.queuePrevious = KernelObject.NONE;
    if (heads[priority] == KernelObject.NONE) {
      unmark(priority);
    }
  }

  private void mark(int priority) {
    bits[priority >> WORD_SHIFT] |= 1L << (priority & BIT_MASK);
    if (priority > highest) {
      highest = priority;
    }
  }

  private void unmark(int priority) {
    bits[priority >> WORD_SHIFT] &= ~(1L << (priority & BIT_MASK));
    if (priority != highest) {
      return;
    }
    int word = priority >> WORD_SHIFT;
    while (word >= 0 && bits[word] == 0) {
      word--;
    }
    highest =
        word < 0
            ? KernelObject.NONE
            : (word << WORD_SHIFT) + BIT_MASK - Long.numberOfLeadingZeros(bits[word]);
  }
}
