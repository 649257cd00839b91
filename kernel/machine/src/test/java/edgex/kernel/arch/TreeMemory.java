package edgex.kernel.arch;

/** Puts a blob at the very end of simulated RAM: reading one byte too far throws. */
public final class TreeMemory {
  private TreeMemory() {}

  /** Physical address of the blob, aligned to 8. */
  public static long place(byte[] blob) {
    int size = blob.length + 7 & -8;
    PhysicalMemory.install(size);
    for (int i = 0; i < blob.length; i++) {
      PhysicalMemory.write8(PhysicalMemory.BASE + i, blob[i]);
    }
    return PhysicalMemory.BASE;
  }

  /** RAM of this size, full of junk. */
  public static void install(int sizeBytes) {
    PhysicalMemory.install(sizeBytes);
  }
}
