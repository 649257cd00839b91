package edgex.kernel.arch;

import edgex.abi.Rights;
import org.teavm.interop.StaticInit;
import org.teavm.interop.Unmanaged;

/**
 * Entries of x86_64 page tables (SDM volume 3, 4.5).
 *
 * <pre>
 *  63  62      52 51                 12 11  9  8  7   6  5   4    3    2  1  0
 * |NX |  unused  | physical address    |unused|G|PS |D |A |PCD |PWT |U |W |P |
 * </pre>
 */
@StaticInit
@Unmanaged
public final class PageTableEntry {
  static final long PRESENT = 1;
  static final long WRITE = 1 << 1;
  static final long USER = 1 << 2;
  static final long WRITE_THROUGH = 1 << 3;
  static final long CACHE_DISABLE = 1 << 4;

  /** In a directory or directory-pointer entry: maps 2 MiB or 1 GiB itself. */
  static final long LARGE = 1 << 7;

  /** Stays in the TLB when CR3 changes. */
  static final long GLOBAL = 1 << 8;

  static final long NO_EXECUTE = 1L << 63;

  private static final long ADDRESS_MASK = 0x000f_ffff_ffff_f000L;

  private PageTableEntry() {}

  /** An entry that points to a lower table of user space; its pages' entries decide rights. */
  public static long table(long framePhysical) {
    return framePhysical | PRESENT | WRITE | USER;
  }

  /** A user page. Without READ nothing but EXECUTE could be meant: x86 pages are readable. */
  static long page(long framePhysical, int protection, int memoryType) {
    long entry = framePhysical | PRESENT | USER;
    if ((protection & Rights.WRITE) != 0) {
      entry |= WRITE;
    }
    if ((protection & Rights.EXECUTE) == 0) {
      entry |= NO_EXECUTE;
    }
    if (memoryType == AddressSpace.MEMORY_DEVICE) {
      entry |= CACHE_DISABLE | WRITE_THROUGH;
    }
    return entry;
  }

  /** The same page with other rights. */
  static long withProtection(long entry, int protection) {
    int memoryType =
        (entry & CACHE_DISABLE) != 0 ? AddressSpace.MEMORY_DEVICE : AddressSpace.MEMORY_NORMAL;
    return page(frame(entry), protection, memoryType);
  }

  /** Whether the entry maps something. */
  public static boolean isPresent(long entry) {
    return (entry & PRESENT) != 0;
  }

  /** The physical address in an entry. */
  public static long frame(long entry) {
    return entry & ADDRESS_MASK;
  }
}
