package edgex.crypto.statefulhash;

import edgex.crypto.CryptoException;

/**
 * Which leaf of a stateful key is next. A leaf that signs twice gives the key away, so a leaf
 * counts as used before its signature exists: a crash wastes one, and a store that went back is
 * noticed.
 */
public final class OneTimeCounter {
  /** Where the counter lives: must not lose a write, nor be copied or restored from a backup. */
  public interface Store {
    /** The number of leaves that are used up. */
    int read();

    /** Replaces the number; returns only when it would survive the loss of power. */
    void write(int used);
  }

  private final Store store;
  private int lowest;

  /** Continues from what the store holds. */
  public OneTimeCounter(Store store) {
    this.store = store;
    lowest = store.read();
  }

  /**
   * Uses up the next leaf and returns its number.
   *
   * @throws CryptoException if all are used, if the store went back, or if it does not hold what
   *     was written to it; nothing may be signed then
   */
  synchronized int reserve(int leaves) {
    int used = store.read();
    if (used < lowest) {
      throw new CryptoException("the state of a one-time key went back: " + used + " < " + lowest);
    }
    if (used >= leaves) {
      throw new CryptoException("all " + leaves + " signatures of this key are used up");
    }
    lowest = used + 1;
    store.write(lowest);
    if (store.read() != lowest) {
      throw new CryptoException("the store of a one-time key's state does not keep it");
    }
    return used;
  }
}
