package edgex.kernel.arch;

import edgex.abi.Rights;
import org.teavm.interop.StaticInit;
import org.teavm.interop.Unmanaged;

/**
 * Entries of page tables with 4 KiB granule (Arm ARM, D8.3).
 *
 * <pre>
 *  63  55 54   53  52        48 47            12 11 10 9  8 7    6 5  4    2 1 0
 * | soft |UXN|PXN|  unused     | physical addr. |nG|AF|SH  |RO|EL0|NS|type  |T|V|
 * </pre>
 *
 * T = 1 is a table, and at the lowest level a page; T = 0 a block of 2 MiB or 1 GiB.
 */
@StaticInit
@Unmanaged
public final class PageTableEntry {
  static final long VALID = 1;
  static final long TABLE = 1 << 1;
  static final long USER = 1 << 6;
  static final long READ_ONLY = 1 << 7;
  static final long SHAREABLE = 3 << 8;

  /** Clear, the first use would be a fault. */
  static final long ACCESSED = 1 << 10;

  /** Belongs to the space whose tag is current. */
  static final long NOT_GLOBAL = 1 << 11;

  static final long KERNEL_NO_EXECUTE = 1L << 53;
  static final long USER_NO_EXECUTE = 1L << 54;

  /** The index of memory type 1 in MAIR: device nGnRE. */
  static final long DEVICE = 1 << 2;

  private static final long ADDRESS_MASK = 0x0000_ffff_ffff_f000L;

  private PageTableEntry() {}

  /** An entry that points to a lower table; its pages' entries decide rights. */
  public static long table(long framePhysical) {
    return framePhysical | VALID | TABLE;
  }

  /** A user page; every protection includes READ. The kernel never executes it. */
  static long page(long framePhysical, int protection, int memoryType) {
    long entry = framePhysical | VALID | TABLE | USER | ACCESSED | NOT_GLOBAL | KERNEL_NO_EXECUTE;
    if ((protection & Rights.WRITE) == 0) {
      entry |= READ_ONLY;
    }
    if ((protection & Rights.EXECUTE) == 0) {
      entry |= USER_NO_EXECUTE;
    }
    return entry | (memoryType == AddressSpace.MEMORY_DEVICE ? DEVICE : SHAREABLE);
  }

  /** The same page with other rights. */
  static long withProtection(long entry, int protection) {
    int memoryType =
        (entry & DEVICE) != 0 ? AddressSpace.MEMORY_DEVICE : AddressSpace.MEMORY_NORMAL;
    return page(frame(entry), protection, memoryType);
  }

  /** Whether the entry maps something. */
  public static boolean isPresent(long entry) {
    return (entry & VALID) != 0;
  }

  /** The physical address in an entry. */
  public static long frame(long entry) {
    return entry & ADDRESS_MASK;
  }
}
