package edgex.crypto.statefulhash;

import edgex.crypto.ByteOrder;
import edgex.crypto.ConstantTime;
import edgex.crypto.CryptoException;
import edgex.crypto.RandomSource;
import java.util.Objects;

/**
 * Signs with an XMSS or XMSS^MT key pair (RFC 8391, sections 4.1.9 and 4.2.4) whose secrets follow
 * from a seed as SP 800-208 wants it. The number of signatures made, which {@link OneTimeCounter}
 * keeps, is the only state. One whole tree of each layer is in memory, so trees are limited to a
 * height of 10.
 */
public final class XmssSigner {
  private static final int MAXIMUM_TREE_HEIGHT = 10;

  /** The counter has 31 bits. */
  private static final int MAXIMUM_TOTAL_HEIGHT = 30;

  private final XmssParameters parameters;
  private final XmssHash hash;
  private final byte[] secretSeed;
  private final byte[] publicSeed;
  private final byte[][] nodes;
  private final int[] treeNumbers;

  /** What the top layers sign: a one-time signature and a path of each layer but the lowest. */
  private final byte[][] links;

  private XmssSigner(XmssParameters parameters, byte[] secretSeed, byte[] publicSeed) {
    this.parameters = parameters;
    if (parameters.treeHeight > MAXIMUM_TREE_HEIGHT
        || parameters.totalHeight > MAXIMUM_TOTAL_HEIGHT) {
      throw new CryptoException("XMSS trees that are too high to sign");
    }
    if (secretSeed.length != parameters.hashBytes || publicSeed.length != parameters.hashBytes) {
      throw new CryptoException("a seed of the wrong length");
    }
    this.secretSeed = secretSeed.clone();
    this.publicSeed = publicSeed.clone();
    hash = new XmssHash(parameters, publicSeed, 0);
    nodes = new byte[parameters.layers][];
    treeNumbers = new int[parameters.layers];
    links = new byte[parameters.layers][parameters.layerBytes()];
    select(0);
  }

  /**
   * A key pair with one tree.
   *
   * @param identifier the parameter set, such as 1 for XMSS-SHA2_10_256
   * @param secretSeed as many secret bytes as a node has
   * @param publicSeed as many bytes, different for each key pair
   * @throws CryptoException if the set is unknown or too high, or if a seed has a wrong length
   */
  public static XmssSigner singleTree(int identifier, byte[] secretSeed, byte[] publicSeed) {
    return new XmssSigner(XmssParameters.singleTree(identifier), secretSeed, publicSeed);
  }

  /** A key pair with layers of trees; identifiers such as 2 for XMSSMT-SHA2_20/4_256. */
  public static XmssSigner multiTree(int identifier, byte[] secretSeed, byte[] publicSeed) {
    return new XmssSigner(XmssParameters.multiTree(identifier), secretSeed, publicSeed);
  }

  /** Puts the trees of a leaf into memory, from the top. */
  private void select(int index) {
    for (int layer = parameters.layers - 1; layer >= 0; layer--) {
      int tree = (int) ((long) index >> ((layer + 1) * parameters.treeHeight));
      if (nodes[layer] != null && treeNumbers[layer] == tree) {
        continue;
      }
      nodes[layer] = buildTree(layer, tree);
      treeNumbers[layer] = tree;
      if (layer + 1 < parameters.layers) {
        int leaf = tree & ((1 << parameters.treeHeight) - 1);
        byte[] root = new byte[parameters.hashBytes];
        System.arraycopy(nodes[layer], parameters.hashBytes, root, 0, root.length);
        signOnce(layer + 1, leaf, root, links[layer + 1], 0);
      }
    }
  }

  /** Node 1 is the root, nodes 2 i and 2 i + 1 are the children of node i. */
  private byte[] buildTree(int layer, int tree) {
    int hashBytes = parameters.hashBytes;
    int leaves = 1 << parameters.treeHeight;
    byte[] made = new byte[2 * leaves * hashBytes];
    byte[] chains = new byte[parameters.chains * hashBytes];
    hash.setTree(layer, tree);
    for (int leaf = 0; leaf < leaves; leaf++) {
      for (int i = 0; i < parameters.chains; i++) {
        hash.secret(secretSeed, leaf, i, chains, i * hashBytes);
        hash.advance(leaf, i, 0, XmssParameters.LARGEST_DIGIT, chains, i * hashBytes);
      }
      hash.leaf(leaf, chains, made, (leaves + leaf) * hashBytes);
    }
    int height = 0;
    for (int count = leaves / 2; count >= 1; count /= 2) {
      for (int i = 0; i < count; i++) {
        int left = 2 * (count + i) * hashBytes;
        hash.node(height, i, made, left, made, left + hashBytes, made, (count + i) * hashBytes);
      }
      height++;
    }
    ConstantTime.wipe(chains);
    return made;
  }

  /** A layer of a signature: always the same for the same digest, so it may be made again. */
  private void signOnce(int layer, int leaf, byte[] digest, byte[] output, int offset) {
    int hashBytes = parameters.hashBytes;
    hash.setTree(layer, treeNumbers[layer]);
    int next = offset;
    for (int i = 0; i < parameters.chains; i++) {
      hash.secret(secretSeed, leaf, i, output, next);
      hash.advance(leaf, i, 0, hash.digit(digest, i), output, next);
      next += hashBytes;
    }
    int number = (1 << parameters.treeHeight) + leaf;
    while (number > 1) {
      System.arraycopy(nodes[layer], (number ^ 1) * hashBytes, output, next, hashBytes);
      next += hashBytes;
      number >>= 1;
    }
  }

  /** Bytes of the public key. */
  public int publicKeyBytes() {
    return parameters.publicKeyBytes();
  }

  /** Bytes of a signature. */
  public int signatureBytes() {
    return parameters.signatureBytes();
  }

  /** Writes the public key. */
  public void publicKey(byte[] output, int offset) {
    Objects.checkFromIndexSize(offset, publicKeyBytes(), output.length);
    int hashBytes = parameters.hashBytes;
    ByteOrder.putBigEndian32(output, offset, parameters.identifier);
    System.arraycopy(nodes[parameters.layers - 1], hashBytes, output, offset + 4, hashBytes);
    System.arraycopy(publicSeed, 0, output, offset + 4 + hashBytes, hashBytes);
  }

  /**
   * Signs a message with the next leaf of the counter.
   *
   * @throws CryptoException from the counter; nothing is written then
   */
  public void sign(
      byte[] message, OneTimeCounter counter, RandomSource random, byte[] signature, int offset) {
    Objects.checkFromIndexSize(offset, signatureBytes(), signature.length);
    int index = counter.reserve(1 << parameters.totalHeight);
    select(index);
    for (int i = 0; i < parameters.indexBytes; i++) {
      signature[offset + i] = (byte) (index >>> (8 * (parameters.indexBytes - 1 - i)));
    }
    int randomiser = offset + parameters.indexBytes;
    random.fill(signature, randomiser, parameters.hashBytes);
    byte[] digest = new byte[parameters.hashBytes];
    byte[] root = nodes[parameters.layers - 1];
    hash.message(signature, randomiser, root, parameters.hashBytes, index, message, digest);
    int next = randomiser + parameters.hashBytes;
    int leaf = index & ((1 << parameters.treeHeight) - 1);
    signOnce(0, leaf, digest, signature, next);
    for (int layer = 1; layer < parameters.layers; layer++) {
      next += parameters.layerBytes();
      System.arraycopy(links[layer], 0, signature, next, parameters.layerBytes());
    }
  }

  /** Forgets the seed; the object signs no more that is valid. */
  public void wipe() {
    ConstantTime.wipe(secretSeed);
  }
}
