package edgex.crypto.statefulhash;

import edgex.crypto.ByteOrder;
import edgex.crypto.ConstantTime;
import edgex.crypto.CryptoException;
import edgex.crypto.RandomSource;
import edgex.crypto.keccak.Sponge;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * Signs with a hierarchy of LMS trees (HSS, RFC 8554, section 6): a leaf of a tree signs the public
 * key of a tree below, and only leaves at the bottom sign messages. All trees follow from one seed,
 * so the number of signatures made, which {@link OneTimeCounter} keeps, is the only state.
 *
 * <p>All levels have the same kind of tree; one of each level is in memory.
 */
public final class HssSigner {
  private static final int MAXIMUM_LEVELS = 8;

  /** The counter has 31 bits. */
  private static final int MAXIMUM_TOTAL_HEIGHT = 30;

  private static final byte[] LABEL = "EdgeX HSS tree".getBytes(StandardCharsets.US_ASCII);

  private final int levels;
  private final LmsParameters parameters;
  private final byte[] seed;
  private final LmsSigner[] trees;
  private final int[] treeNumbers;

  /** Signature of each tree's public key by the tree above, with that key behind it. */
  private final byte[][] links;

  /**
   * Computes the first tree of each level.
   *
   * @param levels from 1 to 8; heights add up to at most 30
   * @param treeType every tree's type code, such as 5 for LMS_SHA256_M32_H5
   * @param oneTimeType the one-time signatures' type code
   * @param seed 32 secret bytes or more; identifiers follow from them as well
   * @throws CryptoException if types, heights or lengths do not fit
   */
  public HssSigner(int levels, int treeType, int oneTimeType, byte[] seed) {
    parameters = new LmsParameters(treeType, oneTimeType);
    if (levels < 1
        || levels > MAXIMUM_LEVELS
        || levels * parameters.height > MAXIMUM_TOTAL_HEIGHT
        || seed.length < 32) {
      throw new CryptoException("a hierarchy that is too high, or a seed that is too short");
    }
    this.levels = levels;
    this.seed = seed.clone();
    trees = new LmsSigner[levels];
    treeNumbers = new int[levels];
    links = new byte[levels][];
    trees[0] = newTree(0, 0);
    for (int level = 1; level < levels; level++) {
      select(level, 0);
    }
  }

  /** Identifier and seed of a tree: of the hash of all that names it. */
  private LmsSigner newTree(int level, int number) {
    byte[] header = new byte[8];
    ByteOrder.putBigEndian32(header, 0, level);
    ByteOrder.putBigEndian32(header, 4, number);
    byte[] identifier = new byte[LmsParameters.IDENTIFIER_BYTES];
    byte[] treeSeed = new byte[parameters.hashBytes];
    Sponge hash = Sponge.shake(256);
    hash.update(LABEL, 0, LABEL.length);
    hash.update(header, 0, header.length);
    hash.update(seed, 0, seed.length);
    hash.squeeze(identifier, 0, identifier.length);
    hash.squeeze(treeSeed, 0, treeSeed.length);
    hash.reset();
    LmsSigner tree =
        new LmsSigner(parameters.treeType, parameters.oneTimeType, identifier, treeSeed);
    ConstantTime.wipe(treeSeed);
    return tree;
  }

  /** Makes a level's tree another one, which the leaf of its number above signs. */
  private void select(int level, int number) {
    if (trees[level] != null && treeNumbers[level] == number) {
      return;
    }
    if (trees[level] != null) {
      trees[level].wipe();
    }
    trees[level] = newTree(level, number);
    treeNumbers[level] = number;
    byte[] key = new byte[parameters.publicKeyBytes()];
    trees[level].publicKey(key, 0);
    byte[] link = new byte[parameters.signatureBytes() + key.length];
    LmsSigner above = trees[level - 1];
    above.signAgain(number & (above.leaves() - 1), key, link, 0);
    System.arraycopy(key, 0, link, parameters.signatureBytes(), key.length);
    links[level] = link;
  }

  /** Bytes of the public key. */
  public int publicKeyBytes() {
    return 4 + parameters.publicKeyBytes();
  }

  /** Bytes of a signature. */
  public int signatureBytes() {
    int linkBytes = parameters.signatureBytes() + parameters.publicKeyBytes();
    return 4 + (levels - 1) * linkBytes + parameters.signatureBytes();
  }

  /** Writes the public key. */
  public void publicKey(byte[] output, int offset) {
    Objects.checkFromIndexSize(offset, publicKeyBytes(), output.length);
    ByteOrder.putBigEndian32(output, offset, levels);
    trees[0].publicKey(output, offset + 4);
  }

  /**
   * Signs a message with the next leaf of the counter.
   *
   * @throws CryptoException from the counter; nothing is written then
   */
  public void sign(
      byte[] message, OneTimeCounter counter, RandomSource random, byte[] signature, int offset) {
    Objects.checkFromIndexSize(offset, signatureBytes(), signature.length);
    int index = counter.reserve(1 << (levels * parameters.height));
    for (int level = 1; level < levels; level++) {
      select(level, index >>> ((levels - level) * parameters.height));
    }
    ByteOrder.putBigEndian32(signature, offset, levels - 1);
    int next = offset + 4;
    for (int level = 1; level < levels; level++) {
      System.arraycopy(links[level], 0, signature, next, links[level].length);
      next += links[level].length;
    }
    random.fill(signature, next + 8, parameters.hashBytes);
    LmsSigner bottom = trees[levels - 1];
    bottom.signWith(index & (bottom.leaves() - 1), message, signature, next);
  }

  /** Forgets the seed; the object signs no more that is valid. */
  public void wipe() {
    ConstantTime.wipe(seed);
    for (LmsSigner tree : trees) {
      tree.wipe();
    }
  }
}
