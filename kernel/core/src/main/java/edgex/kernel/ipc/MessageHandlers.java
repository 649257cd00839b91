package edgex.kernel.ipc;

import edgex.abi.Errors;
import edgex.abi.MessageCalls;
import edgex.abi.ObjectType;
import edgex.abi.Rights;
import edgex.abi.ThreadState;
import edgex.kernel.arch.Context;
import edgex.kernel.arch.Cpu;
import edgex.kernel.object.Capabilities;
import edgex.kernel.object.Capability;
import edgex.kernel.object.KernelObject;
import edgex.kernel.sched.KernelThread;
import edgex.kernel.sched.Scheduler;
import org.teavm.interop.StaticInit;
import org.teavm.interop.Unmanaged;

/**
 * The message calls in full generality; {@link FastPath} has done the common ones already. Each
 * answers the status, or {@link Scheduler#NO_RESULT} when the caller blocks.
 *
 * <p>A time-out is relative: 0 does not wait for the other side, negative waits for ever. That of a
 * call covers the reply too, unless it is 0.
 */
@StaticInit
@Unmanaged
public final class MessageHandlers {
  private static final int REPLY_HANDLE_SHIFT = 32;

  private MessageHandlers() {}

  /** Executes the message call with a number of {@code MessageCalls}. */
  public static int dispatch(KernelThread caller, int number) {
    return switch (number) {
      case MessageCalls.CALL -> send(caller, true);
      case MessageCalls.SEND -> send(caller, false);
      case MessageCalls.RECEIVE -> receive(caller);
      case MessageCalls.REPLY_RECEIVE -> replyReceive(caller);
      case MessageCalls.REPLY -> reply(caller);
      case MessageCalls.WAIT -> waitFor(caller);
      case MessageCalls.SIGNAL -> signal(caller);
      default -> Errors.UNKNOWN_CALL;
    };
  }

  private static int send(KernelThread caller, boolean calling) {
    Context context = caller.context;
    long information = context.messageInformation();
    int index =
        Capabilities.find(caller.process, (int) context.handle(), ObjectType.ENDPOINT, Rights.SEND);
    if (index < 0) {
      return index;
    }
    int error = Transfer.checkInformation(information);
    if (error == Errors.NONE) {
      error = Transfer.checkCapabilities(caller, information);
    }
    if (error != Errors.NONE) {
      return error;
    }
    caller.sendBadge = Capabilities.all[index].badge();
    caller.calling = calling;
    return sendTo(caller, Endpoint.all[Capabilities.all[index].object()], context.timeoutNanos());
  }

  private static int sendTo(KernelThread caller, Endpoint endpoint, long timeoutNanos) {
    if (!endpoint.hasReceiver()) {
      if (timeoutNanos == 0) {
        return Errors.TIMED_OUT;
      }
      Scheduler.block(caller, ThreadState.SENDING, timeoutNanos);
      endpoint.add(caller);
      return Scheduler.NO_RESULT;
    }
    KernelThread receiver = KernelThread.all[endpoint.head];
    int reply = receiver.receiveReply;
    int error = Rendezvous.check(caller, receiver, reply);
    if (error != Errors.NONE) {
      return error;
    }
    Blocking.detach(receiver);
    Rendezvous.meet(caller, receiver, reply);
    Scheduler.makeReady(receiver);
    if (!caller.calling) {
      return Errors.NONE;
    }
    if (timeoutNanos > 0) {
      Scheduler.setAlarm(caller, timeoutNanos);
    }
    return Scheduler.NO_RESULT;
  }

  /** The kernel sends a thread's fault: as a call, to the endpoint of its process. */
  static void sendFault(KernelThread thread, Endpoint endpoint) {
    thread.faulting = true;
    thread.calling = true;
    thread.sendBadge = thread.process.faultBadge;
    if (!endpoint.hasReceiver()) {
      Scheduler.block(thread, ThreadState.SENDING);
      endpoint.add(thread);
      return;
    }
    KernelThread receiver = KernelThread.all[endpoint.head];
    int reply = receiver.receiveReply;
    Blocking.detach(receiver);
    Rendezvous.meet(thread, receiver, reply);
    Scheduler.makeReady(receiver);
  }

  private static int receive(KernelThread caller) {
    Context context = caller.context;
    int replyHandle = (int) (context.handle() >>> REPLY_HANDLE_SHIFT);
    int reply = KernelObject.NONE;
    if (replyHandle != 0) {
      int index = Capabilities.find(caller.process, replyHandle, ObjectType.REPLY, 0);
      if (index < 0) {
        return index;
      }
      reply = Capabilities.all[index].object();
      if (!Reply.all[reply].isFree()) {
        return Errors.WRONG_STATE;
      }
    }
    int endpoint = findReceiving(caller);
    return endpoint < 0 ? endpoint : receiveFrom(caller, Endpoint.all[endpoint], reply);
  }

  private static int replyReceive(KernelThread caller) {
    Context context = caller.context;
    int replyHandle = (int) (context.handle() >>> REPLY_HANDLE_SHIFT);
    int index = Capabilities.find(caller.process, replyHandle, ObjectType.REPLY, 0);
    if (index < 0) {
      return index;
    }
    Reply reply = Reply.all[Capabilities.all[index].object()];
    if (reply.waiter != KernelObject.NONE) {
      return Errors.WRONG_STATE;
    }
    int endpoint = findReceiving(caller);
    if (endpoint < 0) {
      return endpoint;
    }
    // A caller that has given up, or an earlier run of this very call, leaves nobody to reply to.
    if (reply.caller != KernelObject.NONE) {
      int error = Rendezvous.reply(caller, reply, context.messageInformation());
      if (error != Errors.NONE) {
        return error;
      }
    }
    return receiveFrom(caller, Endpoint.all[endpoint], reply.index);
  }

  /**
   * Index of the endpoint that a receive names, once its other arguments are valid; or an error.
   */
  private static int findReceiving(KernelThread caller) {
    Context context = caller.context;
    int index =
        Capabilities.find(
            caller.process, (int) context.handle(), ObjectType.ENDPOINT, Rights.RECEIVE);
    if (index < 0) {
      return index;
    }
    int error = Transfer.checkInformation(context.messageInformation());
    return error != Errors.NONE ? error : Capabilities.all[index].object();
  }

  private static int receiveFrom(KernelThread receiver, Endpoint endpoint, int reply) {
    if (receiver.boundNotification != KernelObject.NONE) {
      Notification notification = Notification.all[receiver.boundNotification];
      if (notification.bits != 0) {
        receiver.context.setBadge(notification.take());
        return MessageCalls.STATUS_NOTIFICATION;
      }
    }
    while (endpoint.hasSender()) {
      KernelThread first = KernelThread.all[endpoint.head];
      int error = Rendezvous.check(first, receiver, reply);
      if (error == Errors.NONE) {
        KernelThread sender = Rendezvous.takeSender(endpoint);
        Rendezvous.meet(sender, receiver, reply);
        if (!sender.calling) {
          sender.context.setResult(Errors.NONE);
          Scheduler.makeReady(sender);
        }
        return Errors.NONE;
      }
      Blocking.end(first, error);
      if (Cpu.interruptPending()) {
        return receiver.rewind();
      }
    }
    long timeoutNanos = receiver.context.timeoutNanos();
    if (timeoutNanos == 0) {
      return Errors.TIMED_OUT;
    }
    if (reply != KernelObject.NONE) {
      Reply.all[reply].awaitCall(receiver);
    }
    Scheduler.block(receiver, ThreadState.RECEIVING, timeoutNanos);
    endpoint.add(receiver);
    return Scheduler.NO_RESULT;
  }

  private static int reply(KernelThread caller) {
    Context context = caller.context;
    int index = Capabilities.find(caller.process, (int) context.handle(), ObjectType.REPLY, 0);
    if (index < 0) {
      return index;
    }
    int error = Transfer.checkInformation(context.messageInformation());
    if (error != Errors.NONE) {
      return error;
    }
    Reply reply = Reply.all[Capabilities.all[index].object()];
    if (reply.caller == KernelObject.NONE) {
      return Errors.WRONG_STATE;
    }
    return Rendezvous.reply(caller, reply, context.messageInformation());
  }

  private static int waitFor(KernelThread caller) {
    Context context = caller.context;
    int index =
        Capabilities.find(
            caller.process, (int) context.handle(), ObjectType.NOTIFICATION, Rights.RECEIVE);
    if (index < 0) {
      return index;
    }
    Notification notification = Notification.all[Capabilities.all[index].object()];
    if (notification.bits != 0) {
      context.setBadge(notification.take());
      return Errors.NONE;
    }
    if (context.timeoutNanos() == 0) {
      return Errors.TIMED_OUT;
    }
    Scheduler.block(caller, ThreadState.WAITING, context.timeoutNanos());
    notification.add(caller);
    return Scheduler.NO_RESULT;
  }

  private static int signal(KernelThread caller) {
    int index =
        Capabilities.find(
            caller.process, (int) caller.context.handle(), ObjectType.NOTIFICATION, Rights.SEND);
    if (index < 0) {
      return index;
    }
    Capability capability = Capabilities.all[index];
    Notification.all[capability.object()].signal(signalBits(capability.badge()));
    return Errors.NONE;
  }

  /** The bits that a badge stands for: without a badge it is bit 0. */
  public static long signalBits(long badge) {
    return badge == 0 ? 1 : badge;
  }
}
