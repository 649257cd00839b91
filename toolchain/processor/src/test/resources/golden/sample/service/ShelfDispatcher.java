// Generated from sample.service.Shelf. Change that, not this.
package sample.service;

import edgex.abi.ipc.Answer;
import edgex.abi.ipc.Dispatcher;
import edgex.abi.ipc.Message;
import edgex.abi.ipc.ServiceErrors;
import edgex.abi.ipc.ServiceException;
import edgex.abi.ipc.Wire;

/** Serves the operations of {@link Shelf}. */
public final class ShelfDispatcher implements Dispatcher {
  private final ShelfHandler handler;

  /** A dispatcher to this server. */
  public ShelfDispatcher(ShelfHandler handler) {
    this.handler = handler;
  }

  @Override
  public Answer dispatch(Message frame, long client, long reply) {
    try {
      return switch (frame.label()) {
        case ShelfOperations.PUT -> put(frame, client);
        case ShelfOperations.READ -> read(frame, client);
        case ShelfOperations.DESCRIBE -> describe(frame, client);
        case ShelfOperations.COUNT -> count(frame, client);
        case ShelfOperations.SERIAL_SUM -> serialSum(frame, client);
        case ShelfOperations.LAST_NAME -> lastName(frame, client);
        case ShelfOperations.LAST_CONTENT -> lastContent(frame, client);
        case ShelfOperations.LAST_MEMORY -> lastMemory(frame, client);
        case ShelfOperations.AWAIT -> await(frame, client, reply);
        default -> throw new ServiceException(ServiceErrors.UNKNOWN_OPERATION);
      };
    } catch (ServiceException failure) {
      return Wire.refuse(frame, failure);
    }
  }

  private Answer put(Message frame, long client) throws ServiceException {
    Wire.expect(frame, 3, 1, ServiceErrors.MALFORMED_REQUEST);
    String name = Wire.takeText(frame, 64, ServiceErrors.MALFORMED_REQUEST);
    long serial = frame.takeWord();
    byte[] content = Wire.takeBytes(frame, 256, ServiceErrors.MALFORMED_REQUEST);
    Wire.expectEnd(frame, ServiceErrors.MALFORMED_REQUEST);
    int memory = frame.takeCapability();
    handler.put(client, name, serial, memory, content);
    ShelfReplies.put(frame);
    return Answer.NOW;
  }

  private Answer read(Message frame, long client) throws ServiceException {
    Wire.expect(frame, 3, 0, ServiceErrors.MALFORMED_REQUEST);
    String name = Wire.takeText(frame, 64, ServiceErrors.MALFORMED_REQUEST);
    int offsetBytes = Wire.takeInt(frame, ServiceErrors.MALFORMED_REQUEST);
    byte[] buffer = new byte[Wire.takeLength(frame, 512, ServiceErrors.MALFORMED_REQUEST)];
    Wire.expectEnd(frame, ServiceErrors.MALFORMED_REQUEST);
    int filledBytes = handler.read(client, name, offsetBytes, buffer);
    ShelfReplies.read(frame, buffer, filledBytes);
    return Answer.NOW;
  }

  private Answer describe(Message frame, long client) throws ServiceException {
    Wire.expect(frame, 1, 0, ServiceErrors.MALFORMED_REQUEST);
    String name = Wire.takeText(frame, 64, ServiceErrors.MALFORMED_REQUEST);
    Wire.expectEnd(frame, ServiceErrors.MALFORMED_REQUEST);
    sample.service.Shelf.Description result = handler.describe(client, name);
    ShelfReplies.describe(frame, result);
    return Answer.NOW;
  }

  private Answer count(Message frame, long client) throws ServiceException {
    Wire.expect(frame, 0, 0, ServiceErrors.MALFORMED_REQUEST);
    Wire.expectEnd(frame, ServiceErrors.MALFORMED_REQUEST);
    int result = handler.count(client);
    ShelfReplies.count(frame, result);
    return Answer.NOW;
  }

  private Answer serialSum(Message frame, long client) throws ServiceException {
    Wire.expect(frame, 0, 0, ServiceErrors.MALFORMED_REQUEST);
    Wire.expectEnd(frame, ServiceErrors.MALFORMED_REQUEST);
    long result = handler.serialSum(client);
    ShelfReplies.serialSum(frame, result);
    return Answer.NOW;
  }

  private Answer lastName(Message frame, long client) throws ServiceException {
    Wire.expect(frame, 0, 0, ServiceErrors.MALFORMED_REQUEST);
    Wire.expectEnd(frame, ServiceErrors.MALFORMED_REQUEST);
    String result = handler.lastName(client);
    ShelfReplies.lastName(frame, result);
    return Answer.NOW;
  }

  private Answer lastContent(Message frame, long client) throws ServiceException {
    Wire.expect(frame, 0, 0, ServiceErrors.MALFORMED_REQUEST);
    Wire.expectEnd(frame, ServiceErrors.MALFORMED_REQUEST);
    byte[] result = handler.lastContent(client);
    ShelfReplies.lastContent(frame, result);
    return Answer.NOW;
  }

  private Answer lastMemory(Message frame, long client) throws ServiceException {
    Wire.expect(frame, 0, 0, ServiceErrors.MALFORMED_REQUEST);
    Wire.expectEnd(frame, ServiceErrors.MALFORMED_REQUEST);
    int result = handler.lastMemory(client);
    ShelfReplies.lastMemory(frame, result);
    return Answer.NOW;
  }

  private Answer await(Message frame, long client, long reply) throws ServiceException {
    Wire.expect(frame, 1, 0, ServiceErrors.MALFORMED_REQUEST);
    int bufferBytes = Wire.takeLength(frame, 128, ServiceErrors.MALFORMED_REQUEST);
    Wire.expectEnd(frame, ServiceErrors.MALFORMED_REQUEST);
    return handler.await(client, reply, bufferBytes, frame);
  }
}
