package edgex.services.supervisor;

/**
 * What the kernel knows of a process.
 *
 * @param ready whether one of its threads can run
 * @param priority of its most urgent thread
 * @param processorNanos time it ran
 * @param memoryBytes charged to it
 * @param capabilities it holds
 */
record ProcessUsage(
    boolean ready, int priority, long processorNanos, long memoryBytes, int capabilities) {}
