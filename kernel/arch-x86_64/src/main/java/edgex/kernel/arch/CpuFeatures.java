package edgex.kernel.arch;

import edgex.kernel.machine.Unsigned;
import org.teavm.interop.StaticInit;
import org.teavm.interop.Unmanaged;

/**
 * What this processor can do, as CPUID reports it (Intel SDM volume 2, CPUID; AMD APM volume 3,
 * appendix E), and the control bits that follow from it.
 */
@StaticInit
@Unmanaged
final class CpuFeatures {
  private static final int EAX = 0;
  private static final int EBX = 1;
  private static final int ECX = 2;
  private static final int EDX = 3;

  private static final int LEAF_FEATURES = 1;
  private static final int ECX_PCID = 1 << 17;
  private static final int ECX_X2APIC = 1 << 21;
  private static final int ECX_TSC_DEADLINE = 1 << 24;
  private static final int ECX_XSAVE = 1 << 26;

  private static final int LEAF_EXTENDED = 7;
  private static final int EBX_SMEP = 1 << 7;
  private static final int EBX_SMAP = 1 << 20;
  private static final int ECX_UMIP = 1 << 2;

  private static final int LEAF_STATE = 0xd;
  private static final int EAX_XSAVEOPT = 1;

  private static final int LEAF_HIGHEST_EXTENDED = 0x8000_0000;
  private static final int LEAF_AMD = 0x8000_0001;
  private static final int EDX_GIGABYTE_PAGES = 1 << 26;

  private static final long CR4_FX_STATE = 1L << 9;
  private static final long CR4_SIMD_EXCEPTIONS = 1L << 10;
  private static final long CR4_UMIP = 1L << 11;
  private static final long CR4_PCID = 1L << 17;
  private static final long CR4_XSAVE = 1L << 18;
  private static final long CR4_SMEP = 1L << 20;
  private static final long CR4_SMAP = 1L << 21;

  /** State components of XCR0 that threads get: x87, SSE, AVX and the three of AVX-512. */
  private static final long STATE_X87_SSE = 0b11;

  private static final long STATE_AVX = 1L << 2;
  private static final long STATE_AVX512 = 0b111L << 5;

  private static boolean pcid;
  private static boolean x2apic;
  private static boolean tscDeadline;
  private static boolean xsave;
  private static boolean xsaveOptimized;
  private static boolean gigabytePages;
  private static long stateComponents;
  private static long control4;

  private CpuFeatures() {}

  /** Asks the processor. */
  static void detect() {
    int highest = Instructions.identify(0, 0, EAX);
    int features = Instructions.identify(LEAF_FEATURES, 0, ECX);
    pcid = (features & ECX_PCID) != 0;
    x2apic = (features & ECX_X2APIC) != 0;
    tscDeadline = (features & ECX_TSC_DEADLINE) != 0;
    boolean stateLeaf = !Unsigned.isBelow(highest, LEAF_STATE);
    xsave = (features & ECX_XSAVE) != 0 && stateLeaf;
    xsaveOptimized = xsave && (Instructions.identify(LEAF_STATE, 1, EAX) & EAX_XSAVEOPT) != 0;
    stateComponents = xsave ? chooseState(Instructions.identify(LEAF_STATE, 0, EAX)) : 0;
    gigabytePages =
        !Unsigned.isBelow(Instructions.identify(LEAF_HIGHEST_EXTENDED, 0, EAX), LEAF_AMD)
            && (Instructions.identify(LEAF_AMD, 0, EDX) & EDX_GIGABYTE_PAGES) != 0;
    boolean extendedLeaf = !Unsigned.isBelow(highest, LEAF_EXTENDED);
    int extendedB = extendedLeaf ? Instructions.identify(LEAF_EXTENDED, 0, EBX) : 0;
    int extendedC = extendedLeaf ? Instructions.identify(LEAF_EXTENDED, 0, ECX) : 0;
    control4 = chooseControl4(extendedB, extendedC);
  }

  /** AVX needs SSE; AVX-512 needs all its three components and AVX (SDM volume 1, 13.3). */
  private static long chooseState(int supported) {
    long state = STATE_X87_SSE;
    if ((supported & STATE_AVX) != 0) {
      state |= STATE_AVX;
      if ((supported & STATE_AVX512) == STATE_AVX512) {
        state |= STATE_AVX512;
      }
    }
    return state;
  }

  private static long chooseControl4(int extendedB, int extendedC) {
    long bits = CR4_FX_STATE | CR4_SIMD_EXCEPTIONS;
    bits |= pcid ? CR4_PCID : 0;
    bits |= xsave ? CR4_XSAVE : 0;
    bits |= (extendedB & EBX_SMEP) != 0 ? CR4_SMEP : 0;
    bits |= (extendedB & EBX_SMAP) != 0 ? CR4_SMAP : 0;
    bits |= (extendedC & ECX_UMIP) != 0 ? CR4_UMIP : 0;
    return bits;
  }

  /** Bits to set in CR4, beyond those that the first page tables needed. */
  static long control4Bits() {
    return control4;
  }

  /** Whether address spaces have tags in the TLB. */
  static boolean hasPcid() {
    return pcid;
  }

  /** Whether the local APIC is reached by MSRs. */
  static boolean hasX2apic() {
    return x2apic;
  }

  /** Whether the local APIC's timer compares with the time-stamp counter. */
  static boolean hasTscDeadline() {
    return tscDeadline;
  }

  /** Whether XSAVE and XRSTOR exist, else FXSAVE and FXRSTOR must do. */
  static boolean hasXsave() {
    return xsave;
  }

  /** Whether XSAVEOPT exists. */
  static boolean hasXsaveOptimized() {
    return xsaveOptimized;
  }

  /** Whether a page-directory-pointer entry can map 1 GiB. */
  static boolean hasGigabytePages() {
    return gigabytePages;
  }

  /** What to write to XCR0; 0 without XSAVE. */
  static long stateComponents() {
    return stateComponents;
  }

  /** Size of a thread's FPU area for the components that XCR0 holds now. */
  static int stateSizeBytes() {
    return xsave ? Instructions.identify(LEAF_STATE, 0, EBX) : Fpu.LEGACY_AREA_BYTES;
  }
}
