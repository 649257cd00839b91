package edgex.crypto.hash;

/**
 * A hash function with output of any length. As a {@link Hash} it has a digest of twice its
 * security strength, which is what FIPS 204 and 205 take for pre-hashing.
 */
public interface ExtendableOutput extends Hash {
  /**
   * Writes the next bytes of the output. The first call ends the message; {@link #reset} begins the
   * next one.
   */
  void squeeze(byte[] output, int offset, int length);
}
