package edgex.crypto.slhdsa;

/**
 * FORS, the forest of random subsets (FIPS 205, section 8): a digest chooses one leaf of each of k
 * trees, whose secret values are the signature. Leaves and nodes are numbered through the forest.
 */
final class Forest extends TreeHash {
  private final int hashBytes;
  private final int trees;
  private final int height;
  private final NodeHash hash;
  private final Address address = new Address();
  private final byte[] roots;
  private byte[] secretSeed;
  private int seedOffset;

  Forest(SlhDsaParameters parameters, NodeHash hash) {
    super(parameters, hash, parameters.forestHeight());
    this.hash = hash;
    hashBytes = parameters.hashBytes();
    trees = parameters.forestTrees();
    height = parameters.forestHeight();
    roots = new byte[trees * hashBytes];
  }

  /** Sets the secret seed, which must stay where it is. */
  void setSecretSeed(byte[] seed, int offset) {
    secretSeed = seed;
    seedOffset = offset;
  }

  /** Chooses the forest under a leaf of the hypertree. */
  void select(long tree, int keyPair) {
    address.setLayer(0);
    address.setTree(tree);
    address.setKeyPair(keyPair);
  }

  @Override
  void leaf(int index, byte[] output, int offset) {
    secret(index, output, offset);
    hash.shortNode(nodeAddress(0, index), output, offset, output, offset);
  }

  private void secret(int index, byte[] output, int offset) {
    address.setType(Address.FOREST_SECRET);
    address.setIndex(index);
    hash.secret(address, secretSeed, seedOffset, output, offset);
  }

  @Override
  Address nodeAddress(int level, int index) {
    address.setType(Address.FOREST_TREE);
    address.setHeight(level);
    address.setIndex(index);
    return address;
  }

  /** Algorithm 16, which also gives the forest's public key. */
  void sign(byte[] digest, byte[] signature, int offset, byte[] publicKey) {
    int treeBytes = (1 + height) * hashBytes;
    for (int i = 0; i < trees; i++) {
      int first = i << height;
      int chosen = leafIndex(digest, i);
      int at = offset + i * treeBytes;
      secret(first + chosen, signature, at);
      root(first, height, chosen, signature, at + hashBytes, roots, i * hashBytes);
    }
    compressRoots(publicKey);
  }

  /** Algorithm 17: writes the forest's public key that a signature of a digest belongs to. */
  void publicKeyOf(byte[] digest, byte[] signature, int offset, byte[] publicKey) {
    int treeBytes = (1 + height) * hashBytes;
    for (int i = 0; i < trees; i++) {
      int leaf = (i << height) + leafIndex(digest, i);
      int at = offset + i * treeBytes;
      hash.shortNode(nodeAddress(0, leaf), signature, at, roots, i * hashBytes);
      rootOf(leaf, height, signature, at + hashBytes, roots, i * hashBytes);
    }
    compressRoots(publicKey);
  }

  private void compressRoots(byte[] publicKey) {
    address.setType(Address.FOREST_ROOTS);
    hash.node(address, roots, 0, roots.length, publicKey, 0);
  }

  /**
   * Number {@code tree} of the digest's groups of {@code height} bits, most significant bit first.
   */
  private int leafIndex(byte[] digest, int tree) {
    int index = 0;
    for (int bit = tree * height; bit < (tree + 1) * height; bit++) {
      index = index << 1 | (digest[bit / 8] >> (7 - bit % 8) & 1);
    }
    return index;
  }
}
