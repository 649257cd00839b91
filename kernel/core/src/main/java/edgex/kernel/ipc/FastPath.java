package edgex.kernel.ipc;

import edgex.abi.Errors;
import edgex.abi.MessageInformation;
import edgex.abi.ObjectType;
import edgex.abi.Rights;
import edgex.abi.ThreadState;
import edgex.kernel.arch.Context;
import edgex.kernel.arch.Timer;
import edgex.kernel.object.Capabilities;
import edgex.kernel.object.Capability;
import edgex.kernel.object.KernelObject;
import edgex.kernel.object.KernelProcess;
import edgex.kernel.sched.KernelThread;
import edgex.kernel.sched.Processor;
import edgex.kernel.sched.Scheduler;
import org.teavm.interop.StaticInit;
import org.teavm.interop.Unmanaged;

/**
 * The common case of {@code call} and {@code replyReceive}: words in registers only, no time-outs,
 * the other side is waiting on the same CPU, and it may run at once.
 *
 * <p>Each method first checks everything and changes nothing; when it answers false, {@link
 * MessageHandlers} does the same work, or finds the error. What is done here is what is done there,
 * with the queues that cannot be involved left out. Time is not accounted: a server that is called
 * this way runs on its caller's time.
 */
@StaticInit
@Unmanaged
public final class FastPath {
  private FastPath() {}

  /** Tries a call; false: nothing has happened. */
  public static boolean call(Processor processor, KernelThread caller) {
    Context context = caller.context;
    long information = context.messageInformation();
    if (!isPlain(caller, information)) {
      return false;
    }
    int handle = (int) context.handle();
    Capability capability = Capabilities.place(handle);
    if (!Capabilities.isNamed(
        capability, caller.process, handle, ObjectType.ENDPOINT, Rights.SEND)) {
      return false;
    }
    Endpoint endpoint = Endpoint.all[capability.object()];
    if (endpoint.generation != capability.objectGeneration() || endpoint.head == Endpoint.NONE) {
      return false;
    }
    KernelThread receiver = KernelThread.all[endpoint.head];
    if (receiver.state != ThreadState.RECEIVING
        || receiver.processor != processor
        || receiver.receiveReply == KernelObject.NONE
        || receiver.timerPosition != KernelObject.NONE) {
      return false;
    }
    Reply reply = Reply.all[receiver.receiveReply];
    endpoint.removeFirst(receiver);
    reply.endAwait(receiver);
    receiver.state = ThreadState.STOPPED;
    Context target = receiver.context;
    target.copyWordsFrom(context, MessageInformation.words(information));
    target.setMessageInformation(information);
    target.setBadge(capability.badge());
    target.setResult(Errors.NONE);
    caller.calling = true;
    caller.state = ThreadState.AWAITING_REPLY;
    reply.hold(caller, receiver);
    Scheduler.dispatch(processor, receiver);
    return true;
  }

  /** Tries a reply and receive; false: nothing has happened. */
  public static boolean replyReceive(Processor processor, KernelThread server) {
    Context context = server.context;
    long information = context.messageInformation();
    if (!isPlain(server, information)) {
      return false;
    }
    KernelProcess process = server.process;
    int replyHandle = (int) (context.handle() >>> Integer.SIZE);
    int handle = (int) context.handle();
    Capability way = Capabilities.place(replyHandle);
    Capability source = Capabilities.place(handle);
    if (!Capabilities.isNamed(way, process, replyHandle, ObjectType.REPLY, 0)
        || !Capabilities.isNamed(source, process, handle, ObjectType.ENDPOINT, Rights.RECEIVE)) {
      return false;
    }
    Reply reply = Reply.all[way.object()];
    Endpoint endpoint = Endpoint.all[source.object()];
    if (reply.generation != way.objectGeneration()
        || endpoint.generation != source.objectGeneration()
        || reply.server != server.index
        || endpoint.hasSender()
        || hasSignal(server)) {
      return false;
    }
    KernelThread caller = KernelThread.all[reply.caller];
    if (caller.faulting
        || caller.processor != processor
        || caller.timerPosition != KernelObject.NONE
        || !mayRunNext(processor, caller)) {
      return false;
    }
    Context target = caller.context;
    target.copyWordsFrom(context, MessageInformation.words(information));
    target.setMessageInformation(information);
    target.setResult(Errors.NONE);
    reply.letGo();
    reply.awaitCall(server);
    server.state = ThreadState.RECEIVING;
    endpoint.add(server);
    Scheduler.dispatch(processor, caller);
    return true;
  }

  private static boolean isPlain(KernelThread thread, long information) {
    return (information & MessageInformation.BULK_MASK) == 0
        && MessageInformation.words(information) <= MessageInformation.MAXIMUM_WORDS
        && MessageInformation.accept(information) <= MessageInformation.MAXIMUM_CAPABILITIES
        && thread.context.timeoutNanos() < 0
        && !thread.reaping;
  }

  private static boolean hasSignal(KernelThread thread) {
    return thread.boundNotification != KernelObject.NONE
        && Notification.all[thread.boundNotification].bits != 0;
  }

  /** Whether no ready thread comes before the caller; of equals only when a slice limits it. */
  private static boolean mayRunNext(Processor processor, KernelThread caller) {
    int highest = processor.ready.highest();
    return caller.effectivePriority > highest
        || (caller.effectivePriority == highest && processor.sliceEndNanos != Timer.NEVER);
  }
}
