package edgex.crypto.signature;

import edgex.crypto.CryptoException;

/** The refusals that schemes share. */
final class Refusals {
  private Refusals() {}

  static void requirePrivateKey(SignatureScheme scheme, byte[] privateKey) {
    if (privateKey.length != scheme.privateKeyBytes()) {
      throw new CryptoException(
          scheme.name()
              + " has private keys of "
              + scheme.privateKeyBytes()
              + " bytes, not "
              + privateKey.length);
    }
  }

  static void requireNoContext(SignatureScheme scheme, byte[] context) {
    if (context.length > 0) {
      throw new CryptoException(scheme.name() + " has no contexts");
    }
  }
}
