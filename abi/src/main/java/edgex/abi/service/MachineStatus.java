package edgex.abi.service;

/**
 * Memory, processors and time.
 *
 * @param totalBytes all RAM
 * @param freeBytes RAM that can still be allocated
 * @param kernelBytes RAM of the kernel's own: text, data, pools
 * @param imageBytes RAM of the boot image
 * @param processors in use
 * @param upNanos since boot
 * @param idleNanos of all processors together
 * @param idleWakeups how many interrupts came to processors that were idle
 */
public record MachineStatus(
    long totalBytes,
    long freeBytes,
    long kernelBytes,
    long imageBytes,
    int processors,
    long upNanos,
    long idleNanos,
    long idleWakeups) {}
