package edgex.crypto.signature;

import edgex.crypto.CryptoException;
import edgex.crypto.RandomSource;

/** A scheme whose private keys have a state: they sign where the state is, not through here. */
abstract class VerifyOnlyScheme implements SignatureScheme {
  @Override
  public int privateKeyBytes() {
    return 0;
  }

  @Override
  public byte[] generatePrivateKey(RandomSource random) {
    throw refusal();
  }

  @Override
  public byte[] publicKey(byte[] privateKey) {
    throw refusal();
  }

  @Override
  public byte[] sign(byte[] privateKey, byte[] message, byte[] context, RandomSource random) {
    throw refusal();
  }

  private CryptoException refusal() {
    return new CryptoException("keys of " + name() + " have a state and sign where it is kept");
  }
}
