package edgex.runtime.stream;

import edgex.abi.Rights;
import edgex.runtime.Capabilities;
import edgex.runtime.MappedMemory;

/**
 * Streams that the process was granted. The stream NAME is three capabilities: {@code
 * stream:NAME.memory}, {@code stream:NAME.wake-peer} and {@code stream:NAME.wake-me}.
 */
public final class Streams {
  private static final String PREFIX = "stream:";
  private static final String MEMORY = ".memory";
  private static final String WAKE_PEER = ".wake-peer";
  private static final String WAKE_ME = ".wake-me";

  private Streams() {}

  /** Whether a stream of that name was granted. */
  public static boolean isGranted(String name) {
    return Capabilities.find(PREFIX + name + MEMORY) != 0;
  }

  /**
   * The producer's side of a granted stream; open it once.
   *
   * @throws edgex.runtime.MissingCapabilityException if it was not granted
   */
  public static StreamOutput openOutput(String name) {
    return new StreamOutput(ring(name), doorbell(name));
  }

  /**
   * The consumer's side of a granted stream; open it once.
   *
   * @throws edgex.runtime.MissingCapabilityException if it was not granted
   */
  public static StreamInput openInput(String name) {
    return new StreamInput(ring(name), doorbell(name));
  }

  private static Ring ring(String name) {
    return map(Capabilities.require(PREFIX + name + MEMORY));
  }

  private static Doorbell doorbell(String name) {
    return new NotificationDoorbell(
        Capabilities.require(PREFIX + name + WAKE_PEER),
        Capabilities.require(PREFIX + name + WAKE_ME));
  }

  /** Maps a ring's memory that this process holds. */
  public static Ring map(int memory) {
    MappedMemory mapped = MappedMemory.map(memory, Rights.READ | Rights.WRITE);
    return new Ring(mapped.address(), mapped.sizeBytes());
  }
}
