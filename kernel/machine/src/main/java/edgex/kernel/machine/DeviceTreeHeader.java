package edgex.kernel.machine;

import edgex.kernel.arch.PhysicalMemory;
import org.teavm.interop.StaticInit;
import org.teavm.interop.Unmanaged;

/** Offsets of a flattened device tree's header, and its list of reserved memory. */
@StaticInit
@Unmanaged
final class DeviceTreeHeader {
  static final int MAGIC = 0;
  static final int TOTAL_SIZE = 4;
  static final int STRUCTURE = 8;
  static final int STRINGS = 12;
  static final int RESERVATIONS = 16;
  static final int VERSION = 20;
  static final int COMPATIBLE_VERSION = 24;
  static final int STRINGS_SIZE = 32;
  static final int STRUCTURE_SIZE = 36;
  static final int SIZE_BYTES = 40;

  /** A reserved range: 64-bit address, 64-bit size; one of zeros ends the list. */
  static final int RESERVATION_BYTES = 16;

  private static final int BYTE_MASK = 0xff;
  private static final int THREE_BYTES = 3 * Byte.SIZE;

  private DeviceTreeHeader() {}

  /** Half of a reserved range. */
  static long reservation(long blob, int index, int half) {
    long at =
        blob
            + bigEndian(PhysicalMemory.read32(blob + RESERVATIONS))
            + (long) index * RESERVATION_BYTES
            + half;
    long high = Unsigned.toLong(bigEndian(PhysicalMemory.read32(at)));
    long low = Unsigned.toLong(bigEndian(PhysicalMemory.read32(at + Integer.BYTES)));
    return (high << Integer.SIZE) | low;
  }

  /** What the little-endian CPU read, as the tree means it. */
  static int bigEndian(int value) {
    int outer = (value << THREE_BYTES) | (value >>> THREE_BYTES);
    int second = (value & (BYTE_MASK << Byte.SIZE)) << Byte.SIZE;
    int third = (value >>> Byte.SIZE) & (BYTE_MASK << Byte.SIZE);
    return outer | second | third;
  }
}
