package edgex.crypto.hpke;

import edgex.crypto.ConstantTime;
import edgex.crypto.CryptoException;
import edgex.crypto.HashAlgorithm;
import edgex.crypto.KeyAgreement;
import edgex.crypto.RandomSource;
import edgex.crypto.curve25519.X25519;
import edgex.crypto.kem.KeyEncapsulation;
import edgex.crypto.p256.EcdhP256;
import java.util.Arrays;

/** A key encapsulation mechanism made of key agreement (RFC 9180, section 4.1). */
final class DhKem implements KeyEncapsulation {
  private static final int SECRET_BYTES = 32;

  private final String name;
  private final KeyAgreement agreement;
  private final LabeledHkdf hkdf;
  private final byte[] shared = new byte[KeyAgreement.SECRET_BYTES];
  private final byte[] senderShared = new byte[KeyAgreement.SECRET_BYTES];
  private final byte[] ephemeral;
  private final byte[] ownKey;

  private DhKem(String name, int identifier, KeyAgreement agreement) {
    this.name = name;
    this.agreement = agreement;
    byte[] suite = {'K', 'E', 'M', (byte) (identifier >> 8), (byte) identifier};
    hkdf = new LabeledHkdf(HashAlgorithm.SHA2_256, suite);
    ephemeral = new byte[agreement.privateKeyBytes()];
    ownKey = new byte[agreement.publicKeyBytes()];
  }

  static DhKem x25519() {
    return new DhKem("DHKEM(X25519, HKDF-SHA256)", 0x20, new X25519());
  }

  static DhKem p256() {
    return new DhKem("DHKEM(P-256, HKDF-SHA256)", 0x10, new EcdhP256());
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public int publicKeyBytes() {
    return agreement.publicKeyBytes();
  }

  @Override
  public int privateKeyBytes() {
    return agreement.privateKeyBytes();
  }

  @Override
  public int ciphertextBytes() {
    return agreement.publicKeyBytes();
  }

  @Override
  public int secretBytes() {
    return SECRET_BYTES;
  }

  @Override
  public void generateKeys(RandomSource random, byte[] publicKey, byte[] privateKey) {
    agreement.generateKeys(random, privateKey, 0, publicKey, 0);
  }

  @Override
  public void encapsulate(byte[] publicKey, RandomSource random, byte[] ciphertext, byte[] secret) {
    try {
      require(publicKey, publicKeyBytes(), "public key");
      agreement.generateKeys(random, ephemeral, 0, ciphertext, 0);
      agreement.agree(ephemeral, 0, publicKey, 0, shared, 0);
      finish(shared.clone(), secret, ciphertext, publicKey);
    } catch (CryptoException refused) {
      Arrays.fill(ciphertext, (byte) 0);
      ConstantTime.wipe(secret);
      throw refused;
    } finally {
      wipe();
    }
  }

  @Override
  public void decapsulate(byte[] privateKey, byte[] ciphertext, byte[] secret) {
    try {
      require(privateKey, privateKeyBytes(), "private key");
      require(ciphertext, ciphertextBytes(), "encapsulated key");
      agreement.agree(privateKey, 0, ciphertext, 0, shared, 0);
      agreement.derivePublicKey(privateKey, 0, ownKey, 0);
      finish(shared.clone(), secret, ciphertext, ownKey);
    } catch (CryptoException refused) {
      ConstantTime.wipe(secret);
      throw refused;
    } finally {
      wipe();
    }
  }

  /** Encapsulates so that only the owner of the sender's key could have done it (AuthEncap). */
  void encapsulateAs(
      byte[] senderKey, byte[] publicKey, RandomSource random, byte[] ciphertext, byte[] secret) {
    try {
      require(senderKey, privateKeyBytes(), "private key");
      require(publicKey, publicKeyBytes(), "public key");
      agreement.generateKeys(random, ephemeral, 0, ciphertext, 0);
      agreement.agree(ephemeral, 0, publicKey, 0, shared, 0);
      agreement.agree(senderKey, 0, publicKey, 0, senderShared, 0);
      agreement.derivePublicKey(senderKey, 0, ownKey, 0);
      finish(LabeledHkdf.join(shared, senderShared), secret, ciphertext, publicKey, ownKey);
    } catch (CryptoException refused) {
      Arrays.fill(ciphertext, (byte) 0);
      ConstantTime.wipe(secret);
      throw refused;
    } finally {
      wipe();
    }
  }

  /** Decapsulates what only the owner of the sender's key could have made (AuthDecap). */
  void decapsulateFrom(byte[] senderKey, byte[] privateKey, byte[] ciphertext, byte[] secret) {
    try {
      require(senderKey, publicKeyBytes(), "public key");
      require(privateKey, privateKeyBytes(), "private key");
      require(ciphertext, ciphertextBytes(), "encapsulated key");
      agreement.agree(privateKey, 0, ciphertext, 0, shared, 0);
      agreement.agree(privateKey, 0, senderKey, 0, senderShared, 0);
      agreement.derivePublicKey(privateKey, 0, ownKey, 0);
      finish(LabeledHkdf.join(shared, senderShared), secret, ciphertext, ownKey, senderKey);
    } catch (CryptoException refused) {
      ConstantTime.wipe(secret);
      throw refused;
    } finally {
      wipe();
    }
  }

  private void wipe() {
    ConstantTime.wipe(ephemeral);
    ConstantTime.wipe(shared);
    ConstantTime.wipe(senderShared);
  }

  private void require(byte[] bytes, int length, String what) {
    if (bytes.length != length) {
      throw new CryptoException(
          what + " of " + name + " with " + bytes.length + " bytes instead of " + length);
    }
  }

  /** ExtractAndExpand; the shared points are wiped. */
  private void finish(byte[] points, byte[] secret, byte[]... keys) {
    byte[] key = hkdf.extract(new byte[0], "eae_prk", points);
    byte[] context = LabeledHkdf.join(keys);
    byte[] derived = hkdf.expand(key, "shared_secret", context, SECRET_BYTES);
    System.arraycopy(derived, 0, secret, 0, SECRET_BYTES);
    ConstantTime.wipe(key);
    ConstantTime.wipe(derived);
    ConstantTime.wipe(points);
  }
}
