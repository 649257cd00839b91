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
      sample.kernel.Caller caller, int number) {
    return switch (number) {
      case SystemCallNumbers.NOTHING -> sample.kernel.Kernel.nothing(caller);
      case SystemCallNumbers.MEMORY_READ -> sample.kernel.MemoryCalls.memoryRead(caller, (int) caller.argument0(), caller.argument1(), caller.argument2(), (int) caller.argument3());
      default -> Errors.UNKNOWN_CALL;
    };
  }
}
