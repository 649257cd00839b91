package edgex.manifest;

/**
 * How much a component may take. The kernel enforces all but the heap, which the component's own
 * runtime does.
 *
 * @param heapBytes the Java heap never grows beyond this
 * @param stackBytes stack of the first thread, without its guard page
 * @param memoryBytes everything charged to the process: heap, stacks, page tables, buffers
 * @param capabilities most capabilities in its table
 * @param objects most kernel objects it may create
 */
public record Limits(
    long heapBytes, long stackBytes, long memoryBytes, int capabilities, int objects) {
  /** No process is larger; also keeps sums of limits far from overflow. */
  public static final long MAXIMUM_BYTES = 1L << 40;

  /** The kernel's handles have 18 bits of index. */
  public static final int MAXIMUM_COUNT = 1 << 18;

  /**
   * Checks the ranges.
   *
   * @throws IllegalArgumentException naming the limit that is out of range
   */
  public Limits {
    checkBytes("heap", heapBytes);
    checkBytes("stack", stackBytes);
    checkBytes("memory", memoryBytes);
    checkCount("capabilities", capabilities);
    checkCount("objects", objects);
    if (heapBytes + stackBytes > memoryBytes) {
      throw new IllegalArgumentException(
          "heap and stack need "
              + (heapBytes + stackBytes)
              + " bytes, more than the memory limit of "
              + memoryBytes);
    }
  }

  private static void checkBytes(String what, long bytes) {
    if (bytes < 1 || bytes > MAXIMUM_BYTES) {
      throw new IllegalArgumentException(
          what + " of " + bytes + " bytes: must be 1 to " + MAXIMUM_BYTES);
    }
  }

  private static void checkCount(String what, int count) {
    if (count < 1 || count > MAXIMUM_COUNT) {
      throw new IllegalArgumentException(
          what + " limit of " + count + ": must be 1 to " + MAXIMUM_COUNT);
    }
  }
}
