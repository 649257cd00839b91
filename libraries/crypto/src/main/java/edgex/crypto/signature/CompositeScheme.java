package edgex.crypto.signature;

import edgex.crypto.RandomSource;
import edgex.crypto.composite.CompositeSignature;

/** ML-DSA-65 and Ed25519 together. */
final class CompositeScheme implements SignatureScheme {
  private static final int MAXIMUM_CONTEXT_BYTES = 255;

  private final CompositeSignature scheme = new CompositeSignature();

  @Override
  public String name() {
    return CompositeSignature.NAME;
  }

  @Override
  public int privateKeyBytes() {
    return CompositeSignature.PRIVATE_KEY_BYTES;
  }

  @Override
  public byte[] generatePrivateKey(RandomSource random) {
    byte[] privateKey = new byte[CompositeSignature.PRIVATE_KEY_BYTES];
    random.fill(privateKey, 0, privateKey.length);
    return privateKey;
  }

  @Override
  public byte[] publicKey(byte[] privateKey) {
    Refusals.requirePrivateKey(this, privateKey);
    byte[] publicKey = new byte[CompositeSignature.PUBLIC_KEY_BYTES];
    scheme.derivePublicKey(privateKey, publicKey);
    return publicKey;
  }

  @Override
  public boolean isPublicKey(byte[] publicKey) {
    return publicKey.length == CompositeSignature.PUBLIC_KEY_BYTES;
  }

  @Override
  public byte[] sign(byte[] privateKey, byte[] message, byte[] context, RandomSource random) {
    Refusals.requirePrivateKey(this, privateKey);
    byte[] signature = new byte[CompositeSignature.SIGNATURE_BYTES];
    scheme.sign(privateKey, message, context, random, signature);
    return signature;
  }

  @Override
  public boolean verify(byte[] publicKey, byte[] message, byte[] context, byte[] signature) {
    return context.length <= MAXIMUM_CONTEXT_BYTES
        && scheme.verify(publicKey, message, context, signature);
  }
}
