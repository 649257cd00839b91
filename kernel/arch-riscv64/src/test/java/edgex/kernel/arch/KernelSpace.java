package edgex.kernel.arch;

/** The kernel's half over simulated RAM: one entry that every top table shares. */
final class KernelSpace {
  static final int SHARED_SLOT = 511;
  static final long TRANSLATION = 1;

  private KernelSpace() {}

  static long translation() {
    return TRANSLATION;
  }

  static void share(long topFramePhysical) {
    PhysicalMemory.write64(topFramePhysical + SHARED_SLOT * 8L, 1);
  }
}
