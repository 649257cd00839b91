package edgex.crypto.hash;

/**
 * A hash function with the state of one message. A new object, and one whose digest was taken, is
 * at the beginning of a message.
 */
public interface Hash {
  /** The standard's name, for example {@code SHA2-256}. */
  String name();

  /** Bytes that one step of the function takes in: what HMAC pads its key to. */
  int blockBytes();

  /** Bytes of the digest. */
  int digestBytes();

  /** Forgets the message, and wipes what is left of it. */
  void reset();

  /** Appends bytes to the message. */
  void update(byte[] input, int offset, int length);

  /**
   * Appends 1 to 7 bits, with which the message ends: only the digest may be asked for then.
   *
   * @param bits in the order of the standard: SHA-2 takes them from the top of the byte, SHA-3 from
   *     the bottom
   */
  void updateLastBits(int bits, int bitCount);

  /** Ends the message, writes its digest and resets. */
  void digest(byte[] output, int offset);
}
