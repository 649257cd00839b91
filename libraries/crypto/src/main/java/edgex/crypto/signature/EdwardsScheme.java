package edgex.crypto.signature;

import edgex.crypto.RandomSource;
import edgex.crypto.curve25519.Ed25519;

/** Ed25519: deterministic, without contexts. */
final class EdwardsScheme implements SignatureScheme {
  private final Ed25519 curve = new Ed25519();

  @Override
  public String name() {
    return SignatureSchemes.ED25519;
  }

  @Override
  public int privateKeyBytes() {
    return Ed25519.PRIVATE_KEY_BYTES;
  }

  @Override
  public byte[] generatePrivateKey(RandomSource random) {
    byte[] privateKey = new byte[Ed25519.PRIVATE_KEY_BYTES];
    random.fill(privateKey, 0, privateKey.length);
    return privateKey;
  }

  @Override
  public byte[] publicKey(byte[] privateKey) {
    Refusals.requirePrivateKey(this, privateKey);
    byte[] publicKey = new byte[Ed25519.PUBLIC_KEY_BYTES];
    curve.derivePublicKey(privateKey, 0, publicKey, 0);
    return publicKey;
  }

  @Override
  public boolean isPublicKey(byte[] publicKey) {
    return publicKey.length == Ed25519.PUBLIC_KEY_BYTES && curve.isPublicKey(publicKey, 0);
  }

  @Override
  public byte[] sign(byte[] privateKey, byte[] message, byte[] context, RandomSource random) {
    Refusals.requirePrivateKey(this, privateKey);
    Refusals.requireNoContext(this, context);
    byte[] signature = new byte[Ed25519.SIGNATURE_BYTES];
    curve.sign(privateKey, 0, message, 0, message.length, signature, 0);
    return signature;
  }

  @Override
  public boolean verify(byte[] publicKey, byte[] message, byte[] context, byte[] signature) {
    return publicKey.length == Ed25519.PUBLIC_KEY_BYTES
        && context.length == 0
        && curve.verify(publicKey, 0, message, 0, message.length, signature, 0, signature.length);
  }
}
