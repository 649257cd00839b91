package edgex.runtime.sync;

import edgex.runtime.machine.RawMemory;
import java.util.Objects;

/**
 * A bounded queue of messages of one size, in shared memory, for any number of senders and
 * receivers.
 *
 * <pre>
 *   0 mutex, 4 next to send u32, 8 next to receive u32, 12 free places (semaphore), 20 messages (semaphore),
 *  32 places; counted modulo the capacity
 * </pre>
 *
 * <p>Capacity and message size are the object's own, never read from the shared memory.
 */
public final class MessageQueue {
  private static final int SENT_OFFSET = 4;
  private static final int RECEIVED_OFFSET = 8;
  private static final int FREE_OFFSET = 12;
  private static final int MESSAGES_OFFSET = 20;
  private static final int PLACES_OFFSET = 32;

  private final long address;
  private final int capacity;
  private final int messageBytes;
  private final Notifications notifications;

  /**
   * The notifications of a queue, handles with SEND and RECEIVE that all its users share.
   *
   * @param mutex for the queue's mutex
   * @param free for senders that wait
   * @param messages for receivers that wait
   */
  public record Notifications(int mutex, int free, int messages) {}

  /**
   * A queue in memory that {@link #initialize} prepared once.
   *
   * @param address of {@link #sizeBytes} bytes, 4-byte aligned
   */
  public MessageQueue(long address, int capacity, int messageBytes, Notifications notifications) {
    if (capacity <= 0 || messageBytes <= 0) {
      throw new IllegalArgumentException(
          "a queue of " + capacity + " messages of " + messageBytes + " bytes");
    }
    this.address = address;
    this.capacity = capacity;
    this.messageBytes = messageBytes;
    this.notifications = notifications;
  }

  /** Size of the memory that a queue takes. */
  public static long sizeBytes(int capacity, int messageBytes) {
    return PLACES_OFFSET + (long) capacity * messageBytes;
  }

  /** Makes zeroed memory an empty queue, before anybody uses it. */
  public void initialize() {
    Semaphore.initialize(address + FREE_OFFSET, capacity);
    Semaphore.initialize(address + MESSAGES_OFFSET, 0);
  }

  /**
   * Appends a message and waits for a free place if need be.
   *
   * @param timeoutNanos how long to wait; negative: for ever; 0: not at all
   * @return false: the time passed
   */
  public boolean send(byte[] message, long timeoutNanos) {
    expectSize(message);
    if (!Semaphore.acquire(address + FREE_OFFSET, notifications.free(), timeoutNanos)) {
      return false;
    }
    Mutex.lock(address, notifications.mutex());
    RawMemory.write(nextPlace(SENT_OFFSET), message, 0, messageBytes);
    Mutex.unlock(address, notifications.mutex());
    Semaphore.release(address + MESSAGES_OFFSET, notifications.messages());
    return true;
  }

  /**
   * Takes the oldest message and waits for one if need be.
   *
   * @param timeoutNanos how long to wait; negative: for ever; 0: not at all
   * @return false: the time passed
   */
  public boolean receive(byte[] message, long timeoutNanos) {
    expectSize(message);
    if (!Semaphore.acquire(address + MESSAGES_OFFSET, notifications.messages(), timeoutNanos)) {
      return false;
    }
    Mutex.lock(address, notifications.mutex());
    RawMemory.read(nextPlace(RECEIVED_OFFSET), message, 0, messageBytes);
    Mutex.unlock(address, notifications.mutex());
    Semaphore.release(address + FREE_OFFSET, notifications.free());
    return true;
  }

  /** Counts a message and gives the address of its place, within the queue whatever was counted. */
  private long nextPlace(int counterOffset) {
    int number = RawMemory.getInt(address + counterOffset);
    int next = number + 1;
    RawMemory.putInt(address + counterOffset, next == capacity ? 0 : next);
    return address + PLACES_OFFSET + (long) Math.floorMod(number, capacity) * messageBytes;
  }

  private void expectSize(byte[] message) {
    Objects.requireNonNull(message);
    if (message.length != messageBytes) {
      throw new IllegalArgumentException(
          "messages of this queue have " + messageBytes + " bytes, not " + message.length);
    }
  }
}
