package edgex.kernel.ipc;

import edgex.abi.Errors;
import edgex.abi.FaultKind;
import edgex.abi.MessageInformation;
import edgex.abi.ThreadState;
import edgex.kernel.object.KernelObject;
import edgex.kernel.sched.KernelThread;
import edgex.kernel.sched.Scheduler;
import org.teavm.interop.StaticInit;
import org.teavm.interop.Unmanaged;

/** A sender and a receiver have met, or a replier and its caller: who gets what, who goes on. */
@StaticInit
@Unmanaged
final class Rendezvous {
  private static final int FAULT_WORDS = 4;

  private Rendezvous() {}

  /**
   * Whether the message of a sender can go to a receiver that would hold the caller in a reply
   * object ({@code NONE}: it has none): 0 or the error that the sender gets.
   */
  static int check(KernelThread sender, KernelThread receiver, int reply) {
    if (sender.faulting) {
      return Errors.NONE;
    }
    if (sender.calling && reply == KernelObject.NONE) {
      return Errors.NO_REPLY_OBJECT;
    }
    long information = sender.context.messageInformation();
    int error = Transfer.checkCapabilities(sender, information);
    return error != Errors.NONE ? error : Transfer.checkReceiver(receiver, information);
  }

  /**
   * Hands a message over. Neither is in a queue. Afterwards a calling sender waits for its reply,
   * and a fault that found no reply object leaves its thread stopped; the state of other senders,
   * and that of the receiver, is for the caller of this to set.
   */
  static void meet(KernelThread sender, KernelThread receiver, int reply) {
    if (sender.faulting) {
      fillFault(sender, receiver);
    } else {
      Transfer.copy(sender, receiver, sender.context.messageInformation());
    }
    receiver.context.setResult(Errors.NONE);
    receiver.context.setBadge(sender.sendBadge);
    if (!sender.calling) {
      return;
    }
    if (reply == KernelObject.NONE) {
      sender.faulting = false;
      Scheduler.stop(sender);
      return;
    }
    if (sender.state == ThreadState.RUNNING) {
      Scheduler.block(sender, ThreadState.AWAITING_REPLY);
    } else {
      sender.state = ThreadState.AWAITING_REPLY;
    }
    Reply.all[reply].hold(sender, receiver);
  }

  /**
   * Answers the caller that a reply object holds: 0, or the error that the replier gets, and then
   * the caller waits on.
   */
  static int reply(KernelThread replier, Reply reply, long information) {
    KernelThread caller = KernelThread.all[reply.caller];
    int error = Transfer.checkCapabilities(replier, information);
    if (error == Errors.NONE) {
      error = Transfer.checkReceiver(caller, information);
    }
    if (error != Errors.NONE) {
      return error;
    }
    if (caller.faulting) {
      answerFault(caller, MessageInformation.label(information));
      return Errors.NONE;
    }
    Transfer.copy(replier, caller, information);
    caller.context.setResult(Errors.NONE);
    Blocking.detach(caller);
    Scheduler.makeReady(caller);
    return Errors.NONE;
  }

  /** Takes the first sender out of an endpoint's queue; a caller's alarm stays set. */
  static KernelThread takeSender(Endpoint endpoint) {
    KernelThread sender = KernelThread.all[endpoint.head];
    endpoint.removeFirst(sender);
    if (!sender.calling) {
      sender.processor.timers.remove(sender);
    }
    sender.state = ThreadState.STOPPED;
    return sender;
  }

  private static void fillFault(KernelThread sender, KernelThread receiver) {
    receiver.context.setWord(0, sender.index);
    receiver.context.setWord(1, sender.faultAddress);
    receiver.context.setWord(2, sender.context.instructionPointer());
    receiver.context.setWord(3, sender.faultCode);
    receiver.context.setMessageInformation(
        MessageInformation.of(sender.faultKind, FAULT_WORDS, 0, 0, 0));
  }

  /** Label 0 lets the thread try again, unless it has exited; anything else leaves it stopped. */
  private static void answerFault(KernelThread caller, int label) {
    Blocking.detach(caller);
    caller.faulting = false;
    if (label == 0 && caller.faultKind != FaultKind.EXIT && !caller.process.exited) {
      Scheduler.makeReady(caller);
    }
  }
}
