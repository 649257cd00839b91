package edgex.abi.ipc;

import java.util.ArrayDeque;
import java.util.Deque;

/** A channel to a dispatcher in the same program. */
final class MemoryChannel implements Channel {
  /** Answers a request that the dispatcher left for later. */
  interface LateAnswer {
    void fill(Message reply) throws ServiceException;
  }

  private final MemoryMessage message = new MemoryMessage();
  private final Dispatcher dispatcher;
  private final long badge;
  private final Deque<LateAnswer> lateAnswers = new ArrayDeque<>();

  MemoryChannel(Dispatcher dispatcher, long badge) {
    this.dispatcher = dispatcher;
    this.badge = badge;
  }

  /** Has the next deferred request answered like this. */
  void answerLater(LateAnswer answer) {
    lateAnswers.add(answer);
  }

  @Override
  public MemoryMessage message() {
    return message;
  }

  @Override
  public void call(Message request) throws ServiceException {
    int accepted = message.accepted();
    message.arrive();
    if (dispatcher.dispatch(message, badge, 1) == Answer.LATER) {
      if (lateAnswers.isEmpty()) {
        throw new ServiceException(ServiceErrors.TIMED_OUT);
      }
      lateAnswers.remove().fill(message);
    }
    message.arrive();
    if (message.capabilitiesLeft() > accepted) {
      throw new ServiceException(ServiceErrors.MALFORMED_REPLY);
    }
  }
}
