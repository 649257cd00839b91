package edgex.crypto.signature;

import edgex.crypto.RandomSource;
import edgex.crypto.SignedMessage;
import edgex.crypto.slhdsa.SlhDsa;
import edgex.crypto.slhdsa.SlhDsaParameters;
import java.util.Arrays;

/** SLH-DSA. */
final class HashBasedScheme implements SignatureScheme {
  private final SlhDsaParameters parameters;
  private final SlhDsa scheme;

  HashBasedScheme(SlhDsaParameters parameters) {
    this.parameters = parameters;
    scheme = new SlhDsa(parameters);
  }

  @Override
  public String name() {
    return parameters.standardName();
  }

  @Override
  public int privateKeyBytes() {
    return parameters.privateKeyBytes();
  }

  @Override
  public byte[] generatePrivateKey(RandomSource random) {
    byte[] privateKey = new byte[parameters.privateKeyBytes()];
    scheme.generateKeys(random, new byte[parameters.publicKeyBytes()], privateKey);
    return privateKey;
  }

  /**
   * The public key is a part of the private key. That its root is right is not computed, which
   * would take as long as to make a key: a wrong one gives signatures that nobody accepts.
   */
  @Override
  public byte[] publicKey(byte[] privateKey) {
    Refusals.requirePrivateKey(this, privateKey);
    int publicBytes = parameters.publicKeyBytes();
    return Arrays.copyOfRange(privateKey, privateKey.length - publicBytes, privateKey.length);
  }

  @Override
  public boolean isPublicKey(byte[] publicKey) {
    return publicKey.length == parameters.publicKeyBytes();
  }

  @Override
  public byte[] sign(byte[] privateKey, byte[] message, byte[] context, RandomSource random) {
    Refusals.requirePrivateKey(this, privateKey);
    byte[] signature = new byte[parameters.signatureBytes()];
    scheme.sign(privateKey, message, context, random, signature);
    return signature;
  }

  @Override
  public boolean verify(byte[] publicKey, byte[] message, byte[] context, byte[] signature) {
    return context.length <= SignedMessage.MAXIMUM_CONTEXT_BYTES
        && scheme.verify(publicKey, message, context, signature);
  }
}
