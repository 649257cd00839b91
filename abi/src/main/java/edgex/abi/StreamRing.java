package edgex.abi;

/**
 * A stream of bytes from one producer to one consumer, in memory that both map. The capacity is the
 * memory's size less {@link #DATA_OFFSET}, a power of two; both sides take it from the kernel,
 * never from the shared memory.
 *
 * <pre>
 *     0  produced u32, producer closed u32, producer waits u32       written by the producer (*)
 *    64  consumed u32, consumer closed u32, consumer waits u32       written by the consumer (*)
 *  4096  data; byte n of the stream lies at n modulo capacity
 * </pre>
 *
 * <p>(*) "waits" is set by its owner before it sleeps and taken back by the other side, which then
 * signals: while both are awake no system call is made. <em>produced</em> and <em>consumed</em>
 * count bytes modulo 2<sup>32</sup>. Whoever made the stream may set "closed" for a side that died.
 * The contents survive the restart of either side.
 */
public final class StreamRing {
  /** Bytes written so far. */
  public static final int PRODUCED_OFFSET = 0;

  /** Not 0: no byte will follow. */
  public static final int PRODUCER_CLOSED_OFFSET = 4;

  /** Not 0: signal the producer when there is room. */
  public static final int PRODUCER_WAITS_OFFSET = 8;

  /** Bytes read so far. */
  public static final int CONSUMED_OFFSET = 64;

  /** Not 0: no byte will be read any more. */
  public static final int CONSUMER_CLOSED_OFFSET = 68;

  /** Not 0: signal the consumer when there is something to read. */
  public static final int CONSUMER_WAITS_OFFSET = 72;

  /** Where the bytes begin. */
  public static final int DATA_OFFSET = 4096;

  private StreamRing() {}
}
