package edgex.crypto.statefulhash;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import edgex.crypto.CryptoException;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import org.bouncycastle.crypto.params.HSSPublicKeyParameters;
import org.bouncycastle.crypto.signers.HSSSigner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Hierarchies of LMS trees that we sign with and BouncyCastle verifies. */
final class HierarchyTest {
  private static final int SHA256_M32_H5 = 5;
  private static final int SHA256_N32_W4 = 3;

  private final Random random = new Random(8554);
  private final MemoryStore store = new MemoryStore();

  private byte[] bytes(int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }

  private void fill(byte[] output, int offset, int length) {
    System.arraycopy(bytes(length), 0, output, offset, length);
  }

  private byte[] sign(HssSigner signer, byte[] message) {
    byte[] signature = new byte[signer.signatureBytes()];
    signer.sign(message, new OneTimeCounter(store), this::fill, signature, 0);
    return signature;
  }

  @ParameterizedTest
  @CsvSource({"1, 5, 3", "2, 5, 3", "3, 10, 6", "2, 15, 12", "2, 20, 14"})
  void signaturesAreValidForBoth(int levels, int treeType, int oneTimeType) throws IOException {
    HssSigner signer = new HssSigner(levels, treeType, oneTimeType, bytes(32));
    byte[] key = new byte[signer.publicKeyBytes()];
    signer.publicKey(key, 0);
    // The first and the last leaf of trees, where others come into memory.
    for (int used : new int[] {0, 1, 31, 32, 63, 64}) {
      store.used = levels == 1 ? used % 32 : used;
      byte[] message = bytes(used);
      byte[] signature = sign(signer, message);
      assertTrue(LmsVerifier.verifyHierarchy(key, message, signature));
      HSSSigner peer = new HSSSigner();
      peer.init(false, HSSPublicKeyParameters.getInstance(key));
      assertTrue(peer.verifySignature(message, signature));
      signature[random.nextInt(signature.length)] ^= 2;
      assertFalse(LmsVerifier.verifyHierarchy(key, message, signature));
    }
  }

  /** A leaf that signs the same key with another randomiser would give itself away. */
  @Test
  void upperLeavesSignOnce() {
    byte[] seed = bytes(32);
    HssSigner first = new HssSigner(2, SHA256_M32_H5, SHA256_N32_W4, seed);
    byte[] early = sign(first, bytes(5));
    store.used = 40;
    sign(first, bytes(5));
    store.used = 2;
    byte[] later = sign(new HssSigner(2, SHA256_M32_H5, SHA256_N32_W4, seed), bytes(6));
    store.used = 3;
    byte[] back = sign(first, bytes(6));
    int linkEnd = early.length - (early.length - 4 - 56) / 2;
    assertArrayEquals(Arrays.copyOf(early, linkEnd), Arrays.copyOf(later, linkEnd));
    assertArrayEquals(Arrays.copyOf(early, linkEnd), Arrays.copyOf(back, linkEnd));
  }

  @Test
  void stateDoesNotGoBack() {
    HssSigner signer = new HssSigner(2, SHA256_M32_H5, SHA256_N32_W4, bytes(32));
    OneTimeCounter counter = new OneTimeCounter(store);
    byte[] signature = new byte[signer.signatureBytes()];
    signer.sign(bytes(3), counter, this::fill, signature, 0);
    assertEquals(1, store.used);
    store.used = 0;
    byte[] output = new byte[signature.length];
    assertThrows(
        CryptoException.class, () -> signer.sign(bytes(3), counter, this::fill, output, 0));
    assertArrayEquals(new byte[signature.length], output);
    store.used = 1024;
    assertThrows(
        CryptoException.class, () -> signer.sign(bytes(3), counter, this::fill, output, 0));
    assertThrows(
        CryptoException.class, () -> new HssSigner(7, SHA256_M32_H5, SHA256_N32_W4, new byte[32]));
    assertThrows(
        CryptoException.class, () -> new HssSigner(2, SHA256_M32_H5, SHA256_N32_W4, new byte[31]));
  }
}
