package edgex.runtime.ipc;

import edgex.runtime.KernelException;
import edgex.runtime.system.SystemCalls;
import java.util.Arrays;

/** The reply objects of a server: one in the receiver's hand, some with requests that wait. */
final class ReplyPool {
  private int[] free = new int[4];
  private int freeCount;
  private int[] deferred = new int[4];
  private int deferredCount;

  /** A reply object that nobody uses. */
  int take() {
    return freeCount > 0
        ? free[--freeCount]
        : KernelException.check("create reply object", SystemCalls.replyCreate());
  }

  /** Takes back a reply object that was used. */
  void give(int reply) {
    if (freeCount == free.length) {
      free = Arrays.copyOf(free, 2 * freeCount);
    }
    free[freeCount++] = reply;
  }

  /** Remembers that a request waits with this reply object. */
  void defer(int reply) {
    if (deferredCount == deferred.length) {
      deferred = Arrays.copyOf(deferred, 2 * deferredCount);
    }
    deferred[deferredCount++] = reply;
  }

  /**
   * Forgets a waiting request.
   *
   * @return its reply object
   * @throws IllegalArgumentException if no request with this token waits
   */
  int settle(long token) {
    for (int i = 0; i < deferredCount; i++) {
      if (deferred[i] == token) {
        int reply = deferred[i];
        deferred[i] = deferred[--deferredCount];
        return reply;
      }
    }
    throw new IllegalArgumentException("no request waits for the answer " + token);
  }
}
