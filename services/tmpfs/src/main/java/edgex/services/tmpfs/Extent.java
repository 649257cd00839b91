package edgex.services.tmpfs;

/** Storage for the content of one file. */
interface Extent {
  /** Bytes that fit. */
  long capacityBytes();

  /** Copies content out. */
  void read(long offset, byte[] target, int targetOffset, int length);

  /** Copies content in. */
  void write(long offset, byte[] source, int sourceOffset, int length);

  /** Fills with zero. */
  void clear(long offset, long length);

  /** A read-only capability for it; the receiver's to delete. */
  int share();

  /** Gives it back; readers that share it keep what they see. */
  void release();
}
