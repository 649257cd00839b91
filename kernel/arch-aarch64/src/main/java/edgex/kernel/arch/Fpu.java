package edgex.kernel.arch;

import org.teavm.interop.StaticInit;
import org.teavm.interop.Unmanaged;

/**
 * Floating-point and SIMD registers, switched when a thread first uses them.
 *
 * <p>At most one context <em>owns</em> the registers. While any other runs, its first instruction
 * on them is a trap: {@link #claim} then saves the owner's registers and loads the current
 * thread's. Threads that never compute with floats pay nothing. The kernel itself has no such
 * instruction.
 *
 * <p>Invariant: access is open if and only if the current context is the owner. SVE is never open.
 */
@StaticInit
@Unmanaged
final class Fpu {
  /** 32 registers of 16 bytes, FPSR, FPCR. */
  static final int AREA_BYTES = 528;

  /** Pairs of registers are stored at once. */
  static final int AREA_ALIGNMENT_BYTES = 16;

  /** CPACR_EL1.FPEN: no trap. */
  private static final long ACCESS_OPEN = 3 << 20;

  private static final long ACCESS_TRAPS = 0;

  private static Context owner;
  private static boolean open;

  private Fpu() {}

  /** Arms the trap. */
  static void initialize() {
    setAccess(false, ACCESS_TRAPS);
  }

  /** Opens or closes access for the context that runs next. */
  static void prepareFor(Context context) {
    if (context == owner) {
      if (!open) {
        setAccess(true, ACCESS_OPEN);
      }
    } else if (open) {
      setAccess(false, ACCESS_TRAPS);
    }
  }

  /** The trap: gives the registers to the context that runs. */
  static void claim(Context context) {
    setAccess(true, ACCESS_OPEN);
    if (owner == context) {
      return;
    }
    if (owner != null) {
      Instructions.saveFloatingPoint(owner.floatingPointArea());
    }
    Instructions.restoreFloatingPoint(context.floatingPointArea());
    owner = context;
  }

  /** Forgets a context's registers and clears its area: zeros, and rounding to nearest. */
  static void reset(Context context) {
    if (owner == context) {
      owner = null;
      setAccess(false, ACCESS_TRAPS);
    }
    long area = context.floatingPointArea();
    for (int offset = 0; offset < AREA_BYTES; offset += Long.BYTES) {
      KernelMemory.write64(area + offset, 0);
    }
  }

  private static void setAccess(boolean nowOpen, long value) {
    open = nowOpen;
    Instructions.writeFpuAccess(value);
  }
}
