package edgex.kernel.arch;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Simulated RAM: takes the place of the machine's under JUnit. */
public final class PhysicalMemory {
  static final int SIZE_BYTES = 4 << 20;

  private static ByteBuffer memory = fresh();

  private PhysicalMemory() {}

  private static ByteBuffer fresh() {
    return ByteBuffer.allocate(SIZE_BYTES).order(ByteOrder.LITTLE_ENDIAN);
  }

  static void clear() {
    memory = fresh();
  }

  static void write(long physicalAddress, byte[] content) {
    memory.put((int) physicalAddress, content);
  }

  public static int read8(long physicalAddress) {
    return memory.get(Math.toIntExact(physicalAddress)) & 0xff;
  }

  public static int read16(long physicalAddress) {
    return memory.getShort(Math.toIntExact(physicalAddress)) & 0xffff;
  }

  public static int read32(long physicalAddress) {
    return memory.getInt(Math.toIntExact(physicalAddress));
  }

  public static long read64(long physicalAddress) {
    return memory.getLong(Math.toIntExact(physicalAddress));
  }

  public static void write32(long physicalAddress, int value) {
    memory.putInt(Math.toIntExact(physicalAddress), value);
  }

  public static void write64(long physicalAddress, long value) {
    memory.putLong(Math.toIntExact(physicalAddress), value);
  }
}
