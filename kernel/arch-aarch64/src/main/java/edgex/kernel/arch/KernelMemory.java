package edgex.kernel.arch;

import org.teavm.interop.Address;
import org.teavm.interop.StaticInit;
import org.teavm.interop.Unmanaged;

/** Memory by virtual address: page tables, the kernel image itself. */
@StaticInit
@Unmanaged
final class KernelMemory {
  /** Virtual address of physical address 0 in the map of all RAM. */
  static final long DIRECT_MAP = 0xffff_0000_0000_0000L;

  private KernelMemory() {}

  static int read8(long address) {
    return Address.fromLong(address).getByte() & 0xff;
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
    return address - Instructions.imageOffset();
  }

  /** Physical address of something on the heap, which lies in the direct map. */
  static long heapToPhysical(long address) {
    return address - DIRECT_MAP;
  }
}
