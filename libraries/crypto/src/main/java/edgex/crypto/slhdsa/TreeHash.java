package edgex.crypto.slhdsa;

/**
 * Binary hash trees. A root is computed leaf by leaf with a stack that holds one node a level, and
 * the siblings on the way from one leaf to the root are kept on the way.
 */
abstract class TreeHash {
  private final int hashBytes;
  private final NodeHash hash;
  private final byte[] stack;
  private final byte[] pair;

  TreeHash(SlhDsaParameters parameters, NodeHash hash, int height) {
    this.hash = hash;
    hashBytes = parameters.hashBytes();
    stack = new byte[(height + 1) * hashBytes];
    pair = new byte[2 * hashBytes];
  }

  /** Writes a leaf. */
  abstract void leaf(int index, byte[] output, int offset);

  /** The address of the node at a height and an index counted from the tree's first leaf. */
  abstract Address nodeAddress(int height, int index);

  /**
   * Writes the root of the tree with 2^height leaves and, if {@code path} is not null, the siblings
   * between the leaf {@code pathLeaf} and the root.
   *
   * @param firstLeaf index of the first leaf, a multiple of 2^height
   */
  final void root(
      int firstLeaf, int height, int pathLeaf, byte[] path, int pathOffset, byte[] out, int to) {
    for (int i = 0; i < 1 << height; i++) {
      leaf(firstLeaf + i, pair, hashBytes);
      int level = 0;
      int index = i;
      keepSibling(level, index, pathLeaf, path, pathOffset);
      while ((index & 1) == 1) {
        System.arraycopy(stack, level * hashBytes, pair, 0, hashBytes);
        level++;
        index >>= 1;
        Address address = nodeAddress(level, (firstLeaf >> level) + index);
        hash.node(address, pair, 0, 2 * hashBytes, pair, hashBytes);
        if (level < height) {
          keepSibling(level, index, pathLeaf, path, pathOffset);
        }
      }
      System.arraycopy(pair, hashBytes, stack, level * hashBytes, hashBytes);
    }
    System.arraycopy(stack, height * hashBytes, out, to, hashBytes);
  }

  private void keepSibling(int level, int index, int pathLeaf, byte[] path, int pathOffset) {
    if (path != null && index == (pathLeaf >> level ^ 1)) {
      System.arraycopy(pair, hashBytes, path, pathOffset + level * hashBytes, hashBytes);
    }
  }

  /**
   * Replaces a leaf by the root that follows from it and its path.
   *
   * @param leaf index of the leaf, counted like {@code firstLeaf} above
   */
  final void rootOf(int leaf, int height, byte[] path, int pathOffset, byte[] node, int at) {
    for (int level = 0; level < height; level++) {
      boolean isRight = (leaf >> level & 1) == 1;
      System.arraycopy(node, at, pair, isRight ? hashBytes : 0, hashBytes);
      int sibling = pathOffset + level * hashBytes;
      System.arraycopy(path, sibling, pair, isRight ? 0 : hashBytes, hashBytes);
      Address address = nodeAddress(level + 1, leaf >> (level + 1));
      hash.node(address, pair, 0, 2 * hashBytes, node, at);
    }
  }
}
