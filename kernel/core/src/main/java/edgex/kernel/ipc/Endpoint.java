package edgex.kernel.ipc;

import edgex.abi.Errors;
import edgex.abi.ObjectType;
import edgex.abi.ThreadState;
import edgex.abi.declare.BootOnly;
import edgex.kernel.object.KernelObject;
import edgex.kernel.sched.KernelThread;
import org.teavm.interop.StaticInit;
import org.teavm.interop.Unmanaged;

/** The rendezvous of senders and receivers. Its queue holds only the one kind or the other. */
@StaticInit
@Unmanaged
public final class Endpoint extends WaitQueue {
  /** All endpoints. */
  public static Endpoint[] all;

  private Endpoint(int index) {
    super(ObjectType.ENDPOINT, index);
  }

  /** At boot. */
  @BootOnly(reason = "allocates")
  public static KernelObject[] create(int count) {
    all = new Endpoint[count];
    for (int i = 0; i < count; i++) {
      all[i] = new Endpoint(i);
    }
    return all;
  }

  /** Whether somebody waits for a message. */
  boolean hasReceiver() {
    return head != NONE && KernelThread.all[head].state == ThreadState.RECEIVING;
  }

  /** Whether somebody waits to get rid of a message. */
  boolean hasSender() {
    return head != NONE && KernelThread.all[head].state == ThreadState.SENDING;
  }

  /** One bounded step of taking a doomed endpoint apart; true when nothing is left. */
  public boolean destroyStep() {
    if (head == NONE) {
      return true;
    }
    Blocking.end(KernelThread.all[head], Errors.PEER_GONE);
    return false;
  }
}
