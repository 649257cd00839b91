package edgex.manifest;

/**
 * A byte ring from one component to another.
 *
 * @param producer the component that writes
 * @param producerSlot what the producer calls the stream
 * @param consumer the component that reads
 * @param consumerSlot what the consumer calls the stream
 * @param capacityBytes how much fits, a power of two
 */
public record StreamLink(
    String producer, String producerSlot, String consumer, String consumerSlot, int capacityBytes) {
  /** Smallest ring: its memory is whole pages, all of which hold data. */
  public static final int MINIMUM_BYTES = 4096;

  /** Largest ring. */
  public static final int MAXIMUM_BYTES = 1 << 24;

  /**
   * Checks names and capacity.
   *
   * @throws IllegalArgumentException saying what is wrong
   */
  public StreamLink {
    Names.check("component", producer);
    Names.check("stream", producerSlot);
    Names.check("component", consumer);
    Names.check("stream", consumerSlot);
    if (!isCapacity(capacityBytes)) {
      throw new IllegalArgumentException(
          "stream "
              + producer
              + "."
              + producerSlot
              + ": capacity "
              + capacityBytes
              + " is not a power of two from "
              + MINIMUM_BYTES
              + " to "
              + MAXIMUM_BYTES);
    }
  }

  /** True for a power of two between the smallest and the largest ring. */
  public static boolean isCapacity(long bytes) {
    return bytes >= MINIMUM_BYTES && bytes <= MAXIMUM_BYTES && Long.bitCount(bytes) == 1;
  }
}
