package edgex.kernel.sched;

import edgex.abi.ThreadState;
import edgex.kernel.ipc.Reply;
import edgex.kernel.object.KernelObject;
import org.teavm.interop.StaticInit;
import org.teavm.interop.Unmanaged;

/**
 * Priority lending: a server runs at the highest of its own priority and those of its callers, and
 * when it calls on in turn, so does the next one.
 *
 * <p>Invariant: every thread's effective priority is the maximum of its own and the effective ones
 * of the callers of the reply objects that it serves. The chain of callers has no cycle, because
 * whoever waits for a reply cannot receive.
 */
@StaticInit
@Unmanaged
public final class Priorities {
  private Priorities() {}

  /** Brings a thread's effective priority up to date, and those of the servers it waits for. */
  public static void refresh(KernelThread changed) {
    KernelThread thread = changed;
    while (true) {
      int priority = lentOrOwn(thread);
      if (priority == thread.effectivePriority) {
        return;
      }
      Scheduler.setEffectivePriority(thread, priority);
      if (thread.state != ThreadState.AWAITING_REPLY) {
        return;
      }
      int server = Reply.all[thread.waitingOn].server;
      if (server == KernelObject.NONE) {
        return;
      }
      thread = KernelThread.all[server];
    }
  }

  /** What the effective priority of a thread should be. */
  public static int lentOrOwn(KernelThread thread) {
    int priority = thread.priority;
    int served = thread.firstServed;
    while (served != KernelObject.NONE) {
      Reply reply = Reply.all[served];
      priority = Math.max(priority, KernelThread.all[reply.caller].effectivePriority);
      served = reply.nextServed;
    }
    return priority;
  }
}
