package edgex.services.hostlink;

/** How the process reaches memory that a client lends. */
interface ContentMemory {
  /** A lent memory within reach, until it is closed. */
  interface Lent extends ContentReader, AutoCloseable {
    /** Size of the memory. */
    long sizeBytes();

    @Override
    void close();
  }

  /**
   * Reaches for a memory.
   *
   * @param handle closed with the result
   * @return null if it is no readable memory
   */
  Lent open(int handle);
}
