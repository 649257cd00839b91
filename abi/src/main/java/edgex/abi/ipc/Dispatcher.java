package edgex.abi.ipc;

/** The server's end of a service: turns requests into replies. Generated for each service. */
public interface Dispatcher {
  /**
   * Decodes the request, lets the server handle it, and encodes the result or the error into the
   * same message. No request, however malformed, throws; what the server itself throws unchecked
   * passes through.
   *
   * @param message the request; after {@link Answer#NOW} the reply
   * @param badge what the kernel says of the sender's capability
   * @param reply the token with which a server answers later, for instance the handle of the reply
   *     capability; meaningless to the dispatcher
   */
  Answer dispatch(Message message, long badge, long reply);
}
