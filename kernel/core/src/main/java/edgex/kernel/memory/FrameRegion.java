package edgex.kernel.memory;

import edgex.kernel.arch.AddressSpace;
import edgex.kernel.arch.PhysicalMemory;
import org.teavm.interop.StaticInit;
import org.teavm.interop.Unmanaged;

/**
 * One contiguous piece of RAM, and what the allocator notes about each page of it: a byte, in the
 * first pages of the region itself.
 *
 * <pre>
 *   | notes: one byte per page | managed pages ...                      |
 *   firstPage                  firstPage + notePages                    firstPage + pages
 * </pre>
 */
@StaticInit
@Unmanaged
final class FrameRegion {
  private long firstPage;
  private long pages;

  /** Takes over a piece of RAM. The result is how many pages at its start hold the notes. */
  long initialize(long first, long count) {
    firstPage = first;
    pages = count;
    long notePages = (count + AddressSpace.PAGE_SIZE_BYTES - 1) >>> Frames.PAGE_SHIFT;
    for (long i = 0; i < notePages; i++) {
      PhysicalMemory.zeroPage((first + i) << Frames.PAGE_SHIFT);
    }
    return notePages;
  }

  boolean contains(long page) {
    return page >= firstPage && page - firstPage < pages;
  }

  int note(long page) {
    return PhysicalMemory.read8((firstPage << Frames.PAGE_SHIFT) + page - firstPage);
  }

  void setNote(long page, int value) {
    PhysicalMemory.write8((firstPage << Frames.PAGE_SHIFT) + page - firstPage, value);
  }
}
