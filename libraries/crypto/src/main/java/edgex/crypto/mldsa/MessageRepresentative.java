package edgex.crypto.mldsa;

import edgex.crypto.HashAlgorithm;
import edgex.crypto.SignedMessage;
import edgex.crypto.keccak.Sponge;
import java.util.Objects;

/**
 * The 64 bytes, called mu, that ML-DSA signs in place of a message: the hash of the public key's
 * hash, the prefix of {@link SignedMessage} and the message. Made piece by piece, so a message of
 * any length needs no memory, and where the message is, which need not be where the private key is.
 */
public final class MessageRepresentative {
  private final Sponge hash = Sponge.shake(256);
  private final byte[] keyHash = new byte[64];

  /** Begins a message that is signed as it is. */
  public void startPure(
      MlDsaParameters parameters, byte[] publicKey, int keyOffset, byte[] context) {
    start(parameters, publicKey, keyOffset, SignedMessage.purePrefix(context));
  }

  /** Begins with the digest of a message, which is to be appended (HashML-DSA). */
  public void startPreHash(
      MlDsaParameters parameters,
      byte[] publicKey,
      int keyOffset,
      byte[] context,
      HashAlgorithm algorithm) {
    start(parameters, publicKey, keyOffset, SignedMessage.preHashPrefix(context, algorithm));
  }

  /**
   * Begins with a prefix of the caller's, which may be empty: the standard's internal interface.
   */
  public void start(MlDsaParameters parameters, byte[] publicKey, int keyOffset, byte[] prefix) {
    int length = parameters.publicKeyBytes();
    Objects.checkFromIndexSize(keyOffset, length, publicKey.length);
    hash.reset();
    hash.update(publicKey, keyOffset, length);
    hash.squeeze(keyHash, 0, keyHash.length);
    start(keyHash, 0, prefix);
  }

  /** Begins with the public key's hash, which lies in a private key: see {@link MlDsaSigner}. */
  void start(byte[] publicKeyHash, int offset, byte[] prefix) {
    hash.reset();
    hash.update(publicKeyHash, offset, 64);
    hash.update(prefix, 0, prefix.length);
  }

  /** Appends bytes of the message. */
  public void update(byte[] message, int offset, int length) {
    hash.update(message, offset, length);
  }

  /** Ends the message and writes the 64 bytes. */
  public void finish(byte[] output, int offset) {
    hash.squeeze(output, offset, MlDsaParameters.REPRESENTATIVE_BYTES);
    hash.reset();
  }
}
