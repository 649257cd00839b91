package edgex.kernel.arch;

/** What the shared walk of page tables needs to know of the format of their entries. */
public final class PageTableEntry {
  private PageTableEntry() {}

  /** An entry that points to a lower table of user space; the pages' entries decide rights. */
  public static native long table(long framePhysical);

  /** Whether the entry maps or points to something. */
  public static native boolean isPresent(long entry);

  /** The physical address in an entry. */
  public static native long frame(long entry);
}
