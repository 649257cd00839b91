package edgex.runtime.ipc;

import edgex.abi.Errors;
import edgex.abi.MessageCalls;
import edgex.abi.MessageInformation;
import edgex.abi.ipc.Answer;
import edgex.abi.ipc.Dispatcher;
import edgex.abi.ipc.Message;
import edgex.abi.ipc.ServiceErrors;
import edgex.runtime.Capabilities;
import edgex.runtime.KernelException;
import edgex.runtime.system.SystemCalls;

/**
 * A server's event loop: requests on one endpoint, signals of one notification, one deadline. It
 * answers a request and takes the next with a single system call and allocates nothing. A handler
 * that answers later keeps the request's token and uses {@link #reply}.
 */
public final class Server {
  /** No deadline. */
  public static final long NEVER = Long.MAX_VALUE;

  private static final long FOR_EVER = -1;
  private static final int ALL_CAPABILITIES = 4;
  private static final int REPLY_SHIFT = 32;

  private final int endpoint;
  private final Dispatcher dispatcher;
  private final ServerEvents events;
  private final ThreadMessage message = ThreadMessage.current();
  private final ReplyPool replies = new ReplyPool();
  private long deadlineNanos = NEVER;
  private boolean stopped;

  /**
   * A server that is not running yet.
   *
   * @param endpoint a handle with RECEIVE
   * @param dispatcher turns requests into replies
   * @param events hears signals and the deadline
   */
  public Server(int endpoint, Dispatcher dispatcher, ServerEvents events) {
    this.endpoint = endpoint;
    this.dispatcher = dispatcher;
    this.events = events;
  }

  /**
   * Lets a notification interrupt the waiting for requests.
   *
   * @throws KernelException if the thread has another one
   */
  public void bind(Notification notification) {
    KernelException.check(
        "bind notification",
        SystemCalls.threadBind(Capabilities.require("thread"), notification.handle()));
  }

  /**
   * Sets the moment of the next {@link ServerEvents#deadlinePassed}, in the time of {@link
   * System#nanoTime}; {@link #NEVER} for none.
   */
  public void wakeAt(long nanoTime) {
    deadlineNanos = nanoTime;
  }

  /** Ends {@link #run} after the current event. */
  public void stop() {
    stopped = true;
  }

  /** The message that a late answer is written into before {@link #reply}. */
  public Message message() {
    return message;
  }

  /**
   * Sends the message as the late answer to a request. A caller that is gone gets nothing.
   *
   * @param token what the dispatcher was given with the request
   * @throws IllegalArgumentException if the token is not that of a waiting request
   */
  public void reply(long token) {
    int reply = replies.settle(token);
    int status = MessageRegisters.trap(MessageCalls.REPLY, reply, message.information(), FOR_EVER);
    if (status == Errors.CAPABILITY_NOT_ACCEPTED) {
      message.begin(ServiceErrors.MALFORMED_REQUEST);
      MessageRegisters.trap(MessageCalls.REPLY, reply, message.information(), FOR_EVER);
    }
    replies.give(reply);
  }

  /**
   * Handles events until {@link #stop}.
   *
   * @throws KernelException if the endpoint is gone or may not be received from
   */
  public void run() {
    stopped = false;
    int reply = replies.take();
    int status = receive(MessageCalls.RECEIVE, reply, 0);
    while (true) {
      boolean answered = false;
      if (status == Errors.NONE) {
        message.arrive();
        long badge = MessageRegisters.badge();
        answered = dispatcher.dispatch(message, badge, reply) == Answer.NOW;
        if (!answered) {
          replies.defer(reply);
          reply = replies.take();
        }
      } else {
        handleSignalOrDeadline(status);
      }
      if (stopped) {
        finish(reply, answered);
        return;
      }
      status = answered ? replyReceive(reply) : receive(MessageCalls.RECEIVE, reply, 0);
    }
  }

  private void handleSignalOrDeadline(int status) {
    if (status == MessageCalls.STATUS_NOTIFICATION) {
      events.signalled(MessageRegisters.badge());
    } else if (status == Errors.TIMED_OUT) {
      deadlineNanos = NEVER;
      events.deadlinePassed();
    } else if (status != Errors.CANCELLED) {
      throw new KernelException("receive a request", status);
    }
  }

  private int replyReceive(int reply) {
    int status = receive(MessageCalls.REPLY_RECEIVE, reply, message.information());
    if (status == Errors.CAPABILITY_NOT_ACCEPTED) {
      message.begin(ServiceErrors.MALFORMED_REQUEST);
      status = receive(MessageCalls.REPLY_RECEIVE, reply, message.information());
    }
    return status;
  }

  private int receive(int call, int reply, long information) {
    long handles = (long) reply << REPLY_SHIFT | endpoint;
    long accepting = information | MessageInformation.of(0, 0, 0, 0, ALL_CAPABILITIES);
    return MessageRegisters.trap(call, handles, accepting, timeoutNanos());
  }

  private long timeoutNanos() {
    return deadlineNanos == NEVER ? FOR_EVER : Math.max(0, deadlineNanos - System.nanoTime());
  }

  private void finish(int reply, boolean answered) {
    if (answered) {
      MessageRegisters.trap(MessageCalls.REPLY, reply, message.information(), FOR_EVER);
    }
    replies.give(reply);
  }
}
