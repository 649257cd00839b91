package edgex.kernel.sched;

import edgex.abi.ObjectType;
import edgex.abi.ThreadState;
import edgex.abi.declare.BootOnly;
import edgex.kernel.arch.Context;
import edgex.kernel.ipc.Reply;
import edgex.kernel.memory.MessagePages;
import edgex.kernel.object.KernelObject;
import edgex.kernel.object.KernelProcess;
import org.teavm.interop.StaticInit;
import org.teavm.interop.Unmanaged;

/**
 * A thread.
 *
 * <p>{@link #state} is one of {@code ThreadState} and says which of the links hold:
 *
 * <pre>
 *   READY                      in the run queue of its priority   queueNext, queuePrevious
 *   SENDING, RECEIVING         in an endpoint's queue             the same, and waitingOn
 *   WAITING                    in a notification's queue          the same, and waitingOn
 *   AWAITING_REPLY             caller of a reply object           waitingOn
 *   RECEIVING                  may hold a free reply object       receiveReply
 *   any blocked state          may be in the timer queue          timerPosition, deadlineNanos
 * </pre>
 */
@StaticInit
@Unmanaged
public final class KernelThread extends KernelObject {
  /** How long a thread runs before an equal gets its turn. */
  public static final long SLICE_NANOS = 5_000_000;

  /** All threads. */
  public static KernelThread[] all;

  /** Saved registers. */
  public final Context context = new Context();

  /** Whose thread it is. */
  public KernelProcess process;

  /** The CPU that it runs on; in the run queue and the timer queue of that one it waits. */
  public Processor processor;

  /** One of {@code ThreadState}. */
  public int state = ThreadState.INACTIVE;

  /** Its own priority. */
  public int priority;

  /** What it runs at: the highest of its own and those of the callers that it serves. */
  public int effectivePriority;

  /** The next in the queue that it is in. */
  public int queueNext = NONE;

  /** The one before in the queue that it is in. */
  public int queuePrevious = NONE;

  /** Index of the endpoint, notification or reply object that it waits on. */
  public int waitingOn = NONE;

  /** Receiving: the reply object that will take the way back; {@code NONE}: calls are refused. */
  public int receiveReply = NONE;

  /** First of the reply objects whose callers it serves, which lend their priority. */
  public int firstServed = NONE;

  /** Place in the timer queue. */
  public int timerPosition = NONE;

  /** When the blocking operation ends by itself. */
  public long deadlineNanos;

  /** Sending: the badge that the receiver will see. */
  public long sendBadge;

  /** Sending: whether a reply is wanted. */
  public boolean calling;

  /** Whether what it sends, or waits for the reply to, is a fault message of the kernel. */
  public boolean faulting;

  /** Of {@code FaultKind}, of the last fault; 0: none. */
  public int faultKind;

  /** Address of the last fault. */
  public long faultAddress;

  /** Detail of the last fault. */
  public long faultCode;

  /** The notification that also ends a receive. */
  public int boundNotification = NONE;

  /** Physical address of the message page. */
  public long messagePage;

  /** The record of the message page's mapping. */
  public int messagePageMapping = NONE;

  /** Next thread of the process. */
  public int nextInProcess = NONE;

  /** Thread before in the process. */
  public int previousInProcess = NONE;

  /** Processor time used. */
  public long cpuNanos;

  /** What is left of its time slice when it runs next. */
  public long sliceRemainingNanos;

  /** Its system call waits to go on with the reaper's work. */
  public boolean reaping;

  private KernelThread(int index) {
    super(ObjectType.THREAD, index);
  }

  /** At boot. */
  @BootOnly(reason = "allocates")
  public static KernelObject[] create(int count) {
    all = new KernelThread[count];
    for (int i = 0; i < count; i++) {
      all[i] = new KernelThread(i);
    }
    return all;
  }

  /**
   * Brings a thread taken from the pool to its first state, on this CPU, and into its process's
   * list.
   */
  public void initialize(KernelProcess owner, int ownPriority) {
    process = owner;
    processor = Processor.self();
    state = ThreadState.INACTIVE;
    priority = ownPriority;
    effectivePriority = ownPriority;
    faulting = false;
    faultKind = 0;
    faultAddress = 0;
    faultCode = 0;
    cpuNanos = 0;
    sliceRemainingNanos = SLICE_NANOS;
    reaping = false;
    previousInProcess = NONE;
    nextInProcess = owner.firstThread;
    if (owner.firstThread != NONE) {
      all[owner.firstThread].previousInProcess = index;
    }
    owner.firstThread = index;
    owner.threadCount++;
  }

  /** The first argument of its system call of the slow kind. */
  public long argument0() {
    return context.argument0();
  }

  /** See {@link #argument0}. */
  public long argument1() {
    return context.argument1();
  }

  /** See {@link #argument0}. */
  public long argument2() {
    return context.argument2();
  }

  /** See {@link #argument0}. */
  public long argument3() {
    return context.argument3();
  }

  /** See {@link #argument0}. */
  public long argument4() {
    return context.argument4();
  }

  /** See {@link #argument0}. */
  public long argument5() {
    return context.argument5();
  }

  /** Makes the thread execute its system call again; the result says that there is none yet. */
  public int rewind() {
    context.rewindSystemCall();
    return Scheduler.NO_RESULT;
  }

  /** One bounded step of taking a doomed thread apart; true when nothing is left. */
  public boolean destroyStep() {
    if (firstServed != NONE) {
      Reply.all[firstServed].leaveServer();
      return false;
    }
    state = ThreadState.INACTIVE;
    Binding.unbind(this);
    MessagePages.release(this);
    Processor.forget(this);
    unlinkFromProcess();
    return true;
  }

  private void unlinkFromProcess() {
    if (nextInProcess != NONE) {
      all[nextInProcess].previousInProcess = previousInProcess;
    }
    if (previousInProcess != NONE) {
      all[previousInProcess].nextInProcess = nextInProcess;
    } else {
      process.firstThread = nextInProcess;
    }
    process.threadCount--;
  }
}
