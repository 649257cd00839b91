package edgex.crypto.encoding.certificate;

import edgex.crypto.CryptoException;
import edgex.crypto.RandomSource;
import edgex.crypto.encoding.key.KeyAlgorithm;
import edgex.crypto.encoding.key.PrivateKey;
import edgex.crypto.encoding.key.PublicKey;
import edgex.crypto.p256.EcdsaDer;
import edgex.crypto.signature.SignatureSchemes;

/** Signatures in certificates: those of the schemes, but ECDSA's two numbers are in DER. */
final class CertificateSignatures {
  private static final byte[] NO_CONTEXT = {};

  private CertificateSignatures() {}

  static byte[] sign(PrivateKey key, byte[] message, RandomSource random) {
    byte[] signature = key.sign(message, NO_CONTEXT, random);
    return key.algorithm() == KeyAlgorithm.P_256 ? EcdsaDer.encode(signature) : signature;
  }

  static boolean verify(PublicKey key, byte[] message, byte[] signature) {
    byte[] raw = signature;
    if (key.algorithm() == KeyAlgorithm.P_256) {
      try {
        raw = EcdsaDer.decode(signature);
      } catch (CryptoException malformed) {
        return false;
      }
    }
    return SignatureSchemes.named(key.algorithm().signatureScheme())
        .verify(key.bytes(), message, NO_CONTEXT, raw);
  }
}
