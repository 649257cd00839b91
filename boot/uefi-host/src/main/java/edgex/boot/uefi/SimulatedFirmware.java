package edgex.boot.uefi;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A machine's firmware: files, memory, tables. There is one at a time; a new one begins afresh,
 * with all memory from 1 MiB on free. What it gives is full of junk.
 */
public final class SimulatedFirmware {
  /** In a memory map: the firmware's own for good. */
  public static final int TYPE_RESERVED = 0;

  /** In a memory map: the firmware's own until it goes. */
  public static final int TYPE_BOOT_SERVICES = 4;

  /** In a memory map: nobody's. */
  public static final int TYPE_UNUSED = 7;

  /** In a memory map: ACPI tables. */
  public static final int TYPE_ACPI_TABLES = 9;

  private static final int LOWEST_PAGE = 256;
  private static final int PAGE_COUNT = Memory.SIZE_BYTES / Memory.PAGE_BYTES;
  private static final int JUNK = 0xa5;

  /** Longer than the structure, as firmware's often are. */
  private static final int ENTRY_BYTES = 48;

  private static SimulatedFirmware current;

  private final Map<String, byte[]> files = new HashMap<>();
  private final Map<String, Long> tables = new HashMap<>();
  private final List<byte[]> openFiles = new ArrayList<>();
  private final List<Integer> positions = new ArrayList<>();
  private final int[] types = new int[PAGE_COUNT];
  private final StringBuilder console = new StringBuilder();
  private long key = 1;
  private boolean volumeReadable = true;
  private int refusals;
  private int readsLeft = Integer.MAX_VALUE;
  private boolean gone;

  /** Starts the machine. */
  public SimulatedFirmware() {
    for (int page = 1; page < PAGE_COUNT; page++) {
      types[page] = page < LOWEST_PAGE ? TYPE_RESERVED : TYPE_UNUSED;
    }
    current = this;
  }

  static SimulatedFirmware current() {
    return current;
  }

  /** Puts a file on the volume; the path has backslashes. */
  public void put(String path, byte[] content) {
    files.put(path, content);
  }

  /** Removes a file. */
  public void remove(String path) {
    files.remove(path);
  }

  /** Publishes a table. */
  public void publish(long identifierLow, long address) {
    tables.put(Long.toHexString(identifierLow), address);
  }

  /** Marks memory. */
  public void use(long start, long sizeBytes, int type) {
    for (long page = start / Memory.PAGE_BYTES;
        page < Memory.pages(start + sizeBytes) && page < PAGE_COUNT;
        page++) {
      types[(int) page] = type;
    }
  }

  /** Makes the volume one that cannot be read. */
  public void breakVolume() {
    volumeReadable = false;
  }

  /** Makes the disk fail after some more reads. */
  public void breakDiskAfter(int reads) {
    readsLeft = reads;
  }

  /** Changes the memory map as often while the loader wants to go. */
  public void refuseToGo(int times) {
    refusals = times;
  }

  /** Whether the loader has taken the machine over. */
  public boolean isGone() {
    return gone;
  }

  void write(int character) {
    requirePresent();
    console.append((char) character);
  }

  void exit() {
    requirePresent();
    throw new FirmwareExit(console.toString());
  }

  long allocate(int how, long pages, long address) {
    requirePresent();
    key++;
    if (how == Firmware.ALLOCATE_AT) {
      return take(address / Memory.PAGE_BYTES, pages);
    }
    long highest = PAGE_COUNT;
    if (how == Firmware.ALLOCATE_BELOW) {
      highest = Math.min(highest, (address + 1) / Memory.PAGE_BYTES);
    }
    for (long page = highest - pages; page >= LOWEST_PAGE; page--) {
      long taken = take(page, pages);
      if (taken != 0) {
        return taken;
      }
    }
    return 0;
  }

  private long take(long first, long pages) {
    for (long page = first; page < first + pages; page++) {
      if (page >= PAGE_COUNT || types[(int) page] != TYPE_UNUSED) {
        return 0;
      }
    }
    use(first * Memory.PAGE_BYTES, pages * Memory.PAGE_BYTES, Firmware.LOADER_DATA);
    byte[] junk = new byte[(int) pages * Memory.PAGE_BYTES];
    Arrays.fill(junk, (byte) JUNK);
    Memory.write(first * Memory.PAGE_BYTES, junk);
    return first * Memory.PAGE_BYTES;
  }

  long memoryMap(long buffer, long capacityBytes, long keyPlace, long entryBytesPlace) {
    requirePresent();
    long at = buffer;
    int page = 1;
    while (page < PAGE_COUNT) {
      int end = page;
      while (end < PAGE_COUNT && types[end] == types[page]) {
        end++;
      }
      if (at + ENTRY_BYTES > buffer + capacityBytes) {
        return 0;
      }
      Memory.write32(at, types[page]);
      Memory.write64(at + 8, (long) page * Memory.PAGE_BYTES);
      Memory.write64(at + 24, end - page);
      at += ENTRY_BYTES;
      page = end;
    }
    Memory.write64(keyPlace, key);
    Memory.write64(entryBytesPlace, ENTRY_BYTES);
    return at - buffer;
  }

  int exitBootServices(long presentedKey) {
    requirePresent();
    if (refusals > 0) {
      refusals--;
      key++;
      return 0;
    }
    gone = presentedKey == key;
    return gone ? 1 : 0;
  }

  long openVolume() {
    return volumeReadable ? 1 : 0;
  }

  long open(long path) {
    requirePresent();
    StringBuilder name = new StringBuilder();
    for (long at = path; Memory.read16(at) != 0; at += Character.BYTES) {
      name.append((char) Memory.read16(at));
    }
    byte[] content = files.get(name.toString());
    if (content == null) {
      return 0;
    }
    openFiles.add(content);
    positions.add(0);
    return openFiles.size();
  }

  long length(long file) {
    return openFiles.get((int) file - 1).length;
  }

  /** Gives less than was asked for, as firmware may. */
  long read(long file, long buffer, long sizeBytes) {
    requirePresent();
    readsLeft--;
    if (readsLeft < 0) {
      return -1;
    }
    int index = (int) file - 1;
    byte[] content = openFiles.get(index);
    int position = positions.get(index);
    int count = (int) Math.min(Math.min(sizeBytes, 5000), content.length - position);
    Memory.write(buffer, Arrays.copyOfRange(content, position, position + count));
    positions.set(index, position + count);
    return count;
  }

  long table(long identifierLow) {
    requirePresent();
    return tables.getOrDefault(Long.toHexString(identifierLow), 0L);
  }

  private void requirePresent() {
    if (gone) {
      throw new IllegalStateException("the firmware was called after it had gone");
    }
  }
}
