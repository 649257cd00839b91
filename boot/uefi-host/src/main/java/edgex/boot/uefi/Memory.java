package edgex.boot.uefi;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The JVM's twin of the loader's class: one buffer, whose first page stays out of bounds. */
public final class Memory {
  /** The unit in which firmware gives memory. */
  public static final int PAGE_BYTES = 4096;

  /** How much memory the machine has. */
  public static final int SIZE_BYTES = 64 << 20;

  private static final ByteBuffer BYTES =
      ByteBuffer.allocate(SIZE_BYTES).order(ByteOrder.LITTLE_ENDIAN);

  private Memory() {}

  /** Reads one byte, zero-extended. */
  public static int read8(long address) {
    return BYTES.get(index(address)) & 0xff;
  }

  /** Reads 16 bits, zero-extended. */
  public static int read16(long address) {
    return BYTES.getShort(index(address)) & 0xffff;
  }

  /** Reads 32 bits. */
  public static int read32(long address) {
    return BYTES.getInt(index(address));
  }

  /** Reads 64 bits. */
  public static long read64(long address) {
    return BYTES.getLong(index(address));
  }

  /** Writes one byte. */
  public static void write8(long address, int value) {
    BYTES.put(index(address), (byte) value);
  }

  /** Writes 16 bits. */
  public static void write16(long address, int value) {
    BYTES.putShort(index(address), (short) value);
  }

  /** Writes 32 bits. */
  public static void write32(long address, int value) {
    BYTES.putInt(index(address), value);
  }

  /** Writes 64 bits. */
  public static void write64(long address, long value) {
    BYTES.putLong(index(address), value);
  }

  /** Copies bytes. */
  public static void copy(long target, long source, long sizeBytes) {
    if (sizeBytes > 0) {
      BYTES.put(index(target), BYTES.duplicate(), index(source), (int) sizeBytes);
    }
  }

  /** Fills memory with zero. */
  public static void clear(long address, long sizeBytes) {
    write(address, new byte[(int) sizeBytes]);
  }

  /** How many pages hold so many bytes. */
  public static long pages(long sizeBytes) {
    return (sizeBytes + PAGE_BYTES - 1) / PAGE_BYTES;
  }

  /** Writes an array. */
  public static void write(long address, byte[] content) {
    BYTES.put(index(address), content);
  }

  /** Reads an array. */
  public static byte[] read(long address, int sizeBytes) {
    byte[] content = new byte[sizeBytes];
    BYTES.get(index(address), content);
    return content;
  }

  private static int index(long address) {
    if (address < PAGE_BYTES || address >= SIZE_BYTES) {
      throw new IndexOutOfBoundsException("no memory at address " + address);
    }
    return (int) address;
  }
}
