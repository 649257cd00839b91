package edgex.boot.uefi;

import org.teavm.interop.Address;
import org.teavm.interop.StaticInit;
import org.teavm.interop.Unmanaged;

/**
 * Memory by address. While a boot loader runs, UEFI maps all memory at its physical address (UEFI
 * Specification 2.10, 2.3). Addresses need not be aligned.
 */
@StaticInit
@Unmanaged
public final class Memory {
  /** The unit in which firmware gives memory. */
  public static final int PAGE_BYTES = 4096;

  private Memory() {}

  /** Reads one byte, zero-extended. */
  public static int read8(long address) {
    return Address.fromLong(address).getByte() & 0xff;
  }

  /** Reads 16 bits, zero-extended. */
  public static int read16(long address) {
    return Address.fromLong(address).getShort() & 0xffff;
  }

  /** Reads 32 bits. */
  public static int read32(long address) {
    return Address.fromLong(address).getInt();
  }

  /** Reads 64 bits. */
  public static long read64(long address) {
    return Address.fromLong(address).getLong();
  }

  /** Writes one byte. */
  public static void write8(long address, int value) {
    Address.fromLong(address).putByte((byte) value);
  }

  /** Writes 16 bits. */
  public static void write16(long address, int value) {
    Address.fromLong(address).putShort((short) value);
  }

  /** Writes 32 bits. */
  public static void write32(long address, int value) {
    Address.fromLong(address).putInt(value);
  }

  /** Writes 64 bits. */
  public static void write64(long address, long value) {
    Address.fromLong(address).putLong(value);
  }

  /** Copies bytes between places that do not overlap. */
  public static void copy(long target, long source, long sizeBytes) {
    long words = sizeBytes & -Long.BYTES;
    for (long at = 0; at < words; at += Long.BYTES) {
      write64(target + at, read64(source + at));
    }
    for (long at = words; at < sizeBytes; at++) {
      write8(target + at, read8(source + at));
    }
  }

  /** Fills memory with zero. */
  public static void clear(long address, long sizeBytes) {
    for (long at = 0; at < sizeBytes; at++) {
      write8(address + at, 0);
    }
  }

  /** How many pages hold so many bytes. */
  public static long pages(long sizeBytes) {
    return (sizeBytes + PAGE_BYTES - 1) / PAGE_BYTES;
  }
}
