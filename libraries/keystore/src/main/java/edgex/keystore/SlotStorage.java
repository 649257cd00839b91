package edgex.keystore;

/**
 * Where the store keeps its two sealed states. What is in it is neither trusted nor secret: seal
 * and counter find out whatever somebody does to it.
 */
public interface SlotStorage {
  /** The content of slot 0 or 1, or null if it was never written. */
  byte[] read(int slot);

  /**
   * Replaces the content of slot 0 or 1; returns when it would survive the loss of power. A write
   * that is interrupted may damage its slot, but not the other one.
   */
  void write(int slot, byte[] content);
}
