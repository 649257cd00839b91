package edgex.drivers.serial;

/** Where received bytes go and bytes to send come from. */
public interface Queues {
  /** Takes a received byte; false if there is no room, and the byte is lost. */
  boolean received(int value);

  /** The next bytes to send; how many there were, 0 to {@code target.length}. */
  int nextToSend(byte[] target);
}
