package edgex.runtime.stream;

/** How the two sides of shared memory wake each other. */
public interface Doorbell {
  /** Wakes the other side, which waits. */
  void wakePeer();

  /** Waits until the other side wakes this one; may return early, so look again. */
  void await();
}
