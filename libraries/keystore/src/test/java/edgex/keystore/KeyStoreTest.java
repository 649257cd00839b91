package edgex.keystore;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import edgex.crypto.encoding.key.KeyAlgorithm;
import edgex.crypto.encoding.key.PrivateKey;
import edgex.crypto.encoding.key.PublicKey;
import edgex.crypto.policy.Algorithm;
import edgex.crypto.policy.AlgorithmPolicy;
import edgex.crypto.policy.Profile;
import edgex.crypto.policy.Status;
import edgex.crypto.signature.SignatureSchemes;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What keys may do, and what happens to who tries more. */
final class KeyStoreTest {
  private static final long ALICE = 7;
  private static final long MALLORY = 8;
  private static final byte[] NONE = {};
  private static final KeyPolicy STRICT = KeyPolicy.ownedBy(ALICE);

  private final TestDevice device = new TestDevice();
  private final KeyStore store = device.open();

  private static void refused(Refusal refusal, Executable operation) {
    assertEquals(refusal, assertThrows(KeyStoreException.class, operation).refusal());
  }

  private static boolean isValid(PublicKey key, byte[] message, byte[] signature) {
    return SignatureSchemes.named(key.algorithm().signatureScheme())
        .verify(key.bytes(), message, NONE, signature);
  }

  private long newKey(Algorithm algorithm, KeyPurpose... purposes) {
    return store.generate(ALICE, algorithm, STRICT.allowing(purposes));
  }

  @ParameterizedTest
  @EnumSource(
      value = Algorithm.class,
      names = {"ML_DSA_44", "ML_DSA_65", "ML_DSA_87", "ED25519", "COMPOSITE", "SLH_DSA_SHA2_128F"})
  void keysSign(Algorithm algorithm) {
    long handle = newKey(algorithm, KeyPurpose.SIGN);
    byte[] message = device.bytes(30);
    byte[] signature = store.sign(ALICE, handle, message, NONE);
    assertTrue(isValid(store.publicKey(ALICE, handle), message, signature));
    KeyStore again = device.open();
    assertEquals(store.publicKey(ALICE, handle), again.publicKey(ALICE, handle));
    assertTrue(
        isValid(again.publicKey(ALICE, handle), message, again.sign(ALICE, handle, message, NONE)));
  }

  @Test
  void anotherImplementationAcceptsASignature() throws Exception {
    long handle = newKey(Algorithm.ML_DSA_65, KeyPurpose.SIGN);
    byte[] message = device.bytes(30);
    BouncyCastleProvider peer = new BouncyCastleProvider();
    byte[] encoded = store.publicKey(ALICE, handle).encode();
    Signature verifier = Signature.getInstance("ML-DSA-65", peer);
    verifier.initVerify(
        KeyFactory.getInstance("ML-DSA-65", peer).generatePublic(new X509EncodedKeySpec(encoded)));
    verifier.update(message);
    assertTrue(verifier.verify(store.sign(ALICE, handle, message, NONE)));
  }

  @Test
  void keysOfOthersDoNotExist() {
    long handle = newKey(Algorithm.ML_DSA_44, KeyPurpose.SIGN);
    refused(Refusal.NO_SUCH_KEY, () -> store.sign(MALLORY, handle, NONE, NONE));
    refused(Refusal.NO_SUCH_KEY, () -> store.publicKey(MALLORY, handle));
    refused(Refusal.NO_SUCH_KEY, () -> store.destroy(MALLORY, handle));
    refused(Refusal.NO_SUCH_KEY, () -> store.rotate(MALLORY, handle));
    refused(Refusal.NO_SUCH_KEY, () -> store.sign(ALICE, handle + 1, NONE, NONE));
    refused(
        Refusal.NOT_ALLOWED,
        () -> store.generate(MALLORY, Algorithm.ML_DSA_44, KeyPolicy.ownedBy(ALICE)));
    String log = store.log().lines().get(1).text();
    assertTrue(log.endsWith("caller=8 sign key=1 refused-1"), log);
    String destroying = store.log().lines().get(3).text();
    assertTrue(destroying.endsWith("caller=8 destroy key=1 refused-1"), destroying);
  }

  @Test
  void purposesTimeAndUsesCount() {
    long plain = newKey(Algorithm.ML_DSA_44);
    refused(Refusal.NOT_ALLOWED, () -> store.sign(ALICE, plain, NONE, NONE));
    KeyPolicy twice = STRICT.allowing(KeyPurpose.SIGN).atMost(2);
    long handle = store.generate(ALICE, Algorithm.ED25519, twice);
    store.sign(ALICE, handle, NONE, NONE);
    assertEquals(1, device.open().policy(ALICE, handle).usesLeft());
    store.sign(ALICE, handle, NONE, NONE);
    refused(Refusal.EXPIRED, () -> store.sign(ALICE, handle, NONE, NONE));
    KeyPolicy short1 = STRICT.allowing(KeyPurpose.SIGN).until(device.now);
    long brief = store.generate(ALICE, Algorithm.ED25519, short1);
    store.sign(ALICE, brief, NONE, NONE);
    device.now++;
    refused(Refusal.EXPIRED, () -> store.sign(ALICE, brief, NONE, NONE));
  }

  @Test
  void algorithmsThatAreRetiredMoveAway() {
    long old = newKey(Algorithm.ML_DSA_44, KeyPurpose.SIGN);
    long box = newKey(Algorithm.AES_256_GCM, KeyPurpose.SEAL);
    byte[] data = device.bytes(40);
    byte[] sealed = store.seal(ALICE, box, data);
    device.policy =
        AlgorithmPolicy.of(Profile.DEFAULT)
            .with(Algorithm.ML_DSA_44, Status.READ_ONLY)
            .with(Algorithm.AES_256_GCM, Status.READ_ONLY);
    KeyStore after = device.open();
    refused(Refusal.ALGORITHM, () -> after.sign(ALICE, old, NONE, NONE));
    refused(Refusal.ALGORITHM, () -> after.seal(ALICE, box, data));
    refused(Refusal.ALGORITHM, () -> after.rotate(ALICE, old));
    refused(Refusal.ALGORITHM, () -> after.generate(ALICE, Algorithm.ML_DSA_44, STRICT));
    assertArrayEquals(data, after.unseal(ALICE, box, sealed));
    assertEquals(KeyAlgorithm.ML_DSA_44, after.publicKey(ALICE, old).algorithm());
    long fresh = after.generate(ALICE, Algorithm.ML_DSA_87, STRICT.allowing(KeyPurpose.SIGN));
    assertTrue(isValid(after.publicKey(ALICE, fresh), data, after.sign(ALICE, fresh, data, NONE)));
    after.destroy(ALICE, old);
    refused(Refusal.NO_SUCH_KEY, () -> after.publicKey(ALICE, old));
    device.policy = device.policy.with(Algorithm.AES_256_GCM, Status.RETIRED);
    KeyStore last = device.open();
    refused(Refusal.ALGORITHM, () -> last.unseal(ALICE, box, sealed));
  }

  @Test
  void sealedDataIsBound() {
    long box = newKey(Algorithm.AES_256_GCM, KeyPurpose.SEAL);
    byte[] data = device.bytes(100);
    byte[] sealed = store.seal(ALICE, box, data);
    store.rotate(ALICE, box);
    byte[] newer = store.seal(ALICE, box, data);
    KeyStore again = device.open();
    assertArrayEquals(data, again.unseal(ALICE, box, sealed));
    assertArrayEquals(data, again.unseal(ALICE, box, newer));
    device.measurement = new byte[] {9};
    refused(Refusal.MALFORMED, () -> again.unseal(ALICE, box, sealed));
    device.measurement = new byte[] {1, 2, 3};
    for (int i = 0; i < 200; i++) {
      byte[] damaged = sealed.clone();
      damaged[device.below(damaged.length)] ^= (byte) (1 << device.below(8));
      refused(Refusal.MALFORMED, () -> again.unseal(ALICE, box, damaged));
    }
    refused(Refusal.MALFORMED, () -> again.unseal(ALICE, box, device.bytes(31)));
    for (int i = 0; i < 8; i++) {
      again.rotate(ALICE, box);
    }
    refused(Refusal.MALFORMED, () -> again.unseal(ALICE, box, sealed));
    refused(Refusal.ALGORITHM, () -> again.sign(ALICE, signingBox(again), NONE, NONE));
  }

  private static long signingBox(KeyStore store) {
    return store.generate(ALICE, Algorithm.AES_256_GCM, STRICT.allowing(KeyPurpose.SIGN));
  }

  @ParameterizedTest
  @EnumSource(
      value = Algorithm.class,
      names = {"ML_KEM_512", "ML_KEM_768", "ML_KEM_1024"})
  void bothEndsGetOneKey(Algorithm algorithm) {
    long handle = newKey(algorithm, KeyPurpose.DECAPSULATE);
    KeyPolicy sealing = STRICT.allowing(KeyPurpose.SEAL);
    KeyStore.Encapsulation sent = store.encapsulate(ALICE, store.publicKey(ALICE, handle), sealing);
    long received = store.decapsulate(ALICE, handle, sent.ciphertext(), sealing);
    byte[] data = device.bytes(20);
    byte[] sealed = store.seal(ALICE, sent.handle(), data);
    assertArrayEquals(data, store.unseal(ALICE, received, sealed));
    refused(Refusal.MALFORMED, () -> store.decapsulate(ALICE, handle, device.bytes(5), sealing));
    byte[] other = sent.ciphertext();
    other[0] ^= 1;
    long wrong = store.decapsulate(ALICE, handle, other, sealing);
    refused(Refusal.MALFORMED, () -> store.unseal(ALICE, wrong, sealed));
  }

  @Test
  void keysAreDerivedAndWrapped() {
    long master = newKey(Algorithm.AES_256_GCM, KeyPurpose.DERIVE, KeyPurpose.WRAP);
    KeyPolicy sealing = STRICT.allowing(KeyPurpose.SEAL, KeyPurpose.EXPORT);
    long first = store.derive(ALICE, master, new byte[] {1}, sealing);
    long same = store.derive(ALICE, master, new byte[] {1}, sealing);
    long other = store.derive(ALICE, master, new byte[] {2}, sealing);
    byte[] data = device.bytes(20);
    byte[] sealed = store.seal(ALICE, first, data);
    assertArrayEquals(data, store.unseal(ALICE, same, sealed));
    refused(Refusal.MALFORMED, () -> store.unseal(ALICE, other, sealed));
    byte[] wrapped = store.wrap(ALICE, first, master);
    store.destroy(ALICE, first);
    long back = store.unwrap(ALICE, wrapped, master, sealing);
    assertArrayEquals(data, store.unseal(ALICE, back, sealed));
    wrapped[9] ^= 1;
    refused(Refusal.MALFORMED, () -> store.unwrap(ALICE, wrapped, master, sealing));
    refused(Refusal.MALFORMED, () -> store.unwrap(ALICE, NONE, master, sealing));
    refused(Refusal.NOT_ALLOWED, () -> store.wrap(ALICE, master, master));
  }

  @Test
  void keysComeInAsDer() {
    PrivateKey key = PrivateKey.generate(KeyAlgorithm.ML_DSA_65, device);
    byte[] encoded = key.encode(PrivateKey.Form.BOTH);
    long handle = store.importKey(ALICE, encoded, STRICT.allowing(KeyPurpose.SIGN));
    assertEquals(key.publicKey(), store.publicKey(ALICE, handle));
    refused(
        Refusal.MALFORMED,
        () -> store.importKey(ALICE, key.encode(PrivateKey.Form.EXPANDED), STRICT));
    refused(Refusal.MALFORMED, () -> store.importKey(ALICE, NONE, STRICT));
    refused(Refusal.ALGORITHM, () -> store.generate(ALICE, Algorithm.SHA_512, STRICT));
    refused(Refusal.ALGORITHM, () -> store.generate(ALICE, Algorithm.HSS, STRICT));
  }

  @Test
  void roomIsLimited() {
    for (int i = 0; i < 256; i++) {
      newKey(Algorithm.AES_256_GCM);
    }
    refused(Refusal.FULL, () -> newKey(Algorithm.AES_256_GCM));
    store.rotate(ALICE, 2);
    store.destroy(ALICE, 1);
    assertEquals(257, newKey(Algorithm.AES_256_GCM));
    assertFalse(store.log().lines().isEmpty());
  }
}
