// Generated from sample.service.Shelf. Change that, not this.
package sample.service;

import edgex.abi.ipc.Channel;
import edgex.abi.ipc.Message;
import edgex.abi.ipc.ServiceErrors;
import edgex.abi.ipc.ServiceException;
import edgex.abi.ipc.Wire;

/** Asks a service for the operations of {@link Shelf}. */
public final class ShelfClient implements Shelf {
  private final Channel channel;

  /** A client of the service at the other end of the channel. */
  public ShelfClient(Channel channel) {
    this.channel = channel;
  }

  @Override
  public void put(String name, long serial, int memory, byte[] content) throws ServiceException {
    Message frame = channel.message();
    frame.begin(ShelfOperations.PUT);
    Wire.putText(frame, name, 64);
    frame.putWord(serial);
    frame.putCapability(memory);
    Wire.putBytes(frame, content, 256);
    channel.call(frame);
    Wire.expectSuccess(frame);
    Wire.expect(frame, 0, 0, ServiceErrors.MALFORMED_REPLY);
    Wire.expectEnd(frame, ServiceErrors.MALFORMED_REPLY);
  }

  @Override
  public int read(String name, int offsetBytes, byte[] buffer) throws ServiceException {
    Message frame = channel.message();
    frame.begin(ShelfOperations.READ);
    Wire.putText(frame, name, 64);
    frame.putWord(offsetBytes);
    frame.putWord(Wire.lentBytes(buffer, 512));
    channel.call(frame);
    Wire.expectSuccess(frame);
    Wire.expect(frame, 1, 0, ServiceErrors.MALFORMED_REPLY);
    int result = Wire.takeInto(frame, buffer, 512, ServiceErrors.MALFORMED_REPLY);
    Wire.expectEnd(frame, ServiceErrors.MALFORMED_REPLY);
    return result;
  }

  @Override
  public sample.service.Shelf.Description describe(String name) throws ServiceException {
    Message frame = channel.message();
    frame.begin(ShelfOperations.DESCRIBE);
    Wire.putText(frame, name, 64);
    frame.acceptCapabilities(1);
    channel.call(frame);
    Wire.expectSuccess(frame);
    Wire.expect(frame, 3, 1, ServiceErrors.MALFORMED_REPLY);
    int sizeBytesField = Wire.takeInt(frame, ServiceErrors.MALFORMED_REPLY);
    long serialField = frame.takeWord();
    String labelField = Wire.takeText(frame, 64, ServiceErrors.MALFORMED_REPLY);
    Wire.expectEnd(frame, ServiceErrors.MALFORMED_REPLY);
    int memoryField = frame.takeCapability();
    return new sample.service.Shelf.Description(sizeBytesField, serialField, labelField, memoryField);
  }

  @Override
  public int count() throws ServiceException {
    Message frame = channel.message();
    frame.begin(ShelfOperations.COUNT);
    channel.call(frame);
    Wire.expectSuccess(frame);
    Wire.expect(frame, 1, 0, ServiceErrors.MALFORMED_REPLY);
    int resultField = Wire.takeInt(frame, ServiceErrors.MALFORMED_REPLY);
    Wire.expectEnd(frame, ServiceErrors.MALFORMED_REPLY);
    return resultField;
  }

  @Override
  public long serialSum() throws ServiceException {
    Message frame = channel.message();
    frame.begin(ShelfOperations.SERIAL_SUM);
    channel.call(frame);
    Wire.expectSuccess(frame);
    Wire.expect(frame, 1, 0, ServiceErrors.MALFORMED_REPLY);
    long resultField = frame.takeWord();
    Wire.expectEnd(frame, ServiceErrors.MALFORMED_REPLY);
    return resultField;
  }

  @Override
  public String lastName() throws ServiceException {
    Message frame = channel.message();
    frame.begin(ShelfOperations.LAST_NAME);
    channel.call(frame);
    Wire.expectSuccess(frame);
    Wire.expect(frame, 1, 0, ServiceErrors.MALFORMED_REPLY);
    String resultField = Wire.takeText(frame, 1024, ServiceErrors.MALFORMED_REPLY);
    Wire.expectEnd(frame, ServiceErrors.MALFORMED_REPLY);
    return resultField;
  }

  @Override
  public byte[] lastContent() throws ServiceException {
    Message frame = channel.message();
    frame.begin(ShelfOperations.LAST_CONTENT);
    channel.call(frame);
    Wire.expectSuccess(frame);
    Wire.expect(frame, 1, 0, ServiceErrors.MALFORMED_REPLY);
    byte[] resultField = Wire.takeBytes(frame, 300, ServiceErrors.MALFORMED_REPLY);
    Wire.expectEnd(frame, ServiceErrors.MALFORMED_REPLY);
    return resultField;
  }

  @Override
  public int lastMemory() throws ServiceException {
    Message frame = channel.message();
    frame.begin(ShelfOperations.LAST_MEMORY);
    frame.acceptCapabilities(1);
    channel.call(frame);
    Wire.expectSuccess(frame);
    Wire.expect(frame, 0, 1, ServiceErrors.MALFORMED_REPLY);
    Wire.expectEnd(frame, ServiceErrors.MALFORMED_REPLY);
    int resultField = frame.takeCapability();
    return resultField;
  }

  @Override
  public int await(byte[] buffer) throws ServiceException {
    Message frame = channel.message();
    frame.begin(ShelfOperations.AWAIT);
    frame.putWord(Wire.lentBytes(buffer, 128));
    channel.call(frame);
    Wire.expectSuccess(frame);
    Wire.expect(frame, 1, 0, ServiceErrors.MALFORMED_REPLY);
    int result = Wire.takeInto(frame, buffer, 128, ServiceErrors.MALFORMED_REPLY);
    Wire.expectEnd(frame, ServiceErrors.MALFORMED_REPLY);
    return result;
  }
}
