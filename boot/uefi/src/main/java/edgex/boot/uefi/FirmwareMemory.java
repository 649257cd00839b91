package edgex.boot.uefi;

import edgex.abi.declare.DialectException;
import org.teavm.interop.StaticInit;
import org.teavm.interop.Unmanaged;

/**
 * The machine's memory as the firmware tells it (UEFI Specification 2.10, 7.2.3):
 *
 * <pre>
 *  entry =  0 u32 type   8 u64 physical start   24 u64 number of pages          (or more bytes)
 * </pre>
 *
 * <p>The map is read twice: to find a place for the kernel, and as the last thing before the
 * firmware goes. It changes with every allocation, so its memory is taken before.
 */
@StaticInit
@Unmanaged
public final class FirmwareMemory {
  /** Free for the kernel: unused, or the firmware's and this loader's until the kernel starts. */
  public static final int RAM = 1;

  /** Not for the kernel. */
  public static final int RESERVED = 2;

  /** ACPI tables. */
  public static final int ACPI_TABLES = 3;

  /** Memory that ACPI code uses. */
  public static final int ACPI_STORAGE = 4;

  private static final int LOADER_CODE = 1;
  private static final int BOOT_SERVICES_DATA = 4;
  private static final int CONVENTIONAL = 7;
  private static final int TYPE_ACPI_TABLES = 9;
  private static final int TYPE_ACPI_STORAGE = 10;
  private static final int START_OFFSET = 8;
  private static final int PAGES_OFFSET = 24;

  /** Real machines have about 200 entries of 48 bytes. */
  private static final int CAPACITY_BYTES = 1 << 18;

  /** Firmware may change the map once while it is told to go, not for ever. */
  private static final int MAXIMUM_ATTEMPTS = 8;

  private static long buffer;
  private static long key;
  private static long sizeBytes;
  private static long entryBytes;

  private FirmwareMemory() {}

  /** Takes memory for the map. */
  public static void initialize() {
    buffer = Pages.allocate(CAPACITY_BYTES);
    key = Pages.allocate(2 * Long.BYTES);
  }

  /** Reads the map. Ends the loader when it is longer than any machine's. */
  public static void read() {
    sizeBytes = Firmware.memoryMap(buffer, CAPACITY_BYTES, key, key + Long.BYTES);
    entryBytes = Memory.read64(key + Long.BYTES);
    if (sizeBytes <= 0 || entryBytes < PAGES_OFFSET + Long.BYTES) {
      Failure.exit("the firmware gives no memory map, or one that is too long");
    }
  }

  /**
   * Takes the machine over: from here on nothing of the firmware may be called. The map stays as it
   * was last read.
   */
  public static void takeOver() {
    for (int attempt = 0; attempt < MAXIMUM_ATTEMPTS; attempt++) {
      read();
      if (Firmware.exitBootServices(Memory.read64(key)) != 0) {
        return;
      }
    }
    Failure.exit("the firmware does not let go of the machine");
  }

  /** How many ranges there are. */
  @DialectException(rule = "division", reason = "read has checked the size of an entry")
  public static int count() {
    return (int) (sizeBytes / entryBytes);
  }

  /** Where range {@code index} starts. */
  public static long start(int index) {
    return Memory.read64(entry(index) + START_OFFSET);
  }

  /** How long it is. */
  public static long sizeBytes(int index) {
    return Memory.read64(entry(index) + PAGES_OFFSET) * Memory.PAGE_BYTES;
  }

  /** What the kernel may do with it. */
  public static int kind(int index) {
    int type = Memory.read32(entry(index));
    if ((type >= LOADER_CODE && type <= BOOT_SERVICES_DATA) || type == CONVENTIONAL) {
      return RAM;
    }
    if (type == TYPE_ACPI_TABLES) {
      return ACPI_TABLES;
    }
    return type == TYPE_ACPI_STORAGE ? ACPI_STORAGE : RESERVED;
  }

  /** Whether nobody has it now. */
  public static boolean isUnused(int index) {
    return Memory.read32(entry(index)) == CONVENTIONAL;
  }

  private static long entry(int index) {
    return buffer + index * entryBytes;
  }
}
