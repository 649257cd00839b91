package edgex.services.hostlink;

/** Content that is sent piece by piece. */
interface ContentReader {
  /** Copies a piece of the content out. */
  void read(long offset, byte[] target, int length);
}
