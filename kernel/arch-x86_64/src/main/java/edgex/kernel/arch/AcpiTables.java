package edgex.kernel.arch;

import edgex.kernel.machine.Unsigned;
import org.teavm.interop.StaticInit;
import org.teavm.interop.Unmanaged;

/**
 * Finds the firmware's tables (ACPI specification 6.5, 5.2.5 to 5.2.8).
 *
 * <p>Nothing that a table says is believed: each address must be in mapped memory, each length
 * within bounds, each checksum right, before anything else is read. A table that fails does not
 * exist.
 */
@StaticInit
@Unmanaged
final class AcpiTables {
  /** Bytes of the header that every table begins with. */
  static final int HEADER_BYTES = 36;

  /** Offset of a table's length in its header. */
  static final int LENGTH_OFFSET = 4;

  /** "APIC": interrupt controllers. */
  static final int SIGNATURE_MADT = 0x43495041;

  /** "FACP": fixed registers. */
  static final int SIGNATURE_FADT = 0x50434146;

  /** "DSDT": the machine's description in byte code. */
  static final int SIGNATURE_DSDT = 0x54445344;

  private static final long SIGNATURE_POINTER = 0x2052_5450_2044_5352L; // "RSD PTR "
  private static final int SIGNATURE_RSDT = 0x54445352;
  private static final int SIGNATURE_XSDT = 0x54445358;

  private static final int POINTER_BYTES = 20;
  private static final int POINTER_REVISION_OFFSET = 15;
  private static final int POINTER_RSDT_OFFSET = 16;
  private static final int POINTER_XSDT_OFFSET = 24;
  private static final int POINTER_EXTENDED_BYTES = 36;
  private static final int REVISION_WITH_XSDT = 2;

  private static final long SCAN_START = 0xe_0000;
  private static final long SCAN_END = 0x10_0000;
  private static final int SCAN_STEP = 16;

  private static final int MAXIMUM_TABLE_BYTES = 1 << 20;

  private static long root;
  private static int rootEntryBytes;

  private AcpiTables() {}

  /**
   * Finds the root table.
   *
   * @param pointerHint physical address of the root pointer as the boot loader knows it, or 0
   * @return whether there is one
   */
  static boolean initialize(long pointerHint) {
    root = 0;
    if (isPointer(pointerHint)) {
      readPointer(pointerHint);
    }
    for (long at = SCAN_START; root == 0 && at < SCAN_END; at += SCAN_STEP) {
      if (isPointer(at)) {
        readPointer(at);
      }
    }
    return root != 0;
  }

  /** Physical address of the first good table with this signature, or 0. */
  static long find(int signature) {
    if (root == 0) {
      return 0;
    }
    int length = length(root);
    for (int offset = HEADER_BYTES; offset + rootEntryBytes <= length; offset += rootEntryBytes) {
      long table =
          rootEntryBytes == Long.BYTES
              ? PhysicalMemory.read64(root + offset)
              : Unsigned.toLong(PhysicalMemory.read32(root + offset));
      if (isTable(table, signature)) {
        return table;
      }
    }
    return 0;
  }

  /** Whether a good table with this signature lies there. */
  static boolean isTable(long table, int signature) {
    if (table <= 0 || !KernelSpace.isReadable(table, HEADER_BYTES)) {
      return false;
    }
    int length = length(table);
    return PhysicalMemory.read32(table) == signature
        && length >= HEADER_BYTES
        && length <= MAXIMUM_TABLE_BYTES
        && KernelSpace.isReadable(table, length)
        && sum(table, length) == 0;
  }

  /** Length of a table, header included. */
  static int length(long table) {
    return PhysicalMemory.read32(table + LENGTH_OFFSET);
  }

  private static boolean isPointer(long pointer) {
    return pointer > 0
        && KernelSpace.isReadable(pointer, POINTER_EXTENDED_BYTES)
        && PhysicalMemory.read64(pointer) == SIGNATURE_POINTER
        && sum(pointer, POINTER_BYTES) == 0;
  }

  private static void readPointer(long pointer) {
    if (PhysicalMemory.read8(pointer + POINTER_REVISION_OFFSET) >= REVISION_WITH_XSDT
        && sum(pointer, POINTER_EXTENDED_BYTES) == 0) {
      useRoot(PhysicalMemory.read64(pointer + POINTER_XSDT_OFFSET), SIGNATURE_XSDT, Long.BYTES);
    }
    if (root == 0) {
      useRoot(
          Unsigned.toLong(PhysicalMemory.read32(pointer + POINTER_RSDT_OFFSET)),
          SIGNATURE_RSDT,
          Integer.BYTES);
    }
  }

  private static void useRoot(long table, int signature, int entryBytes) {
    if (isTable(table, signature)) {
      root = table;
      rootEntryBytes = entryBytes;
    }
  }

  private static int sum(long start, int sizeBytes) {
    int sum = 0;
    for (int i = 0; i < sizeBytes; i++) {
      sum += PhysicalMemory.read8(start + i);
    }
    return sum & 0xff;
  }
}
