package edgex.kernel.arch;

import org.teavm.interop.Address;
import org.teavm.interop.StaticInit;
import org.teavm.interop.Unmanaged;

/** Memory by virtual address: page tables, the kernel image itself. */
@StaticInit
@Unmanaged
final class KernelMemory {
  /** Virtual address of physical address 0 in the map of memory, as in {@code cpu.h}. */
  static final long DIRECT_MAP = 0xffff_ffc0_0000_0000L;

  /** Physical addresses from here on are not in that map. */
  static final long DIRECT_MAP_END = 128L << 30;

  private KernelMemory() {}

  static int read8(long address) {
    return Address.fromLong(address).getByte() & 0xff;
  }

  static int read16(long address) {
    return Address.fromLong(address).getShort() & 0xffff;
  }

  static int read32(long address) {
    return Address.fromLong(address).getInt();
  }

  static long read64(long address) {
    return Address.fromLong(address).getLong();
  }

  static void write64(long address, long value) {
    Address.fromLong(address).putLong(value);
  }

  /** Physical address of something in the kernel image. */
  static long imageToPhysical(long address) {
    return address - Instructions.imageStart() + Instructions.imagePhysical();
  }

  /** Physical address of something on the heap, which lies in the direct map. */
  static long heapToPhysical(long address) {
    return address - DIRECT_MAP;
  }
}
