package edgex.kernel.memory;

import edgex.abi.declare.BootOnly;
import edgex.kernel.arch.PhysicalMemory;
import edgex.kernel.arch.Platform;
import edgex.kernel.debug.CommandLine;
import edgex.kernel.debug.KernelLog;
import org.teavm.interop.StaticInit;
import org.teavm.interop.Unmanaged;

/**
 * The free RAM: a buddy allocator. A block of order k is 2^k pages and aligned to its own size;
 * free blocks of one order form a doubly linked list, whose links lie in the blocks themselves.
 *
 * <pre>
 *   free block:  next u64, previous u64 (physical addresses; 0 ends the list), junk ...
 *   note of a page:  k + 1 on the first page of a free block of order k, otherwise 0
 * </pre>
 *
 * <p>Page 0 of the machine is never managed, so that address 0 can mean "none". Contents of what is
 * allocated are undefined. Every operation costs O(orders), freeing of n pages that are not a power
 * of two O(orders squared).
 *
 * <p>With the word {@code debug} on the kernel's command line, pages that are given back are filled
 * with {@link #JUNK}, so that whoever still uses them, or relies on what they held, is found out.
 * That takes time in proportion to the pages, which no system call of the ordinary kernel does.
 */
@StaticInit
@Unmanaged
public final class Frames {
  /** log2 of the page size. */
  public static final int PAGE_SHIFT = 12;

  /** What freed pages are filled with in debug mode: no address, no index, no small number. */
  public static final long JUNK = 0xdeadbeefdeadbeefL;

  private static final int ORDERS = 25;
  private static final int MAXIMUM_REGIONS = 128;
  private static final int SMALLEST_REGION_PAGES = 8;
  private static final int NEXT_OFFSET = 0;
  private static final int PREVIOUS_OFFSET = 8;

  private static long[] heads;
  private static FrameRegion[] regions;
  private static long managedPages;
  private static long freePages;
  private static boolean debug;

  private Frames() {}

  /** At boot: allocates what {@link #addMemory} needs. */
  @BootOnly(reason = "allocates")
  public static void create() {
    heads = new long[ORDERS];
    regions = new FrameRegion[MAXIMUM_REGIONS];
    for (int i = 0; i < MAXIMUM_REGIONS; i++) {
      regions[i] = new FrameRegion();
    }
    managedPages = 0;
    freePages = 0;
    debug = CommandLine.hasWord("debug");
  }

  /** At boot, after all allocation: takes over the RAM that the platform reports. */
  public static void addMemory() {
    int used = 0;
    long ignoredPages = 0;
    for (int i = 0; i < Platform.memoryRegionCount(); i++) {
      long first = Platform.memoryRegionStart(i) >>> PAGE_SHIFT;
      long pages = Platform.memoryRegionSizeBytes(i) >>> PAGE_SHIFT;
      if (first == 0 && pages > 0) {
        first++;
        pages--;
      }
      if (pages < SMALLEST_REGION_PAGES || used == MAXIMUM_REGIONS) {
        ignoredPages += pages;
        continue;
      }
      long notePages = regions[used].initialize(first, pages);
      used++;
      managedPages += pages - notePages;
      free((first + notePages) << PAGE_SHIFT, (int) (pages - notePages));
    }
    if (ignoredPages > 0) {
      KernelLog.append("kernel: ");
      KernelLog.appendDecimal(ignoredPages);
      KernelLog.append(" pages of RAM are not used: too many regions, or too small ones\n");
    }
  }

  /** Pages that boot took over. */
  public static long managedPages() {
    return managedPages;
  }

  /** Pages that are free. */
  public static long freePages() {
    return freePages;
  }

  /** Address of that many contiguous pages, or 0. */
  public static long allocate(int pages) {
    int order = orderFor(pages);
    int found = order;
    while (found < ORDERS && heads[found] == 0) {
      found++;
    }
    if (found >= ORDERS) {
      return 0;
    }
    long block = heads[found];
    remove(block, found);
    int blockPages = 1 << (found & 31);
    freePages -= blockPages;
    if (blockPages > pages) {
      putBack(block + ((long) pages << PAGE_SHIFT), blockPages - pages);
    }
    return block;
  }

  /** A page of zeros, or 0. */
  public static long allocateZeroed() {
    long frame = allocate(1);
    if (frame != 0) {
      PhysicalMemory.zeroPage(frame);
    }
    return frame;
  }

  /** Gives pages back. */
  public static void free(long address, int pages) {
    if (debug) {
      fillWithJunk(address, pages);
    }
    putBack(address, pages);
  }

  private static void fillWithJunk(long address, int pages) {
    long end = address + ((long) pages << PAGE_SHIFT);
    for (long word = address; word < end; word += Long.BYTES) {
      PhysicalMemory.write64(word, JUNK);
    }
  }

  private static void putBack(long address, int pages) {
    long page = address >>> PAGE_SHIFT;
    long end = page + pages;
    while (page < end) {
      int order = 0;
      while (order + 1 < ORDERS
          && (page & (1L << (order & 63))) == 0
          && page + (2L << (order & 63)) <= end) {
        order++;
      }
      freeBlock(page, order);
      page += 1L << (order & 63);
    }
    freePages += pages;
  }

  private static void freeBlock(long firstPage, int firstOrder) {
    long page = firstPage;
    int order = firstOrder;
    FrameRegion region = regionOf(page);
    while (order + 1 < ORDERS) {
      long buddy = page ^ (1L << (order & 63));
      if (!region.contains(buddy) || region.note(buddy) != order + 1) {
        break;
      }
      remove(buddy << PAGE_SHIFT, order);
      page = Math.min(page, buddy);
      order++;
    }
    add(page << PAGE_SHIFT, order);
  }

  private static void add(long block, int order) {
    long head = heads[order];
    PhysicalMemory.write64(block + NEXT_OFFSET, head);
    PhysicalMemory.write64(block + PREVIOUS_OFFSET, 0);
    if (head != 0) {
      PhysicalMemory.write64(head + PREVIOUS_OFFSET, block);
    }
    heads[order] = block;
    mark(block, order + 1);
  }

  private static void remove(long block, int order) {
    long next = PhysicalMemory.read64(block + NEXT_OFFSET);
    long previous = PhysicalMemory.read64(block + PREVIOUS_OFFSET);
    if (next != 0) {
      PhysicalMemory.write64(next + PREVIOUS_OFFSET, previous);
    }
    if (previous != 0) {
      PhysicalMemory.write64(previous + NEXT_OFFSET, next);
    } else {
      heads[order] = next;
    }
    mark(block, 0);
  }

  private static void mark(long block, int value) {
    long page = block >>> PAGE_SHIFT;
    regionOf(page).setNote(page, value);
  }

  private static FrameRegion regionOf(long page) {
    int i = 0;
    while (!regions[i].contains(page)) {
      i++;
    }
    return regions[i];
  }

  private static int orderFor(int pages) {
    int order = 0;
    while (order < ORDERS && (1L << (order & 63)) < pages) {
      order++;
    }
    return order;
  }
}
