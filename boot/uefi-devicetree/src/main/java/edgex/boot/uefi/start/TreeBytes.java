package edgex.boot.uefi.start;

import edgex.boot.uefi.Memory;
import org.teavm.interop.StaticInit;
import org.teavm.interop.Unmanaged;

/** The numbers of a device tree, which are big-endian. */
@StaticInit
@Unmanaged
final class TreeBytes {
  private TreeBytes() {}

  /** Reads 32 bits. */
  static int read32(long address) {
    return Memory.read8(address) << 24
        | Memory.read8(address + 1) << 16
        | Memory.read8(address + 2) << 8
        | Memory.read8(address + 3);
  }

  /** Writes 32 bits. */
  static void write32(long address, int value) {
    Memory.write8(address, value >>> 24);
    Memory.write8(address + 1, value >>> 16);
    Memory.write8(address + 2, value >>> 8);
    Memory.write8(address + 3, value);
  }

  /** Writes 64 bits. */
  static void write64(long address, long value) {
    write32(address, (int) (value >>> Integer.SIZE));
    write32(address + Integer.BYTES, (int) value);
  }

  /** A size rounded up to whole numbers of 32 bits. */
  static long aligned(long sizeBytes) {
    return (sizeBytes + Integer.BYTES - 1) & -Integer.BYTES;
  }
}
