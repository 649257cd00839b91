package edgex.runtime.machine;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The JVM's twin of the device's class: addresses are places in one buffer, whose first page stays
 * out of bounds so that address 0 is caught.
 */
public final class RawMemory {
  private static final int SIZE_BYTES = 16 << 20;
  private static final int FIRST_ADDRESS = 4096;
  private static final int PAGE_BYTES = 4096;

  private static final ByteBuffer MEMORY =
      ByteBuffer.allocateDirect(SIZE_BYTES).order(ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle INTS =
      MethodHandles.byteBufferViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final AtomicInteger NEXT = new AtomicInteger(FIRST_ADDRESS);

  private RawMemory() {}

  /** New zeroed pages, for a test. */
  public static long allocate(long sizeBytes) {
    int pages = (int) ((sizeBytes + PAGE_BYTES - 1) / PAGE_BYTES);
    return NEXT.getAndAdd(pages * PAGE_BYTES);
  }

  public static byte getByte(long address) {
    return MEMORY.get(index(address));
  }

  public static void putByte(long address, byte value) {
    MEMORY.put(index(address), value);
  }

  public static int getInt(long address) {
    return MEMORY.getInt(index(address));
  }

  public static void putInt(long address, int value) {
    MEMORY.putInt(index(address), value);
  }

  public static long getLong(long address) {
    return MEMORY.getLong(index(address));
  }

  public static void putLong(long address, long value) {
    MEMORY.putLong(index(address), value);
  }

  public static void read(long address, byte[] target, int offset, int length) {
    MEMORY.get(index(address), target, offset, length);
  }

  public static void write(long address, byte[] source, int offset, int length) {
    MEMORY.put(index(address), source, offset, length);
  }

  public static void copy(long source, long target, int length) {
    byte[] bytes = new byte[length];
    read(source, bytes, 0, length);
    write(target, bytes, 0, length);
  }

  public static int loadAcquire32(long address) {
    return (int) INTS.getAcquire(MEMORY, index(address));
  }

  public static void storeRelease32(long address, int value) {
    INTS.setRelease(MEMORY, index(address), value);
  }

  public static int exchange32(long address, int value) {
    return (int) INTS.getAndSet(MEMORY, index(address), value);
  }

  public static int compareExchange32(long address, int expected, int value) {
    return (int) INTS.compareAndExchange(MEMORY, index(address), expected, value);
  }

  public static int fetchAdd32(long address, int value) {
    return (int) INTS.getAndAdd(MEMORY, index(address), value);
  }

  public static void fence() {
    VarHandle.fullFence();
  }

  private static int index(long address) {
    if (address < FIRST_ADDRESS || address >= SIZE_BYTES) {
      throw new IndexOutOfBoundsException("fault at address " + address);
    }
    return (int) address;
  }
}
