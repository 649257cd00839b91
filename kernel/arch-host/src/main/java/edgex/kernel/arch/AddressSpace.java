package edgex.kernel.arch;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;

/**
 * Simulated page tables: one level of tables below the root, each for 2 MiB, in frames that the
 * kernel supplies. The entries are kept in a map beside them; the frames are only counted, and must
 * arrive zeroed.
 */
public final class AddressSpace {
  /** The page size. */
  public static final int PAGE_SIZE_BYTES = 4096;

  /** A table is missing. */
  public static final int TABLE_MISSING = 1;

  /** Something is mapped there. */
  public static final int OCCUPIED = 2;

  /** Ordinary memory. */
  public static final int MEMORY_NORMAL = 0;

  /** Device registers. */
  public static final int MEMORY_DEVICE = 1;

  private static final long USER_START = 0x1000;
  private static final long USER_END = 1L << 40;
  private static final int TABLE_SHIFT = 21;

  private static AddressSpace[] active = new AddressSpace[1];

  private final Map<Long, Entry> entries = new HashMap<>();
  private final Map<Long, Long> tables = new HashMap<>();
  private final ArrayDeque<Long> dying = new ArrayDeque<>();
  private long root;
  private boolean changed;

  /** A page in the tables. */
  record Entry(long physical, int protection, int memoryType) {}

  /** At boot. */
  public AddressSpace() {}

  static void install(int cpus) {
    active = new AddressSpace[cpus];
  }

  /** The space that the MMU of a CPU uses. */
  static AddressSpace active(int cpu) {
    return active[cpu];
  }

  /** A CPU uses the kernel's own space. */
  static void leave(int cpu) {
    active[cpu] = null;
  }

  /** Whether a CPU may still use translations that have ended. */
  boolean isStale() {
    return changed && isActiveElsewhere();
  }

  private boolean isActiveElsewhere() {
    for (int cpu = 0; cpu < active.length; cpu++) {
      if (cpu != Cpu.current() && active[cpu] == this) {
        return true;
      }
    }
    return false;
  }

  private boolean isActive() {
    return active[Cpu.current()] == this || isActiveElsewhere();
  }

  Map<Long, Entry> entries() {
    return entries;
  }

  Map<Long, Long> tables() {
    return tables;
  }

  /** First user address. */
  public static long userStart() {
    return USER_START;
  }

  /** First address above user space. */
  public static long userEnd() {
    return USER_END;
  }

  /** Starts an empty space. */
  public void initialize(long rootFramePhysical) {
    check(root == 0, "initialised twice");
    checkZero(rootFramePhysical);
    root = rootFramePhysical;
  }

  /** The root frame. */
  public long rootFrame() {
    return root;
  }

  /** Forgets the root frame. */
  public void release() {
    check(!isActive(), "released while active");
    check(entries.isEmpty() && tables.isEmpty(), "released with pages or tables");
    root = 0;
  }

  /** Maps one page. */
  public int map(long virtualAddress, long physicalAddress, int protection, int memoryType) {
    check(root != 0, "map without a root");
    if (!tables.containsKey(virtualAddress >> TABLE_SHIFT)) {
      return TABLE_MISSING;
    }
    return entries.putIfAbsent(virtualAddress, new Entry(physicalAddress, protection, memoryType))
            == null
        ? 0
        : OCCUPIED;
  }

  /** Adds a table. */
  public void supplyTable(long virtualAddress, long framePhysical) {
    checkZero(framePhysical);
    check(
        tables.putIfAbsent(virtualAddress >> TABLE_SHIFT, framePhysical) == null,
        "table supplied twice");
  }

  /** Unmaps one page. */
  public void unmap(long virtualAddress) {
    entries.remove(virtualAddress);
    changed = true;
  }

  /** How a mapped page is mapped. */
  public int memoryTypeOf(long virtualAddress) {
    return entries.get(virtualAddress).memoryType();
  }

  /** Changes the protection of one page. */
  public void protect(long virtualAddress, int protection) {
    Entry entry = entries.get(virtualAddress);
    check(entry != null, "protect of a page that is not mapped");
    entries.put(virtualAddress, new Entry(entry.physical(), protection, entry.memoryType()));
    changed = true;
  }

  /** Physical address of a mapped address, or -1. */
  public long translate(long virtualAddress) {
    Entry entry = entries.get(virtualAddress & -PAGE_SIZE_BYTES);
    return entry == null ? -1 : entry.physical() + (virtualAddress & (PAGE_SIZE_BYTES - 1));
  }

  /** Takes one table out. */
  public long takeTable() {
    check(!isActive(), "table taken while active");
    check(entries.isEmpty(), "table taken while pages are mapped");
    if (dying.isEmpty()) {
      dying.addAll(tables.keySet());
    }
    Long key = dying.poll();
    return key == null ? 0 : tables.remove(key);
  }

  /** Makes this the current space. */
  public void activate() {
    check(root != 0, "activated without a root");
    active[Cpu.current()] = this;
  }

  /** Makes the kernel's own space the current one. */
  public static void activateKernel() {
    leave(Cpu.current());
  }

  /** Ends what other CPUs remember of pages that were unmapped or protected. */
  public void flushOthers() {
    changed = false;
  }

  private static void checkZero(long frame) {
    for (int i = 0; i < PAGE_SIZE_BYTES; i += Long.BYTES) {
      check(PhysicalMemory.read64(frame + i) == 0, "table frame is not zero");
    }
  }

  private static void check(boolean condition, String problem) {
    if (!condition) {
      throw new AssertionError("address space: " + problem);
    }
  }
}
