package edgex.crypto.kem;

import edgex.crypto.CryptoException;

/** Checks of what comes from outside. */
final class Lengths {
  private Lengths() {}

  /** Refuses bytes of a wrong length. */
  static void require(byte[] bytes, int length, String what) {
    if (bytes.length != length) {
      throw new CryptoException(what + " with " + bytes.length + " bytes instead of " + length);
    }
  }
}
