package edgex.keystore;

/** A number that only grows, whatever is restored from a backup: in a TPM, for example. */
public interface MonotonicCounter {
  /** The number; 0 on a new device. */
  long read();

  /** Makes the number greater by one, durably. */
  void advance();
}
