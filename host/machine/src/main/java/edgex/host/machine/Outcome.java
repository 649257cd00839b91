package edgex.host.machine;

/**
 * How a run of the machine ended.
 *
 * @param end why
 * @param emulatorStatus what QEMU exited with; 0 unless it refused to work
 */
public record Outcome(End end, int emulatorStatus) {
  /** Why a run ended. */
  public enum End {
    /** The guest powered off or reset, or the user quit. */
    STOPPED,

    /** The time limit passed. */
    TIMED_OUT,

    /** This JVM was told to end. */
    INTERRUPTED
  }
}
