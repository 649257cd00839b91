package edgex.crypto.slhdsa;

import edgex.crypto.primitive.RevealPrimitive;

/**
 * The tree of trees (FIPS 205, sections 6 and 7): the leaves of each tree are public keys of
 * one-time signatures, which sign the root of the tree below.
 */
final class HyperTree extends TreeHash {
  private final int hashBytes;
  private final int layers;
  private final int height;
  private final int layerBytes;
  private final int pathOffset;
  private final OneTimeSignature oneTime;
  private final Address address = new Address();
  private final byte[] node;
  private byte[] secretSeed;
  private int seedOffset;
  private int layer;
  private long tree;

  HyperTree(SlhDsaParameters parameters, NodeHash hash) {
    super(parameters, hash, parameters.treeHeight());
    hashBytes = parameters.hashBytes();
    layers = parameters.layers();
    height = parameters.treeHeight();
    layerBytes = parameters.layerBytes();
    pathOffset = parameters.chains() * hashBytes;
    oneTime = new OneTimeSignature(parameters, hash);
    node = new byte[hashBytes];
  }

  /** Sets the secret seed, which must stay where it is. */
  void setSecretSeed(byte[] seed, int offset) {
    secretSeed = seed;
    seedOffset = offset;
  }

  @Override
  void leaf(int index, byte[] output, int offset) {
    oneTime.select(layer, tree, index);
    oneTime.publicKey(secretSeed, seedOffset, output, offset);
  }

  @Override
  Address nodeAddress(int level, int index) {
    address.setHeight(level);
    address.setIndex(index);
    return address;
  }

  private void select(int selectedLayer, long selectedTree) {
    layer = selectedLayer;
    tree = selectedTree;
    address.setLayer(layer);
    address.setTree(tree);
    address.setKeyPair(0);
    address.setType(Address.TREE);
  }

  /** Writes the root of the whole, which is the root of the one tree in the highest layer. */
  void root(byte[] output, int offset) {
    select(layers - 1, 0);
    root(0, height, 0, null, 0, output, offset);
  }

  /** Algorithm 12: signs a node with the leaf of a tree of the lowest layer. */
  void sign(byte[] message, long firstTree, int firstLeaf, byte[] signature, int offset) {
    System.arraycopy(message, 0, node, 0, hashBytes);
    long currentTree = firstTree;
    int leaf = firstLeaf;
    for (int i = 0; i < layers; i++) {
      int at = offset + i * layerBytes;
      select(i, currentTree);
      oneTime.select(i, currentTree, leaf);
      // A root, or the forest's key: verifiers compute it from the signature.
      RevealPrimitive.bytes(node, 0, hashBytes);
      oneTime.sign(node, 0, secretSeed, seedOffset, signature, at);
      root(0, height, leaf, signature, at + pathOffset, node, 0);
      leaf = (int) currentTree & ((1 << height) - 1);
      currentTree >>>= height;
    }
  }

  /** Algorithm 13: writes the root that a signature of a node belongs to. */
  void rootOf(
      byte[] message, long firstTree, int firstLeaf, byte[] signature, int offset, byte[] output) {
    System.arraycopy(message, 0, node, 0, hashBytes);
    long currentTree = firstTree;
    int leaf = firstLeaf;
    for (int i = 0; i < layers; i++) {
      int at = offset + i * layerBytes;
      select(i, currentTree);
      oneTime.select(i, currentTree, leaf);
      oneTime.publicKeyOf(signature, at, node, 0, node, 0);
      rootOf(leaf, height, signature, at + pathOffset, node, 0);
      leaf = (int) currentTree & ((1 << height) - 1);
      currentTree >>>= height;
    }
    System.arraycopy(node, 0, output, 0, hashBytes);
  }
}
