package edgex.abi.ipc;

/** The client's end of a connection to a service. */
public interface Channel {
  /**
   * The message for the next call. It may be the same each time, so a caller is done with the last
   * reply before it asks again.
   */
  Message message();

  /**
   * Sends the message as a request and waits; on return the message holds the reply, ready to be
   * read. The reply's label is the caller's to look at.
   *
   * @throws ServiceException if no reply came: {@link ServiceErrors#PEER_GONE}, {@link
   *     ServiceErrors#TIMED_OUT}, or the kernel's negative error
   */
  void call(Message message) throws ServiceException;
}
