package edgex.runtime.image;

import edgex.abi.Rights;
import edgex.runtime.KernelException;
import edgex.runtime.MappedMemory;
import edgex.runtime.ipc.LentCapability;
import edgex.runtime.machine.RawMemory;
import edgex.runtime.system.SystemCalls;

/** A boot image that this process holds and has mapped. */
public final class MappedImage implements ImageMemory {
  private static final long PAGE_BYTES = 4096;

  private final MappedMemory memory;
  private final LentCapability lent = new LentCapability();

  private MappedImage(MappedMemory memory) {
    this.memory = memory;
  }

  /**
   * Maps an image.
   *
   * @param handle a Memory capability with READ
   * @throws edgex.runtime.KernelException if it cannot be mapped
   */
  public static MappedImage open(int handle) {
    return new MappedImage(MappedMemory.map(handle, Rights.READ));
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
    long pagesBytes = (sizeBytes + PAGE_BYTES - 1) & -PAGE_BYTES;
    int slice = SystemCalls.memorySlice(memory.handle(), offset, pagesBytes);
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
