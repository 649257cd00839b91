package edgex.services.tmpfs;

import java.util.Arrays;

/** Extents in Java arrays, counted, so that a test sees a leak. */
final class HeapExtents implements ExtentSource {
  private final long memoryBytes;
  long allocatedBytes;

  HeapExtents(long memoryBytes) {
    this.memoryBytes = memoryBytes;
  }

  @Override
  public Extent allocate(long capacityBytes) {
    if (capacityBytes > memoryBytes - allocatedBytes) {
      return null;
    }
    allocatedBytes += capacityBytes;
    return new HeapExtent((int) capacityBytes);
  }

  private final class HeapExtent implements Extent {
    private final byte[] content;

    HeapExtent(int capacityBytes) {
      content = new byte[capacityBytes];
    }

    @Override
    public long capacityBytes() {
      return content.length;
    }

    @Override
    public void read(long offset, byte[] target, int targetOffset, int length) {
      System.arraycopy(content, (int) offset, target, targetOffset, length);
    }

    @Override
    public void write(long offset, byte[] source, int sourceOffset, int length) {
      System.arraycopy(source, sourceOffset, content, (int) offset, length);
    }

    @Override
    public void clear(long offset, long length) {
      Arrays.fill(content, (int) offset, (int) (offset + length), (byte) 0);
    }

    @Override
    public int share() {
      return 1;
    }

    @Override
    public void release() {
      allocatedBytes -= content.length;
    }
  }
}
