// Generated from sample.abi.SystemCallTable. Change that, not this.
package sample.kernel;

import sample.abi.Errors;
import sample.abi.SystemCallNumbers;
import org.teavm.interop.StaticInit;
import org.teavm.interop.Unmanaged;

/** Calls the handler of a system call. */
@StaticInit
public final class SystemCallDispatcher {
  private SystemCallDispatcher() {}

  /** The result, or the negative error, of the call with this number. */
  @Unmanaged
  public static long dispatch(
      sample.kernel.Caller caller, int number,
      long a0, long a1, long a2, long a3, long a4, long a5) {
    return switch (number) {
      case SystemCallNumbers.NOTHING -> sample.kernel.Kernel.nothing(caller);
      case SystemCallNumbers.MEMORY_READ -> sample.kernel.MemoryCalls.memoryRead(caller, (int) a0, a1, a2, (int) a3);
      default -> Errors.UNKNOWN_CALL;
    };
  }
}
