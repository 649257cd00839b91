package edgex.runtime.program;

/**
 * What a process may use.
 *
 * @param memoryBytes pages charged to it: its data, stack, heap, page tables, what it makes itself
 * @param heapBytes of which the Java heap takes at most this
 * @param stackBytes of its first thread
 * @param capabilities that it may hold
 * @param objects that it may make
 * @param priority of its threads at most, and of the first one
 */
public record ProcessLimits(
    long memoryBytes,
    long heapBytes,
    long stackBytes,
    int capabilities,
    int objects,
    int priority) {}
