package edgex.runtime.program;

/**
 * A part of a program that is mapped with one protection.
 *
 * @param fileOffset where its content starts in the file; congruent to the address modulo the page
 * @param fileBytes how much content
 * @param address where it starts in the process
 * @param memoryBytes how much it takes there; what the content does not fill is zero
 * @param protection a set of {@code Rights.READ}, {@code WRITE}, {@code EXECUTE}
 */
public record Segment(
    long fileOffset, long fileBytes, long address, long memoryBytes, int protection) {
  static final int PAGE_BYTES = 4096;

  /** Address of its first page. */
  public long firstPage() {
    return address & -PAGE_BYTES;
  }

  /** Address after its last page. */
  public long endOfPages() {
    return (address + memoryBytes + PAGE_BYTES - 1) & -PAGE_BYTES;
  }

  /** Size of its pages. */
  public long pagesBytes() {
    return endOfPages() - firstPage();
  }

  /** Offset in the file of its first page. */
  public long firstPageOffset() {
    return fileOffset & -PAGE_BYTES;
  }
}
