package edgex.kernel.arch;

import edgex.abi.FaultKind;
import edgex.abi.Rights;
import org.teavm.interop.StaticInit;
import org.teavm.interop.Unmanaged;

/**
 * Entries of page tables, Sv39 and Sv48 (privileged architecture 1.12, 4.4 and 4.5).
 *
 * <pre>
 *  63    54 53                 10 9 8  7   6   5   4   3   2   1   0
 * |unused  | physical address>>12|   | D | A | G | U | X | W | R | V |
 * </pre>
 *
 * An entry without R, W and X points to a lower table. A and D are set beforehand: a CPU may fault
 * instead of setting them.
 */
@StaticInit
@Unmanaged
public final class PageTableEntry {
  static final long PRESENT = 1;
  static final long READ = 1 << 1;
  static final long WRITE = 1 << 2;
  static final long EXECUTE = 1 << 3;
  static final long USER = 1 << 4;

  /** The same in all address spaces: stays in the TLB when the space changes. */
  static final long GLOBAL = 1 << 5;

  static final long ACCESSED = 1 << 6;
  static final long DIRTY = 1 << 7;

  /** A kernel page with data. */
  static final long KERNEL_DATA = PRESENT | READ | WRITE | GLOBAL | ACCESSED | DIRTY;

  private static final int ADDRESS_SHIFT = 2;
  private static final long ADDRESS_MASK = 0x003f_ffff_ffff_fc00L;

  private PageTableEntry() {}

  /** An entry that points to a lower table. */
  public static long table(long framePhysical) {
    return (framePhysical >>> ADDRESS_SHIFT) | PRESENT;
  }

  /** A kernel page, small or large. */
  static long kernelData(long physicalAddress) {
    return (physicalAddress >>> ADDRESS_SHIFT) | KERNEL_DATA;
  }

  /**
   * A user page. A page that can be written can be read, as the architecture wants it. The kind of
   * memory is a property of the physical address here, not of the mapping.
   */
  static long page(long framePhysical, int protection) {
    long entry = (framePhysical >>> ADDRESS_SHIFT) | PRESENT | USER | ACCESSED;
    if ((protection & (Rights.READ | Rights.WRITE)) != 0) {
      entry |= READ;
    }
    if ((protection & Rights.WRITE) != 0) {
      entry |= WRITE | DIRTY;
    }
    // An entry with no right at all would point to a table.
    return (protection & Rights.EXECUTE) != 0 || protection == 0 ? entry | EXECUTE : entry;
  }

  /** The same page with other rights. */
  static long withProtection(long entry, int protection) {
    return page(frame(entry), protection);
  }

  /** Whether the entry maps something. */
  public static boolean isPresent(long entry) {
    return (entry & PRESENT) != 0;
  }

  /** Whether a user access of that kind ({@link FaultKind}) goes through the entry. */
  static boolean allows(long entry, int kind) {
    long wanted = PRESENT | USER | (kind == FaultKind.EXECUTE ? EXECUTE : READ);
    if (kind == FaultKind.WRITE) {
      wanted |= WRITE;
    }
    return (entry & wanted) == wanted;
  }

  /** The physical address in an entry. */
  public static long frame(long entry) {
    return (entry & ADDRESS_MASK) << ADDRESS_SHIFT;
  }
}
