package edgex.kernel.arch;

import org.teavm.interop.StaticInit;
import org.teavm.interop.Unmanaged;

/**
 * Floating-point registers, switched when a thread first uses them.
 *
 * <p>At most one context <em>owns</em> the registers. While any other runs, sstatus.FS is Off and
 * its first floating-point instruction is illegal: {@link #claim} then saves the owner's registers
 * and loads the current thread's. Threads that never compute with floats pay nothing. The kernel
 * itself has no such instruction.
 *
 * <p>Invariant: the unit is open (FS not Off) if and only if the current context is the owner.
 */
@StaticInit
@Unmanaged
final class Fpu {
  /** Registers f0 to f31 and fcsr. */
  static final int AREA_WORDS = 33;

  private static final long STATUS_FS = 3L << 13;

  private static Context owner;
  private static boolean present;
  private static boolean open;

  private Fpu() {}

  /** Finds out whether there is a unit: FS of a CPU without one stays Off. */
  static void initialize() {
    Instructions.setStatus(STATUS_FS);
    present = (Instructions.readStatus() & STATUS_FS) != 0;
    close();
  }

  /** Opens or closes the unit for the context that runs next. */
  static void prepareFor(Context context) {
    if (context == owner) {
      if (!open) {
        Instructions.setStatus(STATUS_FS);
        open = true;
      }
    } else if (open) {
      close();
    }
  }

  /**
   * An illegal instruction: gives the registers to the context that runs.
   *
   * @return whether that may have been the reason
   */
  static boolean claim(Context context) {
    if (!present || open) {
      return false;
    }
    Instructions.setStatus(STATUS_FS);
    open = true;
    if (owner != null) {
      Instructions.saveFloatingPoint(owner.floatingPointArea());
    }
    Instructions.restoreFloatingPoint(context.floatingPointArea());
    owner = context;
    return true;
  }

  /** Forgets a context's registers and makes them all zero, as after a reset. */
  static void reset(Context context) {
    if (owner == context) {
      owner = null;
      close();
    }
    Instructions.fillZero(context.floatingPointArea(), AREA_WORDS);
  }

  private static void close() {
    Instructions.clearStatus(STATUS_FS);
    open = false;
  }
}
