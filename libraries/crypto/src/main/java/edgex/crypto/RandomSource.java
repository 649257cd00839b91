package edgex.crypto;

/** Where keys and nonces get their unpredictable bytes. */
@FunctionalInterface
public interface RandomSource {
  /**
   * Fills {@code output[offset .. offset + length - 1]}.
   *
   * @throws CryptoException if the source has not enough entropy; nothing may be used then
   */
  void fill(byte[] output, int offset, int length);
}
