package edgex.crypto.statefulhash;

import edgex.crypto.ByteOrder;
import edgex.crypto.ConstantTime;
import edgex.crypto.CryptoException;
import java.util.Arrays;

/**
 * Verifies signatures of XMSS and XMSS^MT (RFC 8391, sections 4.1.10 and 4.2.5; SP 800-208).
 *
 * <pre>
 *   public key:  identifier (4) | root | public seed
 *   signature:   leaf (4; MT: as many as needed) | randomiser | (one-time signature | path) a layer
 * </pre>
 */
public final class XmssVerifier {
  private XmssVerifier() {}

  /** Whether an XMSS signature is valid; anything malformed is not. */
  public static boolean verify(byte[] publicKey, byte[] message, byte[] signature) {
    XmssParameters parameters = singleTree(publicKey);
    return parameters != null && verify(parameters, publicKey, message, signature);
  }

  /** Whether an XMSS^MT signature is valid; anything malformed is not. */
  public static boolean verifyMultiTree(byte[] publicKey, byte[] message, byte[] signature) {
    XmssParameters parameters = multiTree(publicKey);
    return parameters != null && verify(parameters, publicKey, message, signature);
  }

  /** Whether bytes from outside have the form of an XMSS public key. */
  public static boolean isPublicKey(byte[] publicKey) {
    return singleTree(publicKey) != null;
  }

  /** Whether bytes from outside have the form of an XMSS^MT public key. */
  public static boolean isMultiTreePublicKey(byte[] publicKey) {
    return multiTree(publicKey) != null;
  }

  private static XmssParameters singleTree(byte[] publicKey) {
    try {
      return ofLength(XmssParameters.singleTree(identifier(publicKey)), publicKey);
    } catch (CryptoException unknown) {
      return null;
    }
  }

  private static XmssParameters multiTree(byte[] publicKey) {
    try {
      return ofLength(XmssParameters.multiTree(identifier(publicKey)), publicKey);
    } catch (CryptoException unknown) {
      return null;
    }
  }

  private static int identifier(byte[] publicKey) {
    return publicKey.length < 4 ? 0 : ByteOrder.bigEndian32(publicKey, 0);
  }

  private static XmssParameters ofLength(XmssParameters parameters, byte[] publicKey) {
    return publicKey.length == parameters.publicKeyBytes() ? parameters : null;
  }

  private static boolean verify(
      XmssParameters parameters, byte[] publicKey, byte[] message, byte[] signature) {
    if (signature.length != parameters.signatureBytes()) {
      return false;
    }
    long index = 0;
    for (int i = 0; i < parameters.indexBytes; i++) {
      index = index << 8 | (signature[i] & 0xFF);
    }
    if (index >>> parameters.totalHeight != 0) {
      return false;
    }
    int hashBytes = parameters.hashBytes;
    XmssHash hash = new XmssHash(parameters, publicKey, 4 + hashBytes);
    byte[] node = new byte[hashBytes];
    hash.message(signature, parameters.indexBytes, publicKey, 4, index, message, node);
    int next = parameters.indexBytes + hashBytes;
    for (int layer = 0; layer < parameters.layers; layer++) {
      int leaf = (int) (index & ((1 << parameters.treeHeight) - 1));
      index >>>= parameters.treeHeight;
      hash.setTree(layer, index);
      climb(hash, leaf, signature, next, node);
      next += parameters.layerBytes();
    }
    return ConstantTime.equal(node, 0, publicKey, 4, hashBytes);
  }

  /** Algorithm 13: replaces what a tree signs by the tree's root. */
  private static void climb(XmssHash hash, int leaf, byte[] signature, int offset, byte[] node) {
    XmssParameters parameters = hash.parameters;
    int hashBytes = parameters.hashBytes;
    int path = offset + parameters.chains * hashBytes;
    byte[] chains = Arrays.copyOfRange(signature, offset, path);
    for (int i = 0; i < parameters.chains; i++) {
      hash.advance(
          leaf, i, hash.digit(node, i), XmssParameters.LARGEST_DIGIT, chains, i * hashBytes);
    }
    hash.leaf(leaf, chains, node, 0);
    for (int height = 0; height < parameters.treeHeight; height++) {
      int parent = leaf >> (height + 1);
      if ((leaf >> height & 1) == 0) {
        hash.node(height, parent, node, 0, signature, path, node, 0);
      } else {
        hash.node(height, parent, signature, path, node, 0, node, 0);
      }
      path += hashBytes;
    }
  }
}
