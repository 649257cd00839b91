package edgex.kernel.arch;

/** RAM by physical address. Callers hold addresses inside RAM that {@link Platform} reported. */
public final class PhysicalMemory {
  private PhysicalMemory() {}

  /** Reads one byte, zero-extended. */
  public static native int read8(long physicalAddress);

  /** Reads 16 bits, zero-extended. */
  public static native int read16(long physicalAddress);

  /** Reads 32 bits. */
  public static native int read32(long physicalAddress);

  /** Reads 64 bits. */
  public static native long read64(long physicalAddress);

  /** Writes one byte. */
  public static native void write8(long physicalAddress, int value);

  /** Writes 16 bits. */
  public static native void write16(long physicalAddress, int value);

  /** Writes 32 bits. */
  public static native void write32(long physicalAddress, int value);

  /** Writes 64 bits. */
  public static native void write64(long physicalAddress, long value);

  /** Fills one page with zero. */
  public static native void zeroPage(long physicalAddress);

  /** Copies {@code sizeBytes} bytes, multiple of 8, between places that do not overlap. */
  public static native void copy(long targetPhysical, long sourcePhysical, int sizeBytes);
}
