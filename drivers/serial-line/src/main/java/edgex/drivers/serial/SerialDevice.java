package edgex.drivers.serial;

/** A serial line's hardware between its FIFOs and two {@link Queues}. */
public interface SerialDevice {
  /** Whether the device is there. */
  boolean isPresent();

  /**
   * Sets up line, FIFOs and interrupts. What has been received already stays, so that a restarted
   * driver loses nothing.
   */
  void initialize();

  /**
   * Moves all that can be moved in both directions; asks for a transmit interrupt while bytes wait
   * for a full transmitter.
   */
  void service();
}
