package edgex.kernel.arch;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Simulated RAM: one array from {@link #BASE} on. An access outside is a bug of the kernel and
 * throws.
 */
public final class PhysicalMemory {
  /** Physical address of the first byte, not 0, so that addresses are not offsets by chance. */
  public static final long BASE = 0x10_0000;

  private static final VarHandle SHORTS =
      MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle INTS =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private static byte[] bytes = new byte[0];

  private PhysicalMemory() {}

  /** Makes the RAM this large, filled with junk: nobody may rely on zeros. */
  static void install(int sizeBytes) {
    if (bytes.length != sizeBytes) {
      bytes = new byte[sizeBytes];
    }
    Arrays.fill(bytes, (byte) 0xa5);
  }

  /** See the interface of the real architectures. */
  public static int read8(long physicalAddress) {
    return bytes[offset(physicalAddress)] & 0xff;
  }

  /** Reads 16 bits, zero-extended. */
  public static int read16(long physicalAddress) {
    return (short) SHORTS.get(bytes, offset(physicalAddress)) & 0xffff;
  }

  /** Reads 32 bits. */
  public static int read32(long physicalAddress) {
    return (int) INTS.get(bytes, offset(physicalAddress));
  }

  /** Reads 64 bits. */
  public static long read64(long physicalAddress) {
    return (long) LONGS.get(bytes, offset(physicalAddress));
  }

  /** Writes one byte. */
  public static void write8(long physicalAddress, int value) {
    bytes[offset(physicalAddress)] = (byte) value;
  }

  /** Writes 16 bits. */
  public static void write16(long physicalAddress, int value) {
    SHORTS.set(bytes, offset(physicalAddress), (short) value);
  }

  /** Writes 32 bits. */
  public static void write32(long physicalAddress, int value) {
    INTS.set(bytes, offset(physicalAddress), value);
  }

  /** Writes 64 bits. */
  public static void write64(long physicalAddress, long value) {
    LONGS.set(bytes, offset(physicalAddress), value);
  }

  /** Fills one page with zero. */
  public static void zeroPage(long physicalAddress) {
    int start = offset(physicalAddress);
    Arrays.fill(bytes, start, start + AddressSpace.PAGE_SIZE_BYTES, (byte) 0);
  }

  /** Copies {@code sizeBytes} bytes, multiple of 8, between places that do not overlap. */
  public static void copy(long targetPhysical, long sourcePhysical, int sizeBytes) {
    if ((sizeBytes & 7) != 0) {
      throw new IllegalArgumentException("copy of " + sizeBytes + " bytes");
    }
    System.arraycopy(bytes, offset(sourcePhysical), bytes, offset(targetPhysical), sizeBytes);
  }

  private static int offset(long physicalAddress) {
    long offset = physicalAddress - BASE;
    if (offset < 0 || offset >= bytes.length) {
      throw new IndexOutOfBoundsException("no RAM at 0x" + Long.toHexString(physicalAddress));
    }
    return (int) offset;
  }
}
