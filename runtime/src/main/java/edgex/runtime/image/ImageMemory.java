package edgex.runtime.image;

/** The boot image as this process sees it. Offsets are within {@link #sizeBytes}. */
public interface ImageMemory {
  /** Size of the image. */
  long sizeBytes();

  /** Copies bytes out. */
  void read(long offset, byte[] target, int targetOffset, int length);

  /**
   * A capability for part of the image.
   *
   * @param offset page-aligned
   * @param rights a set of {@code Rights}
   * @return the handle; negative: the kernel's error
   */
  int slice(long offset, long sizeBytes, int rights);
}
