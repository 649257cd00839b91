package edgex.services.bootfs;

import edgex.abi.Rights;
import edgex.runtime.KernelException;
import edgex.runtime.MappedMemory;
import edgex.runtime.ipc.LentCapability;
import edgex.runtime.machine.RawMemory;
import edgex.runtime.system.SystemCalls;

/** The boot image where the boot loader put it, mapped read-only. */
final class MappedImage implements ImageMemory {
  private static final long PAGE_BYTES = 4096;

  private final MappedMemory memory;
  private final LentCapability lent = new LentCapability();

  /** Maps the image that this capability is for. */
  MappedImage(int handle) {
    memory = MappedMemory.map(handle, Rights.READ);
  }

  @Override
  public long sizeBytes() {
    return memory.sizeBytes();
  }

  @Override
  public void read(long offset, byte[] target, int targetOffset, int length) {
    RawMemory.read(memory.address() + offset, target, targetOffset, length);
  }

  @Override
  public int slice(long offset, long sizeBytes, int rights) {
    long wholePages = (sizeBytes + PAGE_BYTES - 1) / PAGE_BYTES * PAGE_BYTES;
    int slice = SystemCalls.memorySlice(memory.handle(), offset, wholePages);
    if (slice < 0) {
      return slice;
    }
    try {
      return lent.lend(slice, rights);
    } catch (KernelException noRoom) {
      return noRoom.error();
    } finally {
      // The lent capability, and those derived from it, keep the slice alive.
      SystemCalls.capabilityDelete(slice);
    }
  }
}
