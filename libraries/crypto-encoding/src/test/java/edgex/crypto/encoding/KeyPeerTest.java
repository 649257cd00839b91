package edgex.crypto.encoding;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import edgex.crypto.encoding.der.Pem;
import edgex.crypto.encoding.key.KeyAlgorithm;
import edgex.crypto.encoding.key.PrivateKey;
import edgex.crypto.encoding.key.PrivateKey.Form;
import edgex.crypto.encoding.key.PublicKey;
import edgex.crypto.statefulhash.LmsSigner;
import edgex.crypto.statefulhash.OneTimeCounter;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.Provider;
import java.security.Security;
import java.util.Base64;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** Keys that one side encodes and the other decodes, shown to be the same by signatures. */
final class KeyPeerTest {
  private static final byte[] NONE = {};

  /** Their private keys have no common encoding. */
  private static final Set<KeyAlgorithm> STATEFUL =
      Set.of(KeyAlgorithm.HSS, KeyAlgorithm.XMSS, KeyAlgorithm.XMSS_MT);

  private final SeededRandom random = new SeededRandom(5958);

  @ParameterizedTest
  @EnumSource(
      value = KeyAlgorithm.class,
      names = {"HSS", "XMSS", "XMSS_MT"},
      mode = Mode.EXCLUDE)
  void ourKeysAreTaken(KeyAlgorithm algorithm) throws GeneralSecurityException {
    takenBy(algorithm, Peers.BOUNCY_CASTLE);
  }

  @ParameterizedTest
  @EnumSource(
      value = KeyAlgorithm.class,
      names = {"ED25519", "X25519", "P_256"})
  void ourKeysAreTakenByTheJdk(KeyAlgorithm algorithm) throws GeneralSecurityException {
    takenBy(algorithm, jdk());
  }

  private static Provider jdk() {
    return Security.getProvider("SunEC");
  }

  private void takenBy(KeyAlgorithm algorithm, Provider peer) throws GeneralSecurityException {
    PrivateKey key = PrivateKey.generate(algorithm, random);
    byte[] encoded = key.publicKey().encode();
    assertEquals(key.publicKey(), PublicKey.decode(encoded));
    java.security.PublicKey theirs = Peers.publicKey(algorithm, encoded, peer);
    assertArrayEquals(encoded, theirs.getEncoded());
    for (Form form : Form.values()) {
      byte[] secret = key.encode(form);
      java.security.PrivateKey theirKey = Peers.privateKey(algorithm, secret, peer);
      if (isQuick(algorithm)) {
        byte[] message = random.bytes(random.below(200));
        byte[] signature = Peers.sign(algorithm, theirKey, message, peer);
        assertTrue(Peers.weVerify(key.publicKey(), message, signature), form.name());
      }
      PrivateKey again = PrivateKey.decode(secret);
      assertArrayEquals(secret, again.encode(form));
    }
    if (isQuick(algorithm)) {
      byte[] message = random.bytes(random.below(200));
      byte[] signature = Peers.peerForm(algorithm, key.sign(message, NONE, random));
      assertTrue(Peers.verify(algorithm, theirs, message, signature, peer));
    }
  }

  /** The small sets of SLH-DSA take seconds for a signature: their keys only. */
  private static boolean isQuick(KeyAlgorithm algorithm) {
    return algorithm.isSignature() && !algorithm.standardName().endsWith("s");
  }

  @ParameterizedTest
  @EnumSource(
      value = KeyAlgorithm.class,
      names = {"XMSS", "XMSS_MT"},
      mode = Mode.EXCLUDE)
  void weTakeTheirKeys(KeyAlgorithm algorithm) throws GeneralSecurityException {
    take(algorithm, Peers.BOUNCY_CASTLE);
  }

  /** Trees of a thousand leaves and more. */
  @ParameterizedTest
  @EnumSource(
      value = KeyAlgorithm.class,
      names = {"XMSS", "XMSS_MT"})
  @Tag("long")
  void weTakeTheirTrees(KeyAlgorithm algorithm) throws GeneralSecurityException {
    take(algorithm, Peers.BOUNCY_CASTLE);
  }

  @ParameterizedTest
  @EnumSource(
      value = KeyAlgorithm.class,
      names = {"ED25519", "X25519", "P_256"})
  void weTakeTheKeysOfTheJdk(KeyAlgorithm algorithm) throws GeneralSecurityException {
    take(algorithm, jdk());
  }

  private void take(KeyAlgorithm algorithm, Provider peer) throws GeneralSecurityException {
    KeyPair pair = Peers.generate(algorithm, peer);
    PublicKey publicKey = PublicKey.decode(pair.getPublic().getEncoded());
    assertEquals(algorithm, publicKey.algorithm());
    assertArrayEquals(pair.getPublic().getEncoded(), publicKey.encode());
    byte[] message = random.bytes(100);
    if (isQuick(algorithm)) {
      byte[] signature = Peers.sign(algorithm, pair.getPrivate(), message, peer);
      assertTrue(Peers.weVerify(publicKey, message, signature));
      message[3] ^= 1;
      assertFalse(Peers.weVerify(publicKey, message, signature));
    }
    if (!STATEFUL.contains(algorithm)) {
      PrivateKey key = PrivateKey.decode(pair.getPrivate().getEncoded());
      assertEquals(publicKey, key.publicKey());
    }
  }

  /** A tree of ours as the only level of a hierarchy. */
  @Test
  void ourTreesAreTaken() throws GeneralSecurityException {
    LmsSigner signer = new LmsSigner(5, 3, random.bytes(16), random.bytes(32));
    byte[] key = new byte[4 + signer.publicKeyBytes()];
    key[3] = 1;
    signer.publicKey(key, 4);
    byte[] message = random.bytes(50);
    byte[] signature = new byte[4 + signer.signatureBytes()];
    int[] used = new int[1];
    OneTimeCounter counter =
        new OneTimeCounter(
            new OneTimeCounter.Store() {
              @Override
              public int read() {
                return used[0];
              }

              @Override
              public void write(int count) {
                used[0] = count;
              }
            });
    signer.sign(message, counter, random, signature, 4);
    PublicKey publicKey = new PublicKey(KeyAlgorithm.HSS, key);
    assertTrue(Peers.weVerify(publicKey, message, signature));
    java.security.PublicKey theirs =
        Peers.publicKey(KeyAlgorithm.HSS, publicKey.encode(), Peers.BOUNCY_CASTLE);
    assertTrue(Peers.verify(KeyAlgorithm.HSS, theirs, message, signature, Peers.BOUNCY_CASTLE));
  }

  /** Base64 and lines, against the JDK's. */
  @Test
  void pemIsWhatTheJdkMakes() {
    Base64.Encoder peer = Base64.getMimeEncoder(64, new byte[] {'\n'});
    for (int length = 0; length < 200; length++) {
      byte[] content = random.bytes(length);
      String text = new Pem("SAMPLE", content).encode();
      String lines = peer.encodeToString(content);
      String expected =
          "-----BEGIN SAMPLE-----\n" + lines + (length == 0 ? "" : "\n") + "-----END SAMPLE-----\n";
      assertEquals(expected, text);
      assertArrayEquals(content, Pem.decode(text, "SAMPLE"));
      assertArrayEquals(content, Pem.decode(text.replace("\n", "\r\n"), "SAMPLE"));
    }
  }
}
