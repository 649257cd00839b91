package edgex.crypto.statefulhash;

import edgex.crypto.CryptoException;
import edgex.crypto.hash.Hash;
import edgex.crypto.hash.Sha2;
import edgex.crypto.keccak.Sponge;

/**
 * The parameters behind the identifier of an XMSS or XMSS^MT key (RFC 8391, section 5; SP 800-208,
 * tables 10 to 17). Identifiers count up in blocks of one hash function: three heights of XMSS,
 * eight pairs of height and layers of XMSS^MT.
 */
final class XmssParameters {
  /** Digits have four bits: w = 16. */
  static final int LARGEST_DIGIT = 15;

  private static final int[] HEIGHTS = {10, 16, 20};
  private static final int[] TOTAL_HEIGHTS = {20, 20, 40, 40, 40, 60, 60, 60};
  private static final int[] LAYERS = {2, 4, 2, 4, 8, 3, 6, 12};

  /** The blocks, in their order. */
  private enum Function {
    SHA2_256(32, 32),
    SHA2_512(64, 64),
    SHAKE128_256(32, 32),
    SHAKE256_512(64, 64),
    SHA2_192(24, 4),
    SHAKE256_256(32, 32),
    SHAKE256_192(24, 4);

    final int bytes;

    /** Bytes of the number in front of what is hashed. */
    final int prefixBytes;

    Function(int bytes, int prefixBytes) {
      this.bytes = bytes;
      this.prefixBytes = prefixBytes;
    }
  }

  private static final Function[] FUNCTIONS = Function.values();

  private final Function function;

  /** The identifier in the public key. */
  final int identifier;

  /** Bytes of a node: n. */
  final int hashBytes;

  /** Bytes of the number that keeps hashes of different kinds apart. */
  final int prefixBytes;

  /** Chains of a one-time signature: two digits a byte, three of the checksum. */
  final int chains;

  /** Height of all trees together: h. */
  final int totalHeight;

  /** Layers of trees: d. */
  final int layers;

  /** Height of one tree. */
  final int treeHeight;

  /** Bytes of the leaf's number in a signature. */
  final int indexBytes;

  private XmssParameters(int identifier, int block, int totalHeight, int layers, int indexBytes) {
    function = FUNCTIONS[block];
    this.identifier = identifier;
    hashBytes = function.bytes;
    prefixBytes = function.prefixBytes;
    chains = 2 * hashBytes + 3;
    this.totalHeight = totalHeight;
    this.layers = layers;
    treeHeight = totalHeight / layers;
    this.indexBytes = indexBytes;
  }

  /**
   * The parameters of a single tree.
   *
   * @throws CryptoException if there is no such identifier
   */
  static XmssParameters singleTree(int identifier) {
    int index = identifier - 1;
    requireKnown(identifier, HEIGHTS.length);
    int height = HEIGHTS[index % HEIGHTS.length];
    return new XmssParameters(identifier, index / HEIGHTS.length, height, 1, 4);
  }

  /**
   * The parameters of several layers of trees.
   *
   * @throws CryptoException if there is no such identifier
   */
  static XmssParameters multiTree(int identifier) {
    int index = identifier - 1;
    requireKnown(identifier, LAYERS.length);
    int height = TOTAL_HEIGHTS[index % LAYERS.length];
    int layers = LAYERS[index % LAYERS.length];
    return new XmssParameters(identifier, index / LAYERS.length, height, layers, (height + 7) / 8);
  }

  private static void requireKnown(int identifier, int blockLength) {
    if (identifier < 1 || identifier > FUNCTIONS.length * blockLength) {
      throw new CryptoException("there is no XMSS parameter set " + identifier);
    }
  }

  /** A new hash object; its output is cut to {@link #hashBytes}. */
  Hash newHash() {
    return switch (function) {
      case SHA2_256, SHA2_192 -> Sha2.sha256();
      case SHA2_512 -> Sha2.sha512();
      case SHAKE128_256 -> Sponge.shake(128);
      case SHAKE256_512, SHAKE256_256, SHAKE256_192 -> Sponge.shake(256);
    };
  }

  /** Identifier, root, public seed. */
  int publicKeyBytes() {
    return 4 + 2 * hashBytes;
  }

  /** One layer of a signature: the one-time signature and the path. */
  int layerBytes() {
    return (chains + treeHeight) * hashBytes;
  }

  int signatureBytes() {
    return indexBytes + hashBytes + layers * layerBytes();
  }
}
