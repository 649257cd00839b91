package edgex.kernel.arch;

/** Entries of simulated tables: the address of a frame, and bit 0 for "present". */
public final class PageTableEntry {
  private static final long PRESENT = 1;

  private PageTableEntry() {}

  /** An entry that points to a table. */
  public static long table(long framePhysical) {
    return framePhysical | PRESENT;
  }

  /** Whether the entry holds something. */
  public static boolean isPresent(long entry) {
    return (entry & PRESENT) != 0;
  }

  /** The physical address in an entry. */
  public static long frame(long entry) {
    return entry & -AddressSpace.PAGE_SIZE_BYTES;
  }
}
