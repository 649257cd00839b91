package edgex.runtime.stream;

import edgex.abi.StreamRing;
import edgex.runtime.machine.RawMemory;

/**
 * A stream's shared memory, as {@link StreamRing} lays it out. Each method belongs to one side, but
 * for the two {@code close} methods: whoever made the stream closes a side whose process died.
 *
 * <p>The peer may write anything at any time: its indices are read once and checked, so that it can
 * spoil the stream's data but nothing else.
 */
public final class Ring {
  private static final int NO = 0;
  private static final int YES = 1;

  private final long address;
  private final int capacity;

  /**
   * A ring in mapped memory. New zeroed memory is an empty ring.
   *
   * @param address where it is mapped, readable and writable
   * @param sizeBytes of the memory, as the kernel says
   * @throws IllegalArgumentException if the size is not that of a ring
   */
  public Ring(long address, long sizeBytes) {
    long dataBytes = sizeBytes - StreamRing.DATA_OFFSET;
    if (dataBytes <= 0 || dataBytes > 1 << 30 || Long.bitCount(dataBytes) != 1) {
      throw new IllegalArgumentException(
          "a ring takes " + StreamRing.DATA_OFFSET + " bytes and a power of two, not " + sizeBytes);
    }
    this.address = address;
    this.capacity = (int) dataBytes;
  }

  /** Size of the memory of a ring with that capacity, a power of two from 4,096. */
  public static long sizeBytes(int capacityBytes) {
    return (long) StreamRing.DATA_OFFSET + capacityBytes;
  }

  /** How many bytes fit at most. */
  public int capacity() {
    return capacity;
  }

  /** Bytes ready to be read; 0 too when the peer's index makes no sense. */
  public int available() {
    int used = load(StreamRing.PRODUCED_OFFSET) - load(StreamRing.CONSUMED_OFFSET);
    return used < 0 || used > capacity ? 0 : used;
  }

  /** Bytes that can be written now; 0 too when the peer's index makes no sense. */
  public int space() {
    int used = load(StreamRing.PRODUCED_OFFSET) - load(StreamRing.CONSUMED_OFFSET);
    return used < 0 || used > capacity ? 0 : capacity - used;
  }

  /**
   * Writes as much as fits.
   *
   * @return the number of bytes written, 0 to length
   */
  public int write(byte[] source, int offset, int length) {
    int count = Math.min(length, space());
    int produced = load(StreamRing.PRODUCED_OFFSET);
    int start = produced & (capacity - 1);
    int first = Math.min(count, capacity - start);
    RawMemory.write(data() + start, source, offset, first);
    RawMemory.write(data(), source, offset + first, count - first);
    RawMemory.storeRelease32(address + StreamRing.PRODUCED_OFFSET, produced + count);
    return count;
  }

  /**
   * Reads as much as is there.
   *
   * @return the number of bytes read, 0 to length
   */
  public int read(byte[] target, int offset, int length) {
    int count = Math.min(length, available());
    int consumed = load(StreamRing.CONSUMED_OFFSET);
    int start = consumed & (capacity - 1);
    int first = Math.min(count, capacity - start);
    RawMemory.read(data() + start, target, offset, first);
    RawMemory.read(data(), target, offset + first, count - first);
    RawMemory.storeRelease32(address + StreamRing.CONSUMED_OFFSET, consumed + count);
    return count;
  }

  /** No byte will follow those that were written. */
  public void closeProducer() {
    RawMemory.storeRelease32(address + StreamRing.PRODUCER_CLOSED_OFFSET, YES);
  }

  /** No byte will be read any more. */
  public void closeConsumer() {
    RawMemory.storeRelease32(address + StreamRing.CONSUMER_CLOSED_OFFSET, YES);
  }

  /** Whether the producer is done; bytes may still be left to read. */
  public boolean isProducerClosed() {
    return load(StreamRing.PRODUCER_CLOSED_OFFSET) != NO;
  }

  /** Whether the consumer is done. */
  public boolean isConsumerClosed() {
    return load(StreamRing.CONSUMER_CLOSED_OFFSET) != NO;
  }

  /** The producer is about to sleep until there is room. It looks at the ring again after this. */
  public void announceProducerWaits() {
    RawMemory.exchange32(address + StreamRing.PRODUCER_WAITS_OFFSET, YES);
  }

  /** The consumer is about to sleep until there is data. It looks at the ring again after this. */
  public void announceConsumerWaits() {
    RawMemory.exchange32(address + StreamRing.CONSUMER_WAITS_OFFSET, YES);
  }

  /**
   * After a write or close: whether the consumer sleeps and is to be woken, which is said once. The
   * fence keeps the question behind the write.
   */
  public boolean takeConsumerWaits() {
    return takeWaits(StreamRing.CONSUMER_WAITS_OFFSET);
  }

  /** After a read or close: whether the producer sleeps and is to be woken. */
  public boolean takeProducerWaits() {
    return takeWaits(StreamRing.PRODUCER_WAITS_OFFSET);
  }

  private boolean takeWaits(int offset) {
    RawMemory.fence();
    return load(offset) != NO && RawMemory.exchange32(address + offset, NO) != NO;
  }

  private int load(int offset) {
    return RawMemory.loadAcquire32(address + offset);
  }

  private long data() {
    return address + StreamRing.DATA_OFFSET;
  }
}
