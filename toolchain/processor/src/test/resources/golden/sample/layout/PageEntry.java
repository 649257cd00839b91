// Generated from sample.layout.PageEntryLayout. Change that, not this.
package sample.layout;

import org.teavm.interop.StaticInit;
import org.teavm.interop.Unmanaged;

/**
 * Accessors of {@link PageEntryLayout}.
 *
 * <pre>
 *  offset  bytes  field
 * +     0      8  entry
 *                   bits 0 to 0: present
 *                   bits 12 to 51: frame
 * +     8      4  length, pages
 * +    12      2  kind
 * +    14      1  flags
 * +    16      4  slots[3]
 * +    40     20  nested
 * +    64
 * </pre>
 */
@StaticInit
public final class PageEntry {
  /** Bytes of the whole. */
  public static final int SIZE_BYTES = 64;

  /** Where {@code entry} starts, in bytes. */
  public static final int ENTRY_OFFSET = 0;

  /** Address of {@code entry}. */
  @Unmanaged
  public static long entryAddress(long address) {
    return address + ENTRY_OFFSET;
  }

  /** Reads {@code entry}. */
  @Unmanaged
  public static long entry(long address) {
    return sample.layout.Memory.read64(address + ENTRY_OFFSET);
  }

  /** Writes {@code entry}. */
  @Unmanaged
  public static void setEntry(long address, long value) {
    sample.layout.Memory.write64(address + ENTRY_OFFSET, value);
  }

  /** Where {@code length} starts, in bytes. */
  public static final int LENGTH_OFFSET = 8;

  /** Address of {@code length}. */
  @Unmanaged
  public static long lengthAddress(long address) {
    return address + LENGTH_OFFSET;
  }

  /** Reads {@code length}, in pages. */
  @Unmanaged
  public static long length(long address) {
    return sample.layout.Memory.read32(address + LENGTH_OFFSET) & 0xffffffffL;
  }

  /** Writes {@code length}, in pages. */
  @Unmanaged
  public static void setLength(long address, long value) {
    sample.layout.Memory.write32(address + LENGTH_OFFSET, (int) value);
  }

  /** Where {@code kind} starts, in bytes. */
  public static final int KIND_OFFSET = 12;

  /** Address of {@code kind}. */
  @Unmanaged
  public static long kindAddress(long address) {
    return address + KIND_OFFSET;
  }

  /** Reads {@code kind}. */
  @Unmanaged
  public static int kind(long address) {
    return sample.layout.Memory.read16(address + KIND_OFFSET) & 0xffff;
  }

  /** Writes {@code kind}. */
  @Unmanaged
  public static void setKind(long address, int value) {
    sample.layout.Memory.write16(address + KIND_OFFSET, (short) value);
  }

  /** Where {@code flags} starts, in bytes. */
  public static final int FLAGS_OFFSET = 14;

  /** Address of {@code flags}. */
  @Unmanaged
  public static long flagsAddress(long address) {
    return address + FLAGS_OFFSET;
  }

  /** Reads {@code flags}. */
  @Unmanaged
  public static int flags(long address) {
    return sample.layout.Memory.read8(address + FLAGS_OFFSET) & 0xff;
  }

  /** Writes {@code flags}. */
  @Unmanaged
  public static void setFlags(long address, int value) {
    sample.layout.Memory.write8(address + FLAGS_OFFSET, (byte) value);
  }

  /** Where {@code slots} starts, in bytes. */
  public static final int SLOTS_OFFSET = 16;

  /** How many elements {@code slots} has. */
  public static final int SLOTS_COUNT = 3;

  /** Address of {@code slots}. */
  @Unmanaged
  public static long slotsAddress(long address, int index) {
    return address + SLOTS_OFFSET + 8L * index;
  }

  /** Reads {@code slots}. */
  @Unmanaged
  public static int slots(long address, int index) {
    return sample.layout.Memory.read32(address + SLOTS_OFFSET + 8L * index);
  }

  /** Writes {@code slots}. */
  @Unmanaged
  public static void setSlots(long address, int index, int value) {
    sample.layout.Memory.write32(address + SLOTS_OFFSET + 8L * index, value);
  }

  /** Where {@code nested} starts, in bytes. */
  public static final int NESTED_OFFSET = 40;

  /** Address of {@code nested}. */
  @Unmanaged
  public static long nestedAddress(long address) {
    return address + NESTED_OFFSET;
  }

  /** Reads bits of {@code entry}. */
  @Unmanaged
  public static long present(long address) {
    return (entry(address) >>> 0) & 0x1L;
  }

  /** Writes bits of {@code entry}; bits of the value above them are ignored. */
  @Unmanaged
  public static void setPresent(long address, long value) {
    long others = entry(address) & ~(0x1L << 0);
    setEntry(address, others | ((value & 0x1L) << 0));
  }

  /** Reads bits of {@code entry}. */
  @Unmanaged
  public static long frame(long address) {
    return (entry(address) >>> 12) & 0xffffffffffL;
  }

  /** Writes bits of {@code entry}; bits of the value above them are ignored. */
  @Unmanaged
  public static void setFrame(long address, long value) {
    long others = entry(address) & ~(0xffffffffffL << 12);
    setEntry(address, others | ((value & 0xffffffffffL) << 12));
  }

  private PageEntry() {}
}
