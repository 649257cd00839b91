package edgex.bench.crypto.target;

/** One thing to measure. */
public abstract class Operation {
  private final String name;
  private final double bytes;

  /**
   * Describes an operation.
   *
   * @param name algorithm and operation, such as {@code ml-kem-768.encaps}
   * @param bytes how much data one run processes; 0 if runs are what counts
   */
  protected Operation(String name, double bytes) {
    this.name = name;
    this.bytes = bytes;
  }

  /** Algorithm and operation. */
  public final String name() {
    return name;
  }

  /** Operations, or megabytes, per second if {@code runs} took {@code nanos}. */
  public final double rate(long runs, long nanos) {
    return bytes > 0 ? runs * bytes * 1e3 / nanos : runs * 1e9 / nanos;
  }

  /** Does it once; {@code number} differs from run to run. */
  public abstract void run(int number);
}
