package edgex.kernel.ipc;

import edgex.abi.Errors;
import edgex.abi.MessageCalls;
import edgex.abi.ObjectType;
import edgex.abi.ThreadState;
import edgex.abi.declare.BootOnly;
import edgex.kernel.object.KernelObject;
import edgex.kernel.sched.Binding;
import edgex.kernel.sched.KernelThread;
import edgex.kernel.sched.Scheduler;
import org.teavm.interop.StaticInit;
import org.teavm.interop.Unmanaged;

/**
 * Sixty-four bits that signals are ORed into, and the threads that wait for one to be set.
 *
 * <p>Invariant: while threads wait, or the bound thread receives, the bits are 0.
 */
@StaticInit
@Unmanaged
public final class Notification extends WaitQueue {
  /** All notifications. */
  public static Notification[] all;

  /** The bits. */
  public long bits;

  /** The thread whose receive also ends with a signal. */
  public int boundThread = NONE;

  private Notification(int index) {
    super(ObjectType.NOTIFICATION, index);
  }

  /** At boot. */
  @BootOnly(reason = "allocates")
  public static KernelObject[] create(int count) {
    all = new Notification[count];
    for (int i = 0; i < count; i++) {
      all[i] = new Notification(i);
    }
    return all;
  }

  /** Sets bits, and wakes whoever waits for them: the bound thread first, else the first waiter. */
  public void signal(long newBits) {
    bits |= newBits;
    if (boundThread != NONE && KernelThread.all[boundThread].state == ThreadState.RECEIVING) {
      deliver(KernelThread.all[boundThread], MessageCalls.STATUS_NOTIFICATION);
    } else if (head != NONE) {
      deliver(KernelThread.all[head], Errors.NONE);
    }
  }

  /** Takes the bits. */
  long take() {
    long taken = bits;
    bits = 0;
    return taken;
  }

  private void deliver(KernelThread thread, int status) {
    Blocking.detach(thread);
    thread.context.setResult(status);
    thread.context.setBadge(take());
    Scheduler.makeReady(thread);
  }

  /** One bounded step of taking a doomed notification apart; true when nothing is left. */
  public boolean destroyStep() {
    if (head != NONE) {
      Blocking.end(KernelThread.all[head], Errors.PEER_GONE);
      return false;
    }
    if (boundThread != NONE) {
      Binding.unbind(KernelThread.all[boundThread]);
    }
    bits = 0;
    return true;
  }
}
