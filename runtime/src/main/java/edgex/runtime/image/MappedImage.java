package edgex.runtime.image;

import edgex.abi.Rights;
import edgex.runtime.MappedMemory;
import edgex.runtime.machine.RawMemory;
import edgex.runtime.system.SystemCalls;

/** A boot image that this process holds and has mapped. */
public final class MappedImage implements ImageMemory {
  private static final long PAGE_BYTES = 4096;

  private final MappedMemory memory;
  private int lastSlice;

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

  /** {@inheritDoc} It lasts until the next one is made: long enough to be sent in a reply. */
  @Override
  public int slice(long offset, long sizeBytes, int rights) {
    if (lastSlice > 0) {
      SystemCalls.capabilityDelete(lastSlice);
    }
    lastSlice = derive(offset, (sizeBytes + PAGE_BYTES - 1) & -PAGE_BYTES, rights);
    return lastSlice;
  }

  private int derive(long offset, long pagesBytes, int rights) {
    int slice = SystemCalls.memorySlice(memory.handle(), offset, pagesBytes);
    if (slice < 0) {
      return slice;
    }
    int reduced = SystemCalls.capabilityDerive(slice, rights, 0);
    SystemCalls.capabilityDelete(slice);
    return reduced;
  }
}
