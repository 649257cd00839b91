package edgex.abi.service;

import edgex.abi.declare.Text;

/**
 * What {@code ps} shows of a process.
 *
 * @param process its number
 * @param name of the component or program
 * @param state one of the states below
 * @param priority of its first thread
 * @param processorNanos time it ran
 * @param memoryBytes charged to it
 * @param capabilities it holds
 * @param restarts of the component since boot
 */
public record ProcessStatus(
    int process,
    @Text(maximumBytes = 64) String name,
    int state,
    int priority,
    long processorNanos,
    long memoryBytes,
    int capabilities,
    int restarts) {
  /** Prepared, not started. */
  public static final int PREPARED = 1;

  /** It can run or runs. */
  public static final int READY = 2;

  /** It waits for a message or a signal. */
  public static final int WAITING = 3;

  /** It faulted and waits to be restarted. */
  public static final int FAULTED = 4;

  /** It ended; its result has not been asked for. */
  public static final int ENDED = 5;
}
