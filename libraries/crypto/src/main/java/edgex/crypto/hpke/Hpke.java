package edgex.crypto.hpke;

import edgex.crypto.ConstantTime;
import edgex.crypto.CryptoException;
import edgex.crypto.HashAlgorithm;
import edgex.crypto.RandomSource;
import edgex.crypto.kem.KeyEncapsulation;

/**
 * Hybrid public key encryption (RFC 9180) with a choice of mechanism, hash and cipher, in all four
 * modes. Those with a sender's key are for the curves only, since X-Wing has none, and they tell
 * the recipient nothing once the recipient's own key is stolen.
 */
public final class Hpke {
  /** Fewest bytes of a pre-shared key (section 9.5). */
  public static final int MINIMUM_SHARED_KEY_BYTES = 32;

  private static final int NONCE_BYTES = 12;
  private static final int BASE = 0;
  private static final int PRE_SHARED_KEY = 1;
  private static final int SENDER_KEY = 2;
  private static final int BOTH_KEYS = 3;
  private static final byte[] NOTHING = {};

  private final KeyEncapsulation kem;
  private final HpkeCipher cipher;
  private final LabeledHkdf hkdf;

  /**
   * Makes a suite.
   *
   * @throws IllegalArgumentException unless the hash is SHA-256, SHA-384 or SHA-512
   */
  public Hpke(HpkeKem kem, HashAlgorithm hash, HpkeCipher cipher) {
    int kdf =
        switch (hash) {
          case SHA2_256 -> 1;
          case SHA2_384 -> 2;
          case SHA2_512 -> 3;
          default -> throw new IllegalArgumentException("HPKE has no HKDF with " + hash);
        };
    this.kem = kem.newMechanism();
    this.cipher = cipher;
    byte[] suite = {
      'H',
      'P',
      'K',
      'E',
      (byte) (kem.identifier() >> 8),
      (byte) kem.identifier(),
      0,
      (byte) kdf,
      0,
      (byte) cipher.identifier()
    };
    hkdf = new LabeledHkdf(hash, suite);
  }

  /** The mechanism, to make keys with and to know lengths. */
  public KeyEncapsulation mechanism() {
    return kem;
  }

  /**
   * Begins to send, mode base.
   *
   * @param encapsulated gets the encapsulated key, which the recipient needs
   * @throws CryptoException if the public key is refused; the output is zeroed
   */
  public HpkeContext startSending(
      byte[] publicKey, byte[] info, RandomSource random, byte[] encapsulated) {
    byte[] secret = new byte[kem.secretBytes()];
    kem.encapsulate(publicKey, random, encapsulated, secret);
    return schedule(BASE, secret, info, NOTHING, NOTHING);
  }

  /**
   * Begins to receive, mode base.
   *
   * @throws CryptoException if the encapsulated key is refused
   */
  public HpkeContext startReceiving(byte[] privateKey, byte[] encapsulated, byte[] info) {
    byte[] secret = new byte[kem.secretBytes()];
    kem.decapsulate(privateKey, encapsulated, secret);
    return schedule(BASE, secret, info, NOTHING, NOTHING);
  }

  /**
   * Begins to send with a key that both ends share already.
   *
   * @throws CryptoException if the public key is refused; the output is zeroed
   * @throws IllegalArgumentException if the shared key is short or has no name
   */
  public HpkeContext startSendingShared(
      byte[] publicKey,
      byte[] info,
      byte[] sharedKey,
      byte[] sharedKeyName,
      RandomSource random,
      byte[] encapsulated) {
    checkSharedKey(sharedKey, sharedKeyName);
    byte[] secret = new byte[kem.secretBytes()];
    kem.encapsulate(publicKey, random, encapsulated, secret);
    return schedule(PRE_SHARED_KEY, secret, info, sharedKey, sharedKeyName);
  }

  /**
   * Begins to receive with a key that both ends share already.
   *
   * @throws CryptoException if the encapsulated key is refused
   * @throws IllegalArgumentException if the shared key is short or has no name
   */
  public HpkeContext startReceivingShared(
      byte[] privateKey, byte[] encapsulated, byte[] info, byte[] sharedKey, byte[] sharedKeyName) {
    checkSharedKey(sharedKey, sharedKeyName);
    byte[] secret = new byte[kem.secretBytes()];
    kem.decapsulate(privateKey, encapsulated, secret);
    return schedule(PRE_SHARED_KEY, secret, info, sharedKey, sharedKeyName);
  }

  /**
   * Begins to send, in a way that shows who sends; with a shared key as well unless it is empty.
   *
   * @throws CryptoException if a key is refused, or if the mechanism knows no senders' keys; the
   *     output is zeroed
   * @throws IllegalArgumentException if there is a shared key that is short or has no name
   */
  public HpkeContext startSendingAs(
      byte[] senderPrivateKey,
      byte[] publicKey,
      byte[] info,
      byte[] sharedKey,
      byte[] sharedKeyName,
      RandomSource random,
      byte[] encapsulated) {
    int mode = senderMode(sharedKey, sharedKeyName);
    byte[] secret = new byte[kem.secretBytes()];
    curve().encapsulateAs(senderPrivateKey, publicKey, random, encapsulated, secret);
    return schedule(mode, secret, info, sharedKey, sharedKeyName);
  }

  /**
   * Begins to receive from a sender whose public key is known.
   *
   * @throws CryptoException if a key is refused, or if the mechanism knows no senders' keys
   * @throws IllegalArgumentException if there is a shared key that is short or has no name
   */
  public HpkeContext startReceivingFrom(
      byte[] senderPublicKey,
      byte[] privateKey,
      byte[] encapsulated,
      byte[] info,
      byte[] sharedKey,
      byte[] sharedKeyName) {
    int mode = senderMode(sharedKey, sharedKeyName);
    byte[] secret = new byte[kem.secretBytes()];
    curve().decapsulateFrom(senderPublicKey, privateKey, encapsulated, secret);
    return schedule(mode, secret, info, sharedKey, sharedKeyName);
  }

  private DhKem curve() {
    if (kem instanceof DhKem curve) {
      return curve;
    }
    throw new CryptoException(kem.name() + " knows no senders' keys");
  }

  private static int senderMode(byte[] sharedKey, byte[] sharedKeyName) {
    if (sharedKey.length == 0 && sharedKeyName.length == 0) {
      return SENDER_KEY;
    }
    checkSharedKey(sharedKey, sharedKeyName);
    return BOTH_KEYS;
  }

  private static void checkSharedKey(byte[] sharedKey, byte[] sharedKeyName) {
    if (sharedKey.length < MINIMUM_SHARED_KEY_BYTES || sharedKeyName.length == 0) {
      throw new IllegalArgumentException(
          "a shared key needs a name and at least " + MINIMUM_SHARED_KEY_BYTES + " bytes");
    }
  }

  /** Section 5.1. */
  private HpkeContext schedule(
      int mode, byte[] shared, byte[] info, byte[] sharedKey, byte[] sharedKeyName) {
    byte[] context =
        LabeledHkdf.join(
            new byte[] {(byte) mode},
            hkdf.extract(NOTHING, "psk_id_hash", sharedKeyName),
            hkdf.extract(NOTHING, "info_hash", info));
    byte[] secret = hkdf.extract(shared, "secret", sharedKey);
    byte[] key = hkdf.expand(secret, "key", context, cipher.keyBytes());
    byte[] nonce = hkdf.expand(secret, "base_nonce", context, NONCE_BYTES);
    byte[] exporter = hkdf.expand(secret, "exp", context, hkdf.keyBytes());
    HpkeContext result = new HpkeContext(hkdf, cipher.newCipher(key), nonce, exporter);
    ConstantTime.wipe(key);
    ConstantTime.wipe(secret);
    ConstantTime.wipe(shared);
    return result;
  }
}
