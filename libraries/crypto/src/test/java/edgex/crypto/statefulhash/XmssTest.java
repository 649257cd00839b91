package edgex.crypto.statefulhash;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import edgex.crypto.ByteOrder;
import edgex.crypto.CryptoException;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Random;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.generators.XMSSKeyPairGenerator;
import org.bouncycastle.crypto.generators.XMSSMTKeyPairGenerator;
import org.bouncycastle.crypto.params.XMSSKeyGenerationParameters;
import org.bouncycastle.crypto.params.XMSSMTKeyGenerationParameters;
import org.bouncycastle.crypto.params.XMSSMTParameters;
import org.bouncycastle.crypto.params.XMSSMTPublicKeyParameters;
import org.bouncycastle.crypto.params.XMSSParameters;
import org.bouncycastle.crypto.params.XMSSPublicKeyParameters;
import org.bouncycastle.crypto.signers.XMSSMTSigner;
import org.bouncycastle.crypto.signers.XMSSSigner;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * XMSS and XMSS^MT against BouncyCastle, both ways, one set of each hash function. It cannot judge
 * nodes of 24 bytes: there its numbers in front of a hash have 24 bytes instead of the 4 that SP
 * 800-208 (section 5.2) wants; those sets are checked against ourselves only.
 */
final class XmssTest {
  private static final int SHA2_20_4_256 = 2;

  private final Random random = new Random(8391);
  private final MemoryStore store = new MemoryStore();

  private byte[] bytes(int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }

  private void fill(byte[] output, int offset, int length) {
    System.arraycopy(bytes(length), 0, output, offset, length);
  }

  /** Sets of height 20 in 4 layers: trees of 32 leaves. */
  @ParameterizedTest
  @ValueSource(ints = {SHA2_20_4_256, 10, 18, 26, 42})
  void theirLayersAreValid(int set) throws IOException {
    XMSSMTParameters parameters = XMSSMTParameters.lookupByOID(set);
    XMSSMTKeyPairGenerator generator = new XMSSMTKeyPairGenerator();
    generator.init(new XMSSMTKeyGenerationParameters(parameters, new SecureRandom()));
    AsymmetricCipherKeyPair pair = generator.generateKeyPair();
    byte[] key = ((XMSSMTPublicKeyParameters) pair.getPublic()).getEncoded();
    XMSSMTSigner signer = new XMSSMTSigner();
    signer.init(true, pair.getPrivate());
    for (int i = 0; i < 3; i++) {
      byte[] message = bytes(40 * i);
      signer.update(message, 0, message.length);
      byte[] signature = signer.generateSignature();
      assertTrue(XmssVerifier.verifyMultiTree(key, message, signature));
      flipAndRefuse(key, message, signature);
    }
  }

  private void flipAndRefuse(byte[] key, byte[] message, byte[] signature) {
    for (int i = 0; i < 10; i++) {
      byte[] damaged = signature.clone();
      damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
      assertFalse(XmssVerifier.verifyMultiTree(key, message, damaged));
    }
    byte[] longer = Arrays.copyOf(signature, signature.length + 1);
    assertFalse(XmssVerifier.verifyMultiTree(key, message, longer));
    assertFalse(XmssVerifier.verifyMultiTree(key, message, Arrays.copyOf(signature, 7)));
    byte[] otherSet = key.clone();
    otherSet[3] ^= 1;
    assertFalse(XmssVerifier.verifyMultiTree(otherSet, message, signature));
    assertFalse(XmssVerifier.verify(key, message, signature));
  }

  @ParameterizedTest
  @ValueSource(ints = {SHA2_20_4_256, 42})
  void theyAcceptOurLayers(int set) {
    int hashBytes = XmssParameters.multiTree(set).hashBytes;
    XmssSigner signer = XmssSigner.multiTree(set, bytes(hashBytes), bytes(hashBytes));
    byte[] key = new byte[signer.publicKeyBytes()];
    signer.publicKey(key, 0);
    assertTrue(XmssVerifier.isMultiTreePublicKey(key));
    XMSSMTPublicKeyParameters theirs =
        new XMSSMTPublicKeyParameters.Builder(XMSSMTParameters.lookupByOID(set))
            .withPublicKey(key)
            .build();
    // The borders of trees of each layer.
    for (int used : new int[] {0, 1, 31, 32, 1023, 1024, 32_768, (1 << 20) - 1}) {
      store.used = used;
      byte[] message = bytes(20);
      byte[] signature = new byte[signer.signatureBytes()];
      signer.sign(message, new OneTimeCounter(store), this::fill, signature, 0);
      assertTrue(XmssVerifier.verifyMultiTree(key, message, signature), "" + used);
      XMSSMTSigner peer = new XMSSMTSigner();
      peer.init(false, theirs);
      peer.update(message, 0, message.length);
      assertTrue(peer.verifySignature(signature), "" + used);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {34, 50})
  void shortNodesAreConsistent(int set) {
    int hashBytes = XmssParameters.multiTree(set).hashBytes;
    XmssSigner signer = XmssSigner.multiTree(set, bytes(hashBytes), bytes(hashBytes));
    byte[] key = new byte[signer.publicKeyBytes()];
    signer.publicKey(key, 0);
    store.used = 1023;
    byte[] message = bytes(20);
    byte[] signature = new byte[signer.signatureBytes()];
    for (int i = 0; i < 2; i++) {
      signer.sign(message, new OneTimeCounter(store), this::fill, signature, 0);
      assertTrue(XmssVerifier.verifyMultiTree(key, message, signature));
      flipAndRefuse(key, message, signature);
    }
  }

  @Test
  void singleTreeIsValidForBoth() throws IOException {
    singleTree(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {4, 7, 10, 16})
  @Tag("long")
  void singleTreesOfEachFunctionAreValidForBoth(int set) throws IOException {
    singleTree(set);
  }

  private void singleTree(int set) throws IOException {
    XMSSParameters parameters = XMSSParameters.lookupByOID(set);
    XMSSKeyPairGenerator generator = new XMSSKeyPairGenerator();
    generator.init(new XMSSKeyGenerationParameters(parameters, new SecureRandom()));
    AsymmetricCipherKeyPair pair = generator.generateKeyPair();
    byte[] theirKey = ((XMSSPublicKeyParameters) pair.getPublic()).getEncoded();
    XMSSSigner peer = new XMSSSigner();
    peer.init(true, pair.getPrivate());
    byte[] message = bytes(30);
    peer.update(message, 0, message.length);
    assertTrue(XmssVerifier.verify(theirKey, message, peer.generateSignature()));

    int hashBytes = XmssParameters.singleTree(set).hashBytes;
    XmssSigner signer = XmssSigner.singleTree(set, bytes(hashBytes), bytes(hashBytes));
    byte[] key = new byte[signer.publicKeyBytes()];
    signer.publicKey(key, 0);
    store.used = 777;
    byte[] signature = new byte[signer.signatureBytes()];
    signer.sign(message, new OneTimeCounter(store), this::fill, signature, 0);
    assertEquals(778, store.used);
    assertTrue(XmssVerifier.verify(key, message, signature));
    XMSSSigner verifier = new XMSSSigner();
    verifier.init(
        false, new XMSSPublicKeyParameters.Builder(parameters).withPublicKey(key).build());
    verifier.update(message, 0, message.length);
    assertTrue(verifier.verifySignature(signature));
  }

  /** Every identifier that exists has the sizes that BouncyCastle gives it. */
  @Test
  void parametersAreThePeers() {
    for (int set = 1; set <= 21; set++) {
      XMSSParameters peer = XMSSParameters.lookupByOID(set);
      XmssParameters ours = XmssParameters.singleTree(set);
      assertEquals(peer.getHeight(), ours.totalHeight);
      assertEquals(peer.getTreeDigestSize(), ours.hashBytes);
      assertEquals(peer.getLen(), ours.chains);
    }
    for (int set = 1; set <= 56; set++) {
      XMSSMTParameters peer = XMSSMTParameters.lookupByOID(set);
      XmssParameters ours = XmssParameters.multiTree(set);
      assertEquals(peer.getHeight(), ours.totalHeight);
      assertEquals(peer.getLayers(), ours.layers);
      assertEquals(peer.getTreeDigestSize(), ours.hashBytes);
    }
    for (int wrong : new int[] {-1, 0, 22, 57, Integer.MAX_VALUE}) {
      byte[] key = new byte[68];
      ByteOrder.putBigEndian32(key, 0, wrong);
      assertFalse(XmssVerifier.isPublicKey(key));
    }
    assertFalse(XmssVerifier.isPublicKey(new byte[3]));
    assertFalse(XmssVerifier.isMultiTreePublicKey(new byte[0]));
  }

  @Test
  void stateDoesNotGoBack() {
    XmssSigner signer = XmssSigner.multiTree(SHA2_20_4_256, bytes(32), bytes(32));
    OneTimeCounter counter = new OneTimeCounter(store);
    byte[] output = new byte[signer.signatureBytes()];
    signer.sign(bytes(3), counter, this::fill, output, 0);
    store.used = 0;
    Arrays.fill(output, (byte) 0);
    assertThrows(
        CryptoException.class, () -> signer.sign(bytes(3), counter, this::fill, output, 0));
    assertArrayEquals(new byte[output.length], output);
    store.used = 1 << 20;
    assertThrows(
        CryptoException.class, () -> signer.sign(bytes(3), counter, this::fill, output, 0));
    assertThrows(CryptoException.class, () -> XmssSigner.singleTree(2, new byte[32], new byte[32]));
    assertThrows(CryptoException.class, () -> XmssSigner.multiTree(2, new byte[31], new byte[32]));
  }
}
