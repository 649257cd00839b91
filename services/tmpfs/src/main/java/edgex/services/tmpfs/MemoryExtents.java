package edgex.services.tmpfs;

import edgex.abi.Rights;
import edgex.runtime.KernelException;
import edgex.runtime.MappedMemory;
import edgex.runtime.ipc.LentCapability;
import edgex.runtime.machine.RawMemory;

/** Extents of physical memory, which readers map themselves. */
final class MemoryExtents implements ExtentSource {
  private static final byte[] ZEROS = new byte[1024];

  private final LentCapability lent = new LentCapability();

  @Override
  public Extent allocate(long capacityBytes) {
    try {
      return new MemoryExtent(MappedMemory.create(capacityBytes));
    } catch (KernelException noMemory) {
      return null;
    }
  }

  private final class MemoryExtent implements Extent {
    private final MappedMemory memory;

    MemoryExtent(MappedMemory memory) {
      this.memory = memory;
    }

    @Override
    public long capacityBytes() {
      return memory.sizeBytes();
    }

    @Override
    public void read(long offset, byte[] target, int targetOffset, int length) {
      RawMemory.read(memory.address() + offset, target, targetOffset, length);
    }

    @Override
    public void write(long offset, byte[] source, int sourceOffset, int length) {
      RawMemory.write(memory.address() + offset, source, sourceOffset, length);
    }

    @Override
    public void clear(long offset, long length) {
      long done = 0;
      while (done < length) {
        int piece = (int) Math.min(ZEROS.length, length - done);
        RawMemory.write(memory.address() + offset + done, ZEROS, 0, piece);
        done += piece;
      }
    }

    @Override
    public int share() {
      return lent.lend(memory.handle(), Rights.READ);
    }

    @Override
    public void release() {
      memory.delete();
    }
  }
}
