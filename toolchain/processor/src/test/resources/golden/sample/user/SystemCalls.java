// Generated from sample.abi.SystemCallTable. Change that, not this.
package sample.user;

import sample.abi.SystemCallTable;
import sample.abi.SystemCallNumbers;
import org.teavm.interop.StaticInit;
import org.teavm.interop.Unmanaged;

/** The system calls of {@link SystemCallTable}. */
@StaticInit
public final class SystemCalls {
  private SystemCalls() {}

  /** {@link SystemCallTable#nothing}. */
  @Unmanaged
  public static int nothing() {
    return (int) sample.user.UserTrap.call0(SystemCallNumbers.NOTHING);
  }

  /** {@link SystemCallTable#memoryRead}. */
  @Unmanaged
  public static long memoryRead(int memory, long offsetBytes, long buffer, int lengthBytes) {
    return sample.user.UserTrap.call4(SystemCallNumbers.MEMORY_READ, memory, offsetBytes, buffer, lengthBytes);
  }
}
