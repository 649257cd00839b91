package edgex.crypto.signature;

import edgex.crypto.ConstantTime;
import edgex.crypto.CryptoException;
import edgex.crypto.RandomSource;
import edgex.crypto.SignedMessage;
import edgex.crypto.mldsa.MlDsaKeyGenerator;
import edgex.crypto.mldsa.MlDsaParameters;
import edgex.crypto.mldsa.MlDsaSigner;
import edgex.crypto.mldsa.MlDsaVerifier;

/**
 * ML-DSA. Private keys are seeds; signing takes the expanded form as well, for keys that came from
 * elsewhere without their seed.
 */
final class LatticeScheme implements SignatureScheme {
  private final MlDsaParameters parameters;

  LatticeScheme(MlDsaParameters parameters) {
    this.parameters = parameters;
  }

  @Override
  public String name() {
    return parameters.standardName();
  }

  @Override
  public int privateKeyBytes() {
    return MlDsaParameters.SEED_BYTES;
  }

  @Override
  public byte[] generatePrivateKey(RandomSource random) {
    byte[] seed = new byte[MlDsaParameters.SEED_BYTES];
    random.fill(seed, 0, seed.length);
    return seed;
  }

  @Override
  public byte[] publicKey(byte[] privateKey) {
    Refusals.requirePrivateKey(this, privateKey);
    byte[] publicKey = new byte[parameters.publicKeyBytes()];
    ConstantTime.wipe(expand(privateKey, publicKey));
    return publicKey;
  }

  private byte[] expand(byte[] seed, byte[] publicKey) {
    byte[] expanded = new byte[parameters.privateKeyBytes()];
    new MlDsaKeyGenerator(parameters).generate(seed, 0, publicKey, 0, expanded, 0);
    return expanded;
  }

  @Override
  public boolean isPublicKey(byte[] publicKey) {
    return publicKey.length == parameters.publicKeyBytes();
  }

  @Override
  public byte[] sign(byte[] privateKey, byte[] message, byte[] context, RandomSource random) {
    if (context.length > SignedMessage.MAXIMUM_CONTEXT_BYTES) {
      throw new CryptoException("a context has at most 255 bytes, not " + context.length);
    }
    byte[] expanded;
    if (privateKey.length == parameters.privateKeyBytes()) {
      expanded = privateKey.clone();
    } else {
      Refusals.requirePrivateKey(this, privateKey);
      expanded = expand(privateKey, new byte[parameters.publicKeyBytes()]);
    }
    MlDsaSigner signer = new MlDsaSigner(parameters);
    byte[] signature = new byte[parameters.signatureBytes()];
    try {
      signer.load(expanded, 0, expanded.length);
      signer.sign(message, 0, message.length, context, random, signature, 0);
    } finally {
      signer.wipe();
      ConstantTime.wipe(expanded);
    }
    return signature;
  }

  @Override
  public boolean verify(byte[] publicKey, byte[] message, byte[] context, byte[] signature) {
    return isPublicKey(publicKey)
        && context.length <= SignedMessage.MAXIMUM_CONTEXT_BYTES
        && new MlDsaVerifier(parameters)
            .verify(publicKey, message, 0, message.length, context, signature);
  }
}
