package edgex.kernel.arch;

import org.teavm.interop.Address;
import org.teavm.interop.StaticInit;
import org.teavm.interop.Unmanaged;

/** RAM by physical address, through the kernel's map of all RAM. See {@code arch-api}. */
@StaticInit
@Unmanaged
public final class PhysicalMemory {
  private static final int WORDS_PER_PAGE = AddressSpace.PAGE_SIZE_BYTES / Long.BYTES;

  private PhysicalMemory() {}

  /** Reads one byte, zero-extended. */
  public static int read8(long physicalAddress) {
    return at(physicalAddress).getByte() & 0xff;
  }

  /** Reads 16 bits, zero-extended. */
  public static int read16(long physicalAddress) {
    return at(physicalAddress).getShort() & 0xffff;
  }

  /** Reads 32 bits. */
  public static int read32(long physicalAddress) {
    return at(physicalAddress).getInt();
  }

  /** Reads 64 bits. */
  public static long read64(long physicalAddress) {
    return at(physicalAddress).getLong();
  }

  /** Writes one byte. */
  public static void write8(long physicalAddress, int value) {
    at(physicalAddress).putByte((byte) value);
  }

  /** Writes 16 bits. */
  public static void write16(long physicalAddress, int value) {
    at(physicalAddress).putShort((short) value);
  }

  /** Writes 32 bits. */
  public static void write32(long physicalAddress, int value) {
    at(physicalAddress).putInt(value);
  }

  /** Writes 64 bits. */
  public static void write64(long physicalAddress, long value) {
    at(physicalAddress).putLong(value);
  }

  /** Fills one page with zero. */
  public static void zeroPage(long physicalAddress) {
    Instructions.fillZero(KernelMemory.DIRECT_MAP + physicalAddress, WORDS_PER_PAGE);
  }

  /** Copies {@code sizeBytes} bytes, multiple of 8, between places that do not overlap. */
  public static void copy(long targetPhysical, long sourcePhysical, int sizeBytes) {
    Instructions.copyWords(
        KernelMemory.DIRECT_MAP + targetPhysical,
        KernelMemory.DIRECT_MAP + sourcePhysical,
        sizeBytes >> 3);
  }

  private static Address at(long physicalAddress) {
    return Address.fromLong(KernelMemory.DIRECT_MAP + physicalAddress);
  }
}
