package edgex.kernel.machine;

import edgex.kernel.arch.AddressSpace;
import edgex.kernel.arch.PageTableEntry;
import edgex.kernel.arch.PhysicalMemory;
import org.teavm.interop.StaticInit;
import org.teavm.interop.Unmanaged;

/**
 * The walk through page tables of 512 entries of 8 bytes, which x86_64, ARM64 and RISC-V share: 4
 * KiB pages, 9 address bits a level, level 0 holds the pages. Entries have the architecture's
 * format, {@link PageTableEntry}; a root is the physical address of a top table.
 *
 * <pre>
 *  address   |  level 3  |  level 2  |  level 1  |  level 0  | 12 bits in the page |
 * </pre>
 */
@StaticInit
@Unmanaged
public final class PageTables {
  /** Entries of one table. */
  public static final int ENTRIES_PER_TABLE = 512;

  /** Address bits that one level takes. */
  public static final int INDEX_BITS = 9;

  /** Address bits inside of a page. */
  public static final int PAGE_BITS = 12;

  private static final int INDEX_MASK = ENTRIES_PER_TABLE - 1;

  private PageTables() {}

  /** Which entry of the table at a level an address goes through. */
  public static int index(long virtualAddress, int level) {
    return (int) (virtualAddress >>> (PAGE_BITS + INDEX_BITS * level & 63)) & INDEX_MASK;
  }

  /**
   * Physical address of the entry for an address in the table at {@code level}; 0 when a table
   * above is missing.
   */
  public static long slot(long root, int topLevel, long virtualAddress, int level) {
    long table = root;
    for (int above = topLevel; above > level; above--) {
      long entry = PhysicalMemory.read64(entryAt(table, virtualAddress, above));
      if (!PageTableEntry.isPresent(entry)) {
        return 0;
      }
      table = PageTableEntry.frame(entry);
    }
    return entryAt(table, virtualAddress, level);
  }

  /**
   * Puts a page's entry where there is none: 0, {@link AddressSpace#TABLE_MISSING} or {@link
   * AddressSpace#OCCUPIED}.
   */
  public static int map(long root, int topLevel, long virtualAddress, long entry) {
    long slot = slot(root, topLevel, virtualAddress, 0);
    if (slot == 0) {
      return AddressSpace.TABLE_MISSING;
    }
    if (PageTableEntry.isPresent(PhysicalMemory.read64(slot))) {
      return AddressSpace.OCCUPIED;
    }
    PhysicalMemory.write64(slot, entry);
    return 0;
  }

  /** Makes a zeroed frame the highest table that is missing on the path to an address. */
  public static void supply(long root, int topLevel, long virtualAddress, long framePhysical) {
    for (int level = topLevel; level > 0; level--) {
      long slot = slot(root, topLevel, virtualAddress, level);
      if (!PageTableEntry.isPresent(PhysicalMemory.read64(slot))) {
        PhysicalMemory.write64(slot, PageTableEntry.table(framePhysical));
        return;
      }
    }
  }

  /** Takes a page's entry out; false: there was none. */
  public static boolean unmap(long root, int topLevel, long virtualAddress) {
    long slot = slot(root, topLevel, virtualAddress, 0);
    if (slot == 0 || !PageTableEntry.isPresent(PhysicalMemory.read64(slot))) {
      return false;
    }
    PhysicalMemory.write64(slot, 0);
    return true;
  }

  /** Physical address of the entry of a page that is mapped, or 0. */
  public static long mappedSlot(long root, int topLevel, long virtualAddress) {
    long slot = slot(root, topLevel, virtualAddress, 0);
    return slot != 0 && PageTableEntry.isPresent(PhysicalMemory.read64(slot)) ? slot : 0;
  }

  /** Physical address that a user address is mapped to, or -1; {@code end} is above user space. */
  public static long translate(long root, int topLevel, long virtualAddress, long end) {
    if (!Unsigned.isBelow(virtualAddress, end)) {
      return -1;
    }
    long slot = mappedSlot(root, topLevel, virtualAddress);
    if (slot == 0) {
      return -1;
    }
    long offset = virtualAddress & (AddressSpace.PAGE_SIZE_BYTES - 1);
    return PageTableEntry.frame(PhysicalMemory.read64(slot)) | offset;
  }

  /**
   * Takes one table that holds no other out of the tree below a root, in bounded time; 0 when only
   * the root is left.
   *
   * @param topEntries how many entries of the top table are the user's
   */
  public static long takeTable(long root, int topLevel, int topEntries) {
    long parent = root;
    int entries = topEntries;
    for (int level = topLevel; level > 0; level--) {
      long slot = firstPresent(parent, entries);
      if (slot == 0) {
        break;
      }
      long child = PageTableEntry.frame(PhysicalMemory.read64(slot));
      if (level == 1 || firstPresent(child, ENTRIES_PER_TABLE) == 0) {
        PhysicalMemory.write64(slot, 0);
        return child;
      }
      parent = child;
      entries = ENTRIES_PER_TABLE;
    }
    return 0;
  }

  private static long entryAt(long table, long virtualAddress, int level) {
    return table + (long) index(virtualAddress, level) * Long.BYTES;
  }

  private static long firstPresent(long table, int entries) {
    for (int i = 0; i < entries; i++) {
      long slot = table + (long) i * Long.BYTES;
      if (PageTableEntry.isPresent(PhysicalMemory.read64(slot))) {
        return slot;
      }
    }
    return 0;
  }
}
