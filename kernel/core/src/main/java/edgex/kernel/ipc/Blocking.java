package edgex.kernel.ipc;

import edgex.abi.ThreadState;
import edgex.kernel.object.KernelObject;
import edgex.kernel.sched.KernelThread;
import edgex.kernel.sched.Scheduler;
import org.teavm.interop.StaticInit;
import org.teavm.interop.Unmanaged;

/** Getting a blocked thread out of what it waits for. */
@StaticInit
@Unmanaged
public final class Blocking {
  private Blocking() {}

  /** Takes a blocked thread out of every queue that it waits in; it is then STOPPED. */
  public static void detach(KernelThread thread) {
    thread.processor.timers.remove(thread);
    switch (thread.state) {
      case ThreadState.SENDING -> Endpoint.all[thread.waitingOn].remove(thread);
      case ThreadState.RECEIVING -> {
        Endpoint.all[thread.waitingOn].remove(thread);
        dropReply(thread);
      }
      case ThreadState.WAITING -> Notification.all[thread.waitingOn].remove(thread);
      case ThreadState.AWAITING_REPLY -> Reply.all[thread.waitingOn].letGo();
      default -> {}
    }
    thread.state = ThreadState.STOPPED;
  }

  /**
   * Ends what a blocked thread waits for with a status. A thread that waits for the answer to its
   * fault has no system call to end: it stays stopped.
   */
  public static void end(KernelThread thread, int status) {
    detach(thread);
    if (thread.faulting) {
      thread.faulting = false;
      return;
    }
    thread.context.setResult(status);
    Scheduler.makeReady(thread);
  }

  /** Gives a thread that is neither ready nor running another effective priority. */
  public static void setPriority(KernelThread thread, int priority) {
    switch (thread.state) {
      case ThreadState.SENDING, ThreadState.RECEIVING ->
          move(Endpoint.all[thread.waitingOn], thread, priority);
      case ThreadState.WAITING -> move(Notification.all[thread.waitingOn], thread, priority);
      default -> thread.effectivePriority = priority;
    }
  }

  private static void move(WaitQueue queue, KernelThread thread, int priority) {
    queue.remove(thread);
    thread.effectivePriority = priority;
    queue.add(thread);
  }

  /** A receive has ended without a call: its reply object is free again. */
  static void dropReply(KernelThread thread) {
    if (thread.receiveReply != KernelObject.NONE) {
      Reply.all[thread.receiveReply].endAwait(thread);
    }
  }
}
