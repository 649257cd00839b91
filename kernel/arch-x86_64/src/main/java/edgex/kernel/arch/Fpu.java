package edgex.kernel.arch;

import org.teavm.interop.StaticInit;
import org.teavm.interop.Unmanaged;

/**
 * Floating-point and SIMD registers. At most one context <em>owns</em> them: the last that ran.
 * They are switched with the thread, whether or not it computes with floats: a processor that has
 * LazyFP (CVE-2018-3665) shows a thread what it finds in registers that a trap is to protect. With
 * XSAVEOPT a thread that has not changed them costs little. The kernel itself has no such
 * instruction, and where there is one CPU the idle loop leaves the registers as they are.
 */
@StaticInit
@Unmanaged
final class Fpu {
  /** Size of an FXSAVE area (SDM volume 1, 10.5.1). */
  static final int LEGACY_AREA_BYTES = 512;

  /** XSAVE wants its area on this boundary. */
  static final int AREA_ALIGNMENT_BYTES = 64;

  private static final int CONTROL_WORD_OFFSET = 0;
  private static final int CONTROL_WORD_INITIAL = 0x37f;
  private static final int SIMD_CONTROL_OFFSET = 24;
  private static final int SIMD_CONTROL_INITIAL = 0x1f80;
  private static final int HEADER_OFFSET = 512;
  private static final int HEADER_WORDS = 8;

  private static final long CR0_MONITOR = 1 << 1;
  private static final long CR0_EMULATION = 1 << 2;
  private static final long CR0_TASK_SWITCHED = 1 << 3;
  private static final long CR0_NUMERIC_ERROR = 1 << 5;

  private static int areaBytes;

  private Fpu() {}

  /** Turns the units on, and learns how large an area is. */
  static void initialize() {
    initializeCpu();
    areaBytes = (CpuFeatures.stateSizeBytes() + AREA_ALIGNMENT_BYTES - 1) & -AREA_ALIGNMENT_BYTES;
  }

  /** Turns this CPU's units on. */
  static void initializeCpu() {
    if (CpuFeatures.hasXsave()) {
      Instructions.writeExtendedControl(CpuFeatures.stateComponents());
    }
    Instructions.writeCr0(
        (Instructions.readCr0() | CR0_MONITOR | CR0_NUMERIC_ERROR)
            & ~(CR0_EMULATION | CR0_TASK_SWITCHED));
  }

  /** Size of one context's area, a multiple of its alignment. */
  static int areaSizeBytes() {
    return areaBytes;
  }

  /** Gives the registers to the context that runs next. */
  static void prepareFor(Context context) {
    Context last = Instructions.fpuOwner();
    if (context == last) {
      return;
    }
    Instructions.setFpuOwner(context);
    if (last == null) {
      restore(context.floatingPointArea());
    } else if (CpuFeatures.hasXsaveOptimized()) {
      Instructions.switchExtended(last.floatingPointArea(), context.floatingPointArea());
    } else {
      save(last.floatingPointArea());
      restore(context.floatingPointArea());
    }
  }

  /** Saves the registers of whoever owns them: it may go on on another CPU. */
  static void release() {
    Context last = Instructions.fpuOwner();
    if (last != null) {
      save(last.floatingPointArea());
      Instructions.setFpuOwner(null);
    }
  }

  /** Forgets a context's registers and brings its area to the processor's initial state. */
  static void reset(Context context) {
    if (Instructions.fpuOwner() == context) {
      Instructions.setFpuOwner(null);
    }
    long area = context.floatingPointArea();
    if (CpuFeatures.hasXsave()) {
      // An empty header makes XRSTOR load initial values whatever the rest of the area holds.
      Instructions.fillZero(area + HEADER_OFFSET, HEADER_WORDS);
    } else {
      Instructions.fillZero(area, LEGACY_AREA_BYTES / Long.BYTES);
      KernelMemory.write16(area + CONTROL_WORD_OFFSET, CONTROL_WORD_INITIAL);
    }
    // The one register that XRSTOR takes from the area in any case.
    KernelMemory.write32(area + SIMD_CONTROL_OFFSET, SIMD_CONTROL_INITIAL);
  }

  private static void save(long area) {
    if (CpuFeatures.hasXsave()) {
      Instructions.saveExtended(area);
    } else {
      Instructions.saveLegacy(area);
    }
  }

  private static void restore(long area) {
    if (CpuFeatures.hasXsave()) {
      Instructions.restoreExtended(area);
    } else {
      Instructions.restoreLegacy(area);
    }
  }
}
