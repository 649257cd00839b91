package edgex.crypto.statefulhash;

import edgex.crypto.ByteOrder;
import edgex.crypto.ConstantTime;
import edgex.crypto.CryptoException;
import java.util.Arrays;

/**
 * Verifies signatures of LMS and HSS (RFC 8554, sections 4.6, 5.4 and 6.3).
 *
 * <pre>
 *   LMS public key:  tree type | one-time type | identifier (16) | root
 *   LMS signature:   leaf | one-time type | randomiser | chains | tree type | path
 *   HSS public key:  levels | LMS public key
 *   HSS signature:   levels - 1 | (LMS signature, LMS public key that it signs) ... | LMS signature
 * </pre>
 */
public final class LmsVerifier {
  private static final int MAXIMUM_LEVELS = 8;

  private LmsVerifier() {}

  /** Whether an LMS signature is valid; anything malformed is not. */
  public static boolean verify(byte[] publicKey, byte[] message, byte[] signature) {
    try {
      LmsParameters parameters = parameters(publicKey);
      return publicKey.length == parameters.publicKeyBytes()
          && signature.length == parameters.signatureBytes()
          && verify(parameters, publicKey, message, signature);
    } catch (CryptoException | IndexOutOfBoundsException malformed) {
      return false;
    }
  }

  /** Whether bytes from outside have the form of an HSS public key. */
  public static boolean isHierarchyKey(byte[] publicKey) {
    try {
      int levels = ByteOrder.bigEndian32(publicKey, 0);
      byte[] key = Arrays.copyOfRange(publicKey, 4, publicKey.length);
      return levels >= 1
          && levels <= MAXIMUM_LEVELS
          && key.length == parameters(key).publicKeyBytes();
    } catch (CryptoException | IndexOutOfBoundsException malformed) {
      return false;
    }
  }

  /** Whether an HSS signature is valid; anything malformed is not. */
  public static boolean verifyHierarchy(byte[] publicKey, byte[] message, byte[] signature) {
    try {
      int levels = ByteOrder.bigEndian32(publicKey, 0);
      if (levels < 1
          || levels > MAXIMUM_LEVELS
          || ByteOrder.bigEndian32(signature, 0) != levels - 1) {
        return false;
      }
      byte[] key = Arrays.copyOfRange(publicKey, 4, publicKey.length);
      int next = 4;
      for (int level = 1; level < levels; level++) {
        int signatureEnd = next + parameters(key).signatureBytes();
        byte[] levelSignature = range(signature, next, signatureEnd);
        byte[] types = range(signature, signatureEnd, signatureEnd + 8);
        int keyEnd = signatureEnd + parameters(types).publicKeyBytes();
        byte[] nextKey = range(signature, signatureEnd, keyEnd);
        if (!verify(key, nextKey, levelSignature)) {
          return false;
        }
        key = nextKey;
        next = keyEnd;
      }
      return verify(key, message, range(signature, next, signature.length));
    } catch (CryptoException | IndexOutOfBoundsException malformed) {
      return false;
    }
  }

  private static byte[] range(byte[] bytes, int from, int to) {
    if (to > bytes.length) {
      throw new CryptoException("HSS signature ends too early");
    }
    return Arrays.copyOfRange(bytes, from, to);
  }

  static LmsParameters parameters(byte[] publicKey) {
    return new LmsParameters(
        ByteOrder.bigEndian32(publicKey, 0), ByteOrder.bigEndian32(publicKey, 4));
  }

  private static boolean verify(
      LmsParameters parameters, byte[] publicKey, byte[] message, byte[] signature) {
    int hashBytes = parameters.hashBytes;
    int leaf = ByteOrder.bigEndian32(signature, 0);
    int treeTypeAt = 4 + parameters.oneTimeSignatureBytes();
    if (leaf < 0
        || leaf >>> parameters.height != 0
        || ByteOrder.bigEndian32(signature, 4) != parameters.oneTimeType
        || ByteOrder.bigEndian32(signature, treeTypeAt) != parameters.treeType) {
      return false;
    }
    LmsHash hash = new LmsHash(parameters);
    hash.setIdentifier(publicKey, 8);
    hash.readMessage(leaf, signature, 8, message);
    int chainsAt = 8 + hashBytes;
    byte[] chains =
        Arrays.copyOfRange(signature, chainsAt, chainsAt + parameters.chains * hashBytes);
    int last = (1 << parameters.width) - 1;
    for (int i = 0; i < parameters.chains; i++) {
      hash.advance(leaf, i, hash.digit(i), last, chains, i * hashBytes);
    }
    byte[] node = new byte[hashBytes];
    hash.leaf(leaf, chains, node, 0);
    int number = (1 << parameters.height) + leaf;
    int path = treeTypeAt + 4;
    while (number > 1) {
      if ((number & 1) == 1) {
        hash.node(number >> 1, signature, path, node, 0, node, 0);
      } else {
        hash.node(number >> 1, node, 0, signature, path, node, 0);
      }
      number >>= 1;
      path += hashBytes;
    }
    return ConstantTime.equal(node, 0, publicKey, 24, hashBytes);
  }
}
