package edgex.crypto;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import edgex.crypto.aes.AesXts;
import edgex.crypto.composite.CompositeSignature;
import edgex.crypto.hash.Hash;
import edgex.crypto.hpke.Hpke;
import edgex.crypto.hpke.HpkeCipher;
import edgex.crypto.hpke.HpkeContext;
import edgex.crypto.hpke.HpkeKem;
import edgex.crypto.kem.KeyEncapsulation;
import edgex.crypto.kem.TlsHybrid;
import edgex.crypto.kem.XWing;
import edgex.crypto.p256.EcdhP256;
import edgex.crypto.p256.EcdsaP256;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.hpke.HPKE;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.HMacDSAKCalculator;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.pqc.crypto.xwing.XWingKEMExtractor;
import org.bouncycastle.pqc.crypto.xwing.XWingKEMGenerator;
import org.bouncycastle.pqc.crypto.xwing.XWingPrivateKeyParameters;
import org.bouncycastle.pqc.crypto.xwing.XWingPublicKeyParameters;
import org.junit.jupiter.api.Test;

/** What is put together of parts: hybrids, HPKE, composite signatures, ECDSA, XTS. */
final class SchemesTest {
  private static final byte[] INFO = "a purpose".getBytes(StandardCharsets.US_ASCII);

  private final Random random = new Random(7);
  private final RandomSource source =
      (output, offset, length) -> System.arraycopy(bytes(length), 0, output, offset, length);

  private byte[] bytes(int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }

  private void checkMechanism(KeyEncapsulation kem) {
    byte[] publicKey = new byte[kem.publicKeyBytes()];
    byte[] privateKey = new byte[kem.privateKeyBytes()];
    byte[] ciphertext = new byte[kem.ciphertextBytes()];
    byte[] secret = new byte[kem.secretBytes()];
    byte[] recovered = new byte[kem.secretBytes()];
    kem.generateKeys(source, publicKey, privateKey);
    kem.encapsulate(publicKey, source, ciphertext, secret);
    kem.decapsulate(privateKey, ciphertext, recovered);
    assertArrayEquals(secret, recovered, kem.name());
    for (int i = 0; i < 20; i++) {
      byte[] changed = ciphertext.clone();
      changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(7));
      try {
        kem.decapsulate(privateKey, changed, recovered);
        assertFalse(Arrays.equals(secret, recovered), kem.name());
      } catch (CryptoException refused) {
        assertArrayEquals(new byte[recovered.length], recovered);
      }
    }
    Arrays.fill(recovered, (byte) 1);
    byte[] cut = Arrays.copyOf(ciphertext, ciphertext.length - 1);
    assertThrows(CryptoException.class, () -> kem.decapsulate(privateKey, cut, recovered));
    assertArrayEquals(new byte[recovered.length], recovered);
    byte[] longer = Arrays.copyOf(publicKey, publicKey.length + 1);
    assertThrows(CryptoException.class, () -> kem.encapsulate(longer, source, ciphertext, secret));
    assertArrayEquals(new byte[secret.length], secret);
    assertArrayEquals(new byte[ciphertext.length], ciphertext);
  }

  @Test
  void mechanismsAgreeAndRefuse() {
    checkMechanism(TlsHybrid.x25519MlKem768());
    checkMechanism(TlsHybrid.secP256r1MlKem768());
    for (HpkeKem kem : HpkeKem.values()) {
      checkMechanism(kem.newMechanism());
    }
  }

  @Test
  void hybridsAreZeroForPointsThatAreRefused() {
    TlsHybrid small = TlsHybrid.x25519MlKem768();
    checkRefusedPoint(small, small.publicKeyBytes() - 32, 32);
    TlsHybrid offCurve = TlsHybrid.secP256r1MlKem768();
    checkRefusedPoint(offCurve, 1, 64);
    XWing wing = new XWing();
    checkRefusedPoint(wing, wing.publicKeyBytes() - 32, 32);
  }

  private void checkRefusedPoint(KeyEncapsulation kem, int offset, int length) {
    byte[] publicKey = new byte[kem.publicKeyBytes()];
    byte[] privateKey = new byte[kem.privateKeyBytes()];
    kem.generateKeys(source, publicKey, privateKey);
    Arrays.fill(publicKey, offset, offset + length, (byte) 0);
    byte[] ciphertext = bytes(kem.ciphertextBytes());
    byte[] secret = bytes(kem.secretBytes());
    assertThrows(
        CryptoException.class, () -> kem.encapsulate(publicKey, source, ciphertext, secret));
    assertArrayEquals(new byte[secret.length], secret);
    assertArrayEquals(new byte[ciphertext.length], ciphertext);
  }

  @Test
  void xWingAgreesWithBouncyCastle() throws Exception {
    XWing wing = new XWing();
    byte[] publicKey = new byte[wing.publicKeyBytes()];
    byte[] privateKey = new byte[wing.privateKeyBytes()];
    wing.generateKeys(source, publicKey, privateKey);
    var peerKey = new XWingPrivateKeyParameters(privateKey);
    var generator = new XWingKEMGenerator(new SecureRandom());
    var sent = generator.generateEncapsulated(new XWingPublicKeyParameters(publicKey));
    byte[] secret = new byte[wing.secretBytes()];
    wing.decapsulate(privateKey, sent.getEncapsulation(), secret);
    assertArrayEquals(sent.getSecret(), secret);
    byte[] ciphertext = new byte[wing.ciphertextBytes()];
    wing.encapsulate(publicKey, source, ciphertext, secret);
    assertArrayEquals(new XWingKEMExtractor(peerKey).extractSecret(ciphertext), secret);
  }

  @Test
  void hpkeAgreesWithBouncyCastle() throws Exception {
    checkHpke(HpkeKem.X25519_SHA256, (short) 0x20);
    checkHpke(HpkeKem.P256_SHA256, (short) 0x10);
    checkHpke(HpkeKem.X_WING, (short) 0x647A);
  }

  private void checkHpke(HpkeKem kem, short kemIdentifier) throws Exception {
    HashAlgorithm[] hashes = {
      HashAlgorithm.SHA2_256, HashAlgorithm.SHA2_384, HashAlgorithm.SHA2_512
    };
    for (int hash = 0; hash < hashes.length; hash++) {
      HpkeCipher[] ciphers = HpkeCipher.values();
      for (int number = 0; number < ciphers.length; number++) {
        HpkeCipher cipher = ciphers[number];
        Hpke ours = new Hpke(kem, hashes[hash], cipher);
        byte mode = (byte) random.nextInt(2);
        byte[] sharedKey = mode == 0 ? new byte[0] : bytes(32);
        byte[] sharedName = mode == 0 ? new byte[0] : bytes(5);
        var peer = new HPKE(mode, kemIdentifier, (short) (hash + 1), (short) (number + 1));
        byte[] publicKey = new byte[ours.mechanism().publicKeyBytes()];
        byte[] privateKey = new byte[ours.mechanism().privateKeyBytes()];
        ours.mechanism().generateKeys(source, publicKey, privateKey);
        byte[] encapsulated = new byte[ours.mechanism().ciphertextBytes()];
        HpkeContext sender =
            mode == 0
                ? ours.startSending(publicKey, INFO, source, encapsulated)
                : ours.startSendingShared(
                    publicKey, INFO, sharedKey, sharedName, source, encapsulated);
        AsymmetricCipherKeyPair pair = peer.deserializePrivateKey(privateKey, publicKey);
        var receiver =
            mode == 0
                ? peer.setupBaseR(encapsulated, pair, INFO)
                : peer.setupPSKR(encapsulated, pair, INFO, sharedKey, sharedName);
        for (int i = 0; i < 3; i++) {
          byte[] text = bytes(random.nextInt(100));
          byte[] associated = bytes(3);
          assertArrayEquals(text, receiver.open(associated, sender.seal(associated, text)));
        }
        assertArrayEquals(receiver.export(INFO, 77), sender.export(INFO, 77));
      }
    }
  }

  /** Both modes with a sender's key, each side once ours. */
  @Test
  void sendersAreThePeers() throws Exception {
    for (HpkeKem kem : new HpkeKem[] {HpkeKem.X25519_SHA256, HpkeKem.P256_SHA256}) {
      for (byte[] sharedKey : new byte[][] {{}, bytes(32)}) {
        checkSender(kem, sharedKey);
      }
    }
    Hpke suite = new Hpke(HpkeKem.X_WING, HashAlgorithm.SHA2_256, HpkeCipher.CHACHA20_POLY1305);
    byte[] none = {};
    assertThrows(
        CryptoException.class,
        () -> suite.startReceivingFrom(none, bytes(32), bytes(1120), INFO, none, none));
  }

  private void checkSender(HpkeKem kem, byte[] sharedKey) throws Exception {
    byte[] name = bytes(sharedKey.length / 8);
    boolean isShared = sharedKey.length > 0;
    Hpke ours = new Hpke(kem, HashAlgorithm.SHA2_256, HpkeCipher.AES_128_GCM);
    short identifier = (short) (kem == HpkeKem.X25519_SHA256 ? 0x20 : 0x10);
    HPKE peer = new HPKE((byte) (isShared ? 3 : 2), identifier, (short) 1, (short) 1);
    byte[] publicKey = new byte[ours.mechanism().publicKeyBytes()];
    byte[] privateKey = new byte[ours.mechanism().privateKeyBytes()];
    byte[] senderPublic = new byte[publicKey.length];
    byte[] senderPrivate = new byte[privateKey.length];
    ours.mechanism().generateKeys(source, publicKey, privateKey);
    ours.mechanism().generateKeys(source, senderPublic, senderPrivate);
    AsymmetricCipherKeyPair pair = peer.deserializePrivateKey(privateKey, publicKey);
    AsymmetricCipherKeyPair senderPair = peer.deserializePrivateKey(senderPrivate, senderPublic);
    byte[] encapsulated = new byte[ours.mechanism().ciphertextBytes()];
    byte[] text = bytes(50);

    HpkeContext sender =
        ours.startSendingAs(senderPrivate, publicKey, INFO, sharedKey, name, source, encapsulated);
    var receiver =
        isShared
            ? peer.setupAuthPSKR(encapsulated, pair, INFO, sharedKey, name, senderPair.getPublic())
            : peer.setupAuthR(encapsulated, pair, INFO, senderPair.getPublic());
    assertArrayEquals(text, receiver.open(INFO, sender.seal(INFO, text)));

    var theirSender =
        isShared
            ? peer.setupAuthPSKS(pair.getPublic(), INFO, sharedKey, name, senderPair)
            : peer.setupAuthS(pair.getPublic(), INFO, senderPair);
    HpkeContext ourReceiver =
        ours.startReceivingFrom(
            senderPublic, privateKey, theirSender.getEncapsulation(), INFO, sharedKey, name);
    byte[] sealed = theirSender.seal(INFO, text);
    assertArrayEquals(text, ourReceiver.open(INFO, sealed));
    HpkeContext other =
        ours.startReceivingFrom(
            publicKey, privateKey, theirSender.getEncapsulation(), INFO, sharedKey, name);
    assertThrows(CryptoException.class, () -> other.open(INFO, sealed));
  }

  @Test
  void hpkeRefusesMessagesOutOfOrder() {
    Hpke suite = new Hpke(HpkeKem.X_WING, HashAlgorithm.SHA2_256, HpkeCipher.CHACHA20_POLY1305);
    byte[] publicKey = new byte[suite.mechanism().publicKeyBytes()];
    byte[] privateKey = new byte[suite.mechanism().privateKeyBytes()];
    suite.mechanism().generateKeys(source, publicKey, privateKey);
    byte[] encapsulated = new byte[suite.mechanism().ciphertextBytes()];
    HpkeContext sender = suite.startSending(publicKey, INFO, source, encapsulated);
    HpkeContext receiver = suite.startReceiving(privateKey, encapsulated, INFO);
    byte[] first = sender.seal(INFO, bytes(10));
    byte[] second = sender.seal(INFO, bytes(10));
    assertThrows(CryptoException.class, () -> receiver.open(INFO, second));
    receiver.open(INFO, first);
    receiver.open(INFO, second);
    assertThrows(CryptoException.class, () -> receiver.open(INFO, second));
    assertThrows(CryptoException.class, () -> receiver.open(INFO, new byte[3]));
    assertThrows(
        IllegalArgumentException.class,
        () -> suite.startSendingShared(publicKey, INFO, bytes(31), INFO, source, encapsulated));
  }

  @Test
  void compositeSignaturesAgreeWithBouncyCastle() throws Exception {
    CompositeSignature scheme = new CompositeSignature();
    byte[] publicKey = new byte[CompositeSignature.PUBLIC_KEY_BYTES];
    byte[] privateKey = new byte[CompositeSignature.PRIVATE_KEY_BYTES];
    byte[] signature = new byte[CompositeSignature.SIGNATURE_BYTES];
    scheme.generateKeys(source, publicKey, privateKey);
    byte[] message = bytes(100);
    scheme.sign(privateKey, message, new byte[0], source, signature);
    assertTrue(scheme.verify(publicKey, message, new byte[0], signature));
    assertFalse(scheme.verify(publicKey, message, INFO, signature));
    // The low half is ML-DSA's, the high half Ed25519's: both must hold.
    for (int at : new int[] {5, signature.length - 40}) {
      byte[] changed = signature.clone();
      changed[at] ^= 1;
      assertFalse(scheme.verify(publicKey, message, new byte[0], changed));
    }
    BouncyCastleProvider provider = new BouncyCastleProvider();
    var algorithm = new AlgorithmIdentifier(new ASN1ObjectIdentifier("1.3.6.1.5.5.7.6.48"));
    var info = new SubjectPublicKeyInfo(algorithm, publicKey);
    Signature peer = Signature.getInstance("MLDSA65-Ed25519-SHA512", provider);
    peer.initVerify(
        KeyFactory.getInstance("MLDSA65-Ed25519-SHA512", provider)
            .generatePublic(new X509EncodedKeySpec(info.getEncoded())));
    peer.update(message);
    assertTrue(peer.verify(signature));
  }

  @Test
  void ellipticSignaturesAgreeWithBouncyCastle() {
    EcdsaP256 scheme = new EcdsaP256();
    EcdhP256 keys = new EcdhP256();
    ECDomainParameters domain = new ECDomainParameters(CustomNamedCurves.getByName("P-256"));
    for (int i = 0; i < 20; i++) {
      byte[] publicKey = new byte[EcdhP256.PUBLIC_KEY_BYTES];
      byte[] privateKey = new byte[EcdhP256.PRIVATE_KEY_BYTES];
      keys.generateKeys(source, privateKey, 0, publicKey, 0);
      byte[] digest = bytes(32);
      byte[] signature = new byte[EcdsaP256.SIGNATURE_BYTES];
      scheme.signDeterministic(privateKey, digest, signature, 0);
      ECDSASigner peer = new ECDSASigner(new HMacDSAKCalculator(new SHA256Digest()));
      BigInteger number = new BigInteger(1, privateKey);
      peer.init(true, new ECPrivateKeyParameters(number, domain));
      BigInteger[] expected = peer.generateSignature(digest);
      HexFormat hex = HexFormat.of();
      assertEquals(String.format("%064x%064x", expected[0], expected[1]), hex.formatHex(signature));
      assertTrue(scheme.verify(publicKey, digest, signature));
      scheme.sign(privateKey, digest, source, signature, 0);
      assertTrue(scheme.verify(publicKey, digest, signature));
      signature[random.nextInt(64)] ^= 4;
      assertFalse(scheme.verify(publicKey, digest, signature));
    }
  }

  /**
   * IEEE 1619's vectors with ciphertext stealing are short; a slow XTS of its definition is not.
   */
  @Test
  void sectorsAgreeWithTheDefinition() throws Exception {
    for (int i = 0; i < 60; i++) {
      byte[] keys = bytes(32 + 32 * random.nextInt(2));
      long sector = random.nextLong();
      byte[] text = bytes(16 + random.nextInt(600));
      byte[] encrypted = new byte[text.length];
      AesXts cipher = new AesXts(keys);
      cipher.encrypt(sector, text, 0, text.length, encrypted, 0);
      assertArrayEquals(SlowXts.encrypt(keys, sector, text), encrypted);
      cipher.decrypt(sector, encrypted, 0, encrypted.length, encrypted, 0);
      assertArrayEquals(text, encrypted);
    }
  }

  @Test
  void deterministicSignatureIsThatOfTheStandard() {
    Hash hash = HashAlgorithm.SHA2_256.newHash();
    byte[] digest = new byte[hash.digestBytes()];
    byte[] sample = "sample".getBytes(StandardCharsets.US_ASCII);
    hash.update(sample, 0, sample.length);
    hash.digest(digest, 0);
    byte[] signature = new byte[EcdsaP256.SIGNATURE_BYTES];
    // RFC 6979, appendix A.2.5.
    byte[] privateKey =
        HexFormat.of().parseHex("c9afa9d845ba75166b5c215767b1d6934e50c3db36e89b127b8a622b120f6721");
    new EcdsaP256().signDeterministic(privateKey, digest, signature, 0);
    assertEquals(
        "efd48b2aacb6a8fd1140dd9cd45e81d69d2c877b56aaf991c34d0ea84eaf3716"
            + "f7cb1c942d657c41d436c7a1b6e29f65f3e900dbb9aff4064dc4ab2f843acda8",
        HexFormat.of().formatHex(signature));
  }
}
