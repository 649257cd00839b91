package edgex.abi.ipc;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A server of {@link Shelf} that keeps everything in memory. */
final class ShelfServer implements ShelfHandler {
  /** An item as it was put, and by whom. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Item(long client, String name, long serial, int memory, byte[] content) {}

  private final List<Item> items = new ArrayList<>();
  private long waitingReply;
  private int waitingBytes;

  List<Item> items() {
    return items;
  }

  long waitingReply() {
    return waitingReply;
  }

  int waitingBytes() {
    return waitingBytes;
  }

  @Override
  public void put(long client, String name, long serial, int memory, byte[] content)
      throws ServiceException {
    if (items.stream().anyMatch(item -> item.name().equals(name))) {
      throw new ServiceException(ShelfErrors.ALREADY_THERE);
    }
    items.add(new Item(client, name, serial, memory, content));
  }

  @Override
  public int read(long client, String name, int offsetBytes, byte[] buffer)
      throws ServiceException {
    byte[] content = find(name).content();
    if (offsetBytes < 0 || offsetBytes > content.length) {
      return 0;
    }
    int length = Math.min(buffer.length, content.length - offsetBytes);
    System.arraycopy(content, offsetBytes, buffer, 0, length);
    return length;
  }

  @Override
  public Shelf.Description describe(long client, String name) throws ServiceException {
    Item item = find(name);
    return new Shelf.Description(item.content().length, item.serial(), name, item.memory());
  }

  @Override
  public int count(long client) {
    return items.size();
  }

  @Override
  public long serialSum(long client) {
    return items.stream().mapToLong(Item::serial).sum();
  }

  @Override
  public String lastName(long client) throws ServiceException {
    return last().name();
  }

  @Override
  public byte[] lastContent(long client) throws ServiceException {
    return last().content();
  }

  @Override
  public int lastMemory(long client) throws ServiceException {
    return last().memory();
  }

  @Override
  public Answer await(long client, long reply, int bufferBytes, Message frame)
      throws ServiceException {
    if (!items.isEmpty()) {
      byte[] content = last().content();
      ShelfReplies.await(
          frame, Arrays.copyOf(content, bufferBytes), Math.min(bufferBytes, content.length));
      return Answer.NOW;
    }
    waitingReply = reply;
    waitingBytes = bufferBytes;
    return Answer.LATER;
  }

  private Item last() throws ServiceException {
    if (items.isEmpty()) {
      throw new ServiceException(ShelfErrors.NO_SUCH_ITEM);
    }
    return items.get(items.size() - 1);
  }

  private Item find(String name) throws ServiceException {
    for (Item item : items) {
      if (item.name().equals(name)) {
        return item;
      }
    }
    throw new ServiceException(ShelfErrors.NO_SUCH_ITEM);
  }
}
