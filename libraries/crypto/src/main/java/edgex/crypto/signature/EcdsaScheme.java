package edgex.crypto.signature;

import edgex.crypto.CryptoException;
import edgex.crypto.RandomSource;
import edgex.crypto.hash.Hash;
import edgex.crypto.hash.Sha2;
import edgex.crypto.p256.EcdhP256;
import edgex.crypto.p256.EcdsaP256;

/** ECDSA with P-256 and SHA-256; signatures are r and s, 32 bytes each. */
final class EcdsaScheme implements SignatureScheme {
  private final EcdsaP256 scheme = new EcdsaP256();
  private final EcdhP256 keys = new EcdhP256();
  private final Hash hash = Sha2.sha256();

  @Override
  public String name() {
    return SignatureSchemes.ECDSA_P256;
  }

  @Override
  public int privateKeyBytes() {
    return EcdhP256.PRIVATE_KEY_BYTES;
  }

  @Override
  public byte[] generatePrivateKey(RandomSource random) {
    byte[] privateKey = new byte[EcdhP256.PRIVATE_KEY_BYTES];
    keys.generateKeys(random, privateKey, 0, new byte[EcdhP256.PUBLIC_KEY_BYTES], 0);
    return privateKey;
  }

  @Override
  public byte[] publicKey(byte[] privateKey) {
    requirePrivateKey(privateKey);
    byte[] publicKey = new byte[EcdhP256.PUBLIC_KEY_BYTES];
    keys.derivePublicKey(privateKey, 0, publicKey, 0);
    return publicKey;
  }

  private void requirePrivateKey(byte[] privateKey) {
    Refusals.requirePrivateKey(this, privateKey);
    if (!keys.isPrivateKey(privateKey, 0)) {
      throw new CryptoException("private key of P-256 that is 0 or not below the order");
    }
  }

  @Override
  public boolean isPublicKey(byte[] publicKey) {
    return publicKey.length == EcdhP256.PUBLIC_KEY_BYTES && keys.isPublicKey(publicKey, 0);
  }

  @Override
  public byte[] sign(byte[] privateKey, byte[] message, byte[] context, RandomSource random) {
    requirePrivateKey(privateKey);
    Refusals.requireNoContext(this, context);
    byte[] signature = new byte[EcdsaP256.SIGNATURE_BYTES];
    scheme.sign(privateKey, digest(message), random, signature, 0);
    return signature;
  }

  @Override
  public boolean verify(byte[] publicKey, byte[] message, byte[] context, byte[] signature) {
    return context.length == 0 && scheme.verify(publicKey, digest(message), signature);
  }

  private byte[] digest(byte[] message) {
    byte[] digest = new byte[hash.digestBytes()];
    hash.update(message, 0, message.length);
    hash.digest(digest, 0);
    return digest;
  }
}
