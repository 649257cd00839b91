package edgex.kernel.ipc;

import edgex.abi.Errors;
import edgex.abi.ObjectType;
import edgex.abi.ThreadState;
import edgex.abi.declare.BootOnly;
import edgex.kernel.object.KernelObject;
import edgex.kernel.sched.KernelThread;
import edgex.kernel.sched.Priorities;
import org.teavm.interop.StaticInit;
import org.teavm.interop.Unmanaged;

/**
 * The way back to one caller.
 *
 * <pre>
 *   free  --receive with it-->  held by a receiver  --a call arrives-->  holds a caller
 *     ^                           |  (waiter)                             |  (caller, server)
 *     +--- receive ends without --+            reply, caller gives up ----+--> free
 * </pre>
 *
 * <p>{@link #server} is the thread that took the call; the caller lends it its priority for as long
 * as both live, whoever replies in the end.
 */
@StaticInit
@Unmanaged
public final class Reply extends KernelObject {
  /** All reply objects. */
  public static Reply[] all;

  /** The thread whose receive will fill this. */
  public int waiter = NONE;

  /** The thread that waits for the reply. */
  public int caller = NONE;

  /** The thread that took the call, while it lives. */
  public int server = NONE;

  /** The next reply object of the same server. */
  public int nextServed = NONE;

  /** The one before, of the same server. */
  public int previousServed = NONE;

  private Reply(int index) {
    super(ObjectType.REPLY, index);
  }

  /** At boot. */
  @BootOnly(reason = "allocates")
  public static KernelObject[] create(int count) {
    all = new Reply[count];
    for (int i = 0; i < count; i++) {
      all[i] = new Reply(i);
    }
    return all;
  }

  /** Whether a receive may name this object. */
  boolean isFree() {
    return waiter == NONE && caller == NONE;
  }

  /** A receiver names this free object: the next call to it will wait here. */
  void awaitCall(KernelThread receiver) {
    receiver.receiveReply = index;
    waiter = receiver.index;
  }

  /** The receiver that named this object does not wait for a call any more. */
  void endAwait(KernelThread receiver) {
    receiver.receiveReply = NONE;
    waiter = NONE;
  }

  /** A call has arrived: the caller waits here, and lends its priority to the server. */
  void hold(KernelThread newCaller, KernelThread newServer) {
    caller = newCaller.index;
    newCaller.waitingOn = index;
    server = newServer.index;
    previousServed = NONE;
    nextServed = newServer.firstServed;
    if (newServer.firstServed != NONE) {
      all[newServer.firstServed].previousServed = index;
    }
    newServer.firstServed = index;
    if (newCaller.effectivePriority > newServer.effectivePriority) {
      Priorities.refresh(newServer);
    }
  }

  /** The caller does not wait any more; the object is free, and what was lent goes back. */
  void letGo() {
    KernelThread.all[caller].waitingOn = NONE;
    caller = NONE;
    leaveServer();
  }

  /** Takes this out of the list of its server, if it has one. */
  public void leaveServer() {
    if (server == NONE) {
      return;
    }
    KernelThread lender = KernelThread.all[server];
    if (nextServed != NONE) {
      all[nextServed].previousServed = previousServed;
    }
    if (previousServed != NONE) {
      all[previousServed].nextServed = nextServed;
    } else {
      lender.firstServed = nextServed;
    }
    server = NONE;
    nextServed = NONE;
    previousServed = NONE;
    if (lender.effectivePriority != lender.priority) {
      Priorities.refresh(lender);
    }
  }

  /** One bounded step of taking a doomed reply object apart; true when nothing is left. */
  public boolean destroyStep() {
    if (waiter != NONE) {
      KernelThread.all[waiter].receiveReply = NONE;
      waiter = NONE;
    }
    if (caller != NONE && KernelThread.all[caller].state == ThreadState.AWAITING_REPLY) {
      Blocking.end(KernelThread.all[caller], Errors.PEER_GONE);
    }
    return true;
  }
}
