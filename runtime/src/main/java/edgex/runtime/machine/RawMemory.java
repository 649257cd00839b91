package edgex.runtime.machine;

import java.util.Objects;
import org.teavm.interop.Address;
import org.teavm.interop.Import;
import org.teavm.interop.StaticInit;
import org.teavm.interop.Unmanaged;
import org.teavm.interop.c.Include;

/**
 * Memory by address, little-endian, naturally aligned. Plain accesses are for memory that nobody
 * else writes at the time; shared memory takes those whose names say their order (Java's {@code
 * volatile} says nothing in the compiled program). A wrong address is a fault of the process.
 */
@StaticInit
public final class RawMemory {
  private RawMemory() {}

  /** Reads one byte. */
  @Unmanaged
  public static byte getByte(long address) {
    return Address.fromLong(address).getByte();
  }

  /** Writes one byte. */
  @Unmanaged
  public static void putByte(long address, byte value) {
    Address.fromLong(address).putByte(value);
  }

  /** Reads 32 bits. */
  @Unmanaged
  public static int getInt(long address) {
    return Address.fromLong(address).getInt();
  }

  /** Writes 32 bits. */
  @Unmanaged
  public static void putInt(long address, int value) {
    Address.fromLong(address).putInt(value);
  }

  /** Reads 64 bits. */
  @Unmanaged
  public static long getLong(long address) {
    return Address.fromLong(address).getLong();
  }

  /** Writes 64 bits. */
  @Unmanaged
  public static void putLong(long address, long value) {
    Address.fromLong(address).putLong(value);
  }

  /** Copies memory to a part of an array. */
  public static void read(long address, byte[] target, int offset, int length) {
    Objects.checkFromIndexSize(offset, length, target.length);
    copyToArray(address, target, offset, length);
  }

  /** Copies a part of an array to memory. */
  public static void write(long address, byte[] source, int offset, int length) {
    Objects.checkFromIndexSize(offset, length, source.length);
    copyFromArray(address, source, offset, length);
  }

  /** Copies memory to memory; the ranges may overlap. */
  @Unmanaged
  public static void copy(long source, long target, int length) {
    copy(Address.fromLong(target), Address.fromLong(source), length);
  }

  /** Reads 32 bits; what the writer wrote before is visible after. */
  @Import(name = "edgex_load_acquire32")
  @Include("memory-order.h")
  @Unmanaged
  public static native int loadAcquire32(long address);

  /** Writes 32 bits; what was written before is visible to whoever acquires the value. */
  @Import(name = "edgex_store_release32")
  @Include("memory-order.h")
  @Unmanaged
  public static native void storeRelease32(long address, int value);

  /** Writes 32 bits and returns what was there, in full order. */
  @Import(name = "edgex_exchange32")
  @Include("memory-order.h")
  @Unmanaged
  public static native int exchange32(long address, int value);

  /**
   * Writes 32 bits if the expected value is there, in full order.
   *
   * @return what was there: the expected value means that the new one was written
   */
  @Import(name = "edgex_compare_exchange32")
  @Include("memory-order.h")
  @Unmanaged
  public static native int compareExchange32(long address, int expected, int value);

  /** Adds to 32 bits and returns what was there, in full order. */
  @Import(name = "edgex_fetch_add32")
  @Include("memory-order.h")
  @Unmanaged
  public static native int fetchAdd32(long address, int value);

  /** Orders every access before it with every access after it. */
  @Import(name = "edgex_fence")
  @Include("memory-order.h")
  @Unmanaged
  public static native void fence();

  @Unmanaged
  private static void copyToArray(long address, byte[] target, int offset, int length) {
    copy(Address.ofData(target).add(offset), Address.fromLong(address), length);
  }

  @Unmanaged
  private static void copyFromArray(long address, byte[] source, int offset, int length) {
    copy(Address.fromLong(address), Address.ofData(source).add(offset), length);
  }

  @Import(name = "edgex_copy")
  @Include("memory-order.h")
  @Unmanaged
  private static native void copy(Address target, Address source, int length);
}
