package edgex.kernel.arch;

import edgex.abi.declare.BootOnly;
import edgex.kernel.machine.Unsigned;
import org.teavm.interop.StaticInit;
import org.teavm.interop.Unmanaged;

/**
 * The table of interrupt controllers, MADT (ACPI specification 6.5, 5.2.12). Entries of unknown
 * type are skipped; the first that is too short or reaches beyond the table ends the reading.
 */
@StaticInit
@Unmanaged
final class AcpiInterrupts {
  private static final int ENTRIES_OFFSET = 44;
  private static final int ENTRY_TYPE_OFFSET = 0;
  private static final int ENTRY_LENGTH_OFFSET = 1;
  private static final int ENTRY_MINIMUM_BYTES = 2;

  private static final int TYPE_LOCAL_APIC = 0;
  private static final int TYPE_IO_APIC = 1;
  private static final int TYPE_OVERRIDE = 2;
  private static final int TYPE_LOCAL_X2APIC = 9;

  private static final int LOCAL_APIC_BYTES = 8;
  private static final int LOCAL_APIC_FLAGS_OFFSET = 4;
  private static final int LOCAL_X2APIC_BYTES = 16;
  private static final int LOCAL_X2APIC_FLAGS_OFFSET = 8;
  private static final int FLAG_ENABLED = 1;

  private static final int IO_APIC_BYTES = 12;
  private static final int IO_APIC_ADDRESS_OFFSET = 4;
  private static final int IO_APIC_FIRST_LINE_OFFSET = 8;

  private static final int OVERRIDE_BYTES = 10;
  private static final int OVERRIDE_LINE_OFFSET = 4;
  private static final int OVERRIDE_FLAGS_OFFSET = 8;
  private static final int POLARITY_MASK = 0b11;
  private static final int POLARITY_LOW = 0b11;
  private static final int TRIGGER_MASK = 0b1100;
  private static final int TRIGGER_LEVEL = 0b1100;

  /** More processors than this are left alone. */
  private static final int MAXIMUM_PROCESSORS = 32;

  private static final int LOCAL_APIC_IDENTITY_OFFSET = 3;
  private static final int LOCAL_X2APIC_IDENTITY_OFFSET = 4;

  private static int[] identities;
  private static int processorCount;

  private AcpiInterrupts() {}

  /** Processors that the table lists as usable; 0 before {@link #addControllers}. */
  static int processorCount() {
    return processorCount;
  }

  /** By what number a processor's local APIC is addressed. */
  static int processorIdentity(int index) {
    return identities[index];
  }

  /** Hands the I/O APICs of the table to {@link IoApic} and remembers processors. */
  @BootOnly(reason = "called on the way from Start.main only")
  static void addControllers(long table) {
    identities = new int[MAXIMUM_PROCESSORS];
    processorCount = 0;
    int length = AcpiTables.length(table);
    int offset = ENTRIES_OFFSET;
    int size = entrySize(table, offset, length);
    while (size != 0) {
      long entry = table + offset;
      int type = PhysicalMemory.read8(entry + ENTRY_TYPE_OFFSET);
      if (type == TYPE_IO_APIC && size >= IO_APIC_BYTES) {
        IoApic.add(
            Unsigned.toLong(PhysicalMemory.read32(entry + IO_APIC_ADDRESS_OFFSET)),
            PhysicalMemory.read32(entry + IO_APIC_FIRST_LINE_OFFSET));
      } else if (isUsableProcessor(entry, type, size) && processorCount < MAXIMUM_PROCESSORS) {
        identities[processorCount] =
            type == TYPE_LOCAL_APIC
                ? PhysicalMemory.read8(entry + LOCAL_APIC_IDENTITY_OFFSET)
                : PhysicalMemory.read32(entry + LOCAL_X2APIC_IDENTITY_OFFSET);
        processorCount++;
      }
      offset += size;
      size = entrySize(table, offset, length);
    }
  }

  /** Hands the corrections of ISA lines to {@link Interrupts}. */
  static void applyOverrides(long table) {
    int length = AcpiTables.length(table);
    int offset = ENTRIES_OFFSET;
    int size = entrySize(table, offset, length);
    while (size != 0) {
      long entry = table + offset;
      if (PhysicalMemory.read8(entry + ENTRY_TYPE_OFFSET) == TYPE_OVERRIDE
          && size >= OVERRIDE_BYTES) {
        int flags = PhysicalMemory.read16(entry + OVERRIDE_FLAGS_OFFSET);
        Interrupts.override(
            PhysicalMemory.read32(entry + OVERRIDE_LINE_OFFSET),
            (flags & TRIGGER_MASK) == TRIGGER_LEVEL,
            (flags & POLARITY_MASK) == POLARITY_LOW);
      }
      offset += size;
      size = entrySize(table, offset, length);
    }
  }

  private static boolean isUsableProcessor(long entry, int type, int size) {
    if (type == TYPE_LOCAL_APIC && size >= LOCAL_APIC_BYTES) {
      return (PhysicalMemory.read32(entry + LOCAL_APIC_FLAGS_OFFSET) & FLAG_ENABLED) != 0;
    }
    return type == TYPE_LOCAL_X2APIC
        && size >= LOCAL_X2APIC_BYTES
        && (PhysicalMemory.read32(entry + LOCAL_X2APIC_FLAGS_OFFSET) & FLAG_ENABLED) != 0;
  }

  /** Size of the entry at an offset; 0 where no whole entry is. */
  private static int entrySize(long table, int offset, int length) {
    if (offset + ENTRY_MINIMUM_BYTES > length) {
      return 0;
    }
    int size = PhysicalMemory.read8(table + offset + ENTRY_LENGTH_OFFSET);
    return size >= ENTRY_MINIMUM_BYTES && offset + size <= length ? size : 0;
  }
}
