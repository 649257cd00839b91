// Generated from sample.abi.SystemCallTable. Change that, not this.
package sample.abi;

/** Numbers of the system calls of {@link SystemCallTable}. */
public final class SystemCallNumbers {
  /** Version of the table. */
  public static final int VERSION = 1;

  /** Numbers are below this one. */
  public static final int END = 2;

  /** {@link SystemCallTable#nothing}. */
  public static final int NOTHING = 0;

  /** {@link SystemCallTable#memoryRead}. */
  public static final int MEMORY_READ = 1;

  private SystemCallNumbers() {}
}
