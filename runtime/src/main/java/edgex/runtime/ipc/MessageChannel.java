package edgex.runtime.ipc;

import edgex.abi.Errors;
import edgex.abi.MessageCalls;
import edgex.abi.ipc.Channel;
import edgex.abi.ipc.Message;
import edgex.abi.ipc.ServiceErrors;
import edgex.abi.ipc.ServiceException;
import edgex.runtime.Capabilities;

/** A client's connection to a service: an endpoint on which this process may call. */
public final class MessageChannel implements Channel {
  private static final long FOR_EVER = -1;

  private final int endpoint;
  private final long timeoutNanos;

  /** Calls wait for their reply for ever: a service that restarts takes the call up again. */
  public MessageChannel(int endpoint) {
    this(endpoint, FOR_EVER);
  }

  /**
   * A connection whose calls give up.
   *
   * @param endpoint a handle with SEND
   * @param timeoutNanos how long a call waits for its reply; negative: for ever
   */
  public MessageChannel(int endpoint, long timeoutNanos) {
    this.endpoint = endpoint;
    this.timeoutNanos = timeoutNanos;
  }

  /**
   * A connection over a capability that the process was started with.
   *
   * @throws edgex.runtime.MissingCapabilityException if there is none of that name
   */
  public static MessageChannel to(String capabilityName) {
    return new MessageChannel(Capabilities.require(capabilityName));
  }

  @Override
  public Message message() {
    return ThreadMessage.current();
  }

  @Override
  public void call(Message message) throws ServiceException {
    ThreadMessage request = ThreadMessage.current();
    if (message != request) {
      throw new IllegalArgumentException("the message is not this channel's");
    }
    int status =
        MessageRegisters.trap(MessageCalls.CALL, endpoint, request.information(), timeoutNanos);
    if (status < 0) {
      throw new ServiceException(failureOf(status));
    }
    request.arrive();
  }

  private static int failureOf(int error) {
    return switch (error) {
      case Errors.PEER_GONE -> ServiceErrors.PEER_GONE;
      case Errors.TIMED_OUT -> ServiceErrors.TIMED_OUT;
      default -> error;
    };
  }
}
