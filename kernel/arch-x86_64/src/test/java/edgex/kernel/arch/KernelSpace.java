package edgex.kernel.arch;

/** The kernel's half over simulated RAM: what is described in the memory map is reachable. */
final class KernelSpace {
  static final long TOP_TABLE = 0x1000;

  private KernelSpace() {}

  static boolean isReadable(long start, long sizeBytes) {
    return start >= 0
        && sizeBytes > 0
        && start < PhysicalMemory.SIZE_BYTES
        && start + sizeBytes <= PhysicalMemory.SIZE_BYTES;
  }

  static long topTablePhysical() {
    return TOP_TABLE;
  }

  static void share(long topFramePhysical) {
    PhysicalMemory.write64(topFramePhysical + 511 * 8, 1);
  }

  static long mapDevice(long physicalAddress) {
    return physicalAddress;
  }

  static long directMapEnd() {
    return 1L << 39;
  }
}
