package edgex.crypto.statefulhash;

import edgex.crypto.ByteOrder;
import edgex.crypto.ConstantTime;
import edgex.crypto.CryptoException;
import edgex.crypto.RandomSource;
import java.util.Objects;

/**
 * Signs with one LMS key pair, made from a seed by the method of RFC 8554, appendix A. The whole
 * tree is in memory, so its height is limited to 15; it takes 2^(height + 1) nodes.
 */
public final class LmsSigner {
  /** Position of a chain's step that makes its first value from the seed. */
  private static final int SEED_STEP = 255;

  /** A number that no chain has: at most 265 of them. */
  private static final int RANDOMISER_CHAIN = 0xFFFD;

  private static final int MAXIMUM_HEIGHT = 15;

  private final LmsParameters parameters;
  private final LmsHash hash;
  private final byte[] identifier;
  private final byte[] seed;
  private final byte[] nodes;

  /**
   * Computes the tree of a key pair.
   *
   * @param treeType the tree's type code, such as 5 for LMS_SHA256_M32_H5
   * @param oneTimeType the one-time signature's type code, such as 4 for LMOTS_SHA256_N32_W8
   * @param identifier 16 bytes, different for each key pair
   * @param seed as many secret bytes as a node has
   * @throws CryptoException if types, height or lengths do not fit
   */
  public LmsSigner(int treeType, int oneTimeType, byte[] identifier, byte[] seed) {
    parameters = new LmsParameters(treeType, oneTimeType);
    if (parameters.height > MAXIMUM_HEIGHT) {
      throw new CryptoException("a tree of height " + parameters.height + " is too high to sign");
    }
    if (identifier.length != LmsParameters.IDENTIFIER_BYTES
        || seed.length != parameters.hashBytes) {
      throw new CryptoException("identifier or seed of the wrong length");
    }
    hash = new LmsHash(parameters);
    hash.setIdentifier(identifier, 0);
    this.identifier = identifier.clone();
    this.seed = seed.clone();
    nodes = new byte[(2 << parameters.height) * parameters.hashBytes];
    buildTree();
  }

  private void buildTree() {
    int hashBytes = parameters.hashBytes;
    int leaves = 1 << parameters.height;
    byte[] chains = new byte[parameters.chains * hashBytes];
    int last = (1 << parameters.width) - 1;
    for (int leaf = 0; leaf < leaves; leaf++) {
      for (int i = 0; i < parameters.chains; i++) {
        hash.step(leaf, i, SEED_STEP, seed, 0, chains, i * hashBytes);
        hash.advance(leaf, i, 0, last, chains, i * hashBytes);
      }
      hash.leaf(leaf, chains, nodes, (leaves + leaf) * hashBytes);
    }
    for (int number = leaves - 1; number >= 1; number--) {
      int left = 2 * number * hashBytes;
      hash.node(number, nodes, left, nodes, left + hashBytes, nodes, number * hashBytes);
    }
    ConstantTime.wipe(chains);
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
    ByteOrder.putBigEndian32(output, offset, parameters.treeType);
    ByteOrder.putBigEndian32(output, offset + 4, parameters.oneTimeType);
    System.arraycopy(identifier, 0, output, offset + 8, identifier.length);
    System.arraycopy(
        nodes, parameters.hashBytes, output, offset + 8 + identifier.length, parameters.hashBytes);
  }

  /** Leaves of the tree. */
  int leaves() {
    return 1 << parameters.height;
  }

  /**
   * Signs a message with the next leaf of the counter.
   *
   * @throws CryptoException from the counter; nothing is written then
   */
  public void sign(
      byte[] message, OneTimeCounter counter, RandomSource random, byte[] signature, int offset) {
    Objects.checkFromIndexSize(offset, signatureBytes(), signature.length);
    int leaf = counter.reserve(leaves());
    random.fill(signature, offset + 8, parameters.hashBytes);
    signWith(leaf, message, signature, offset);
  }

  /**
   * Signs, as often as needed, the only message that a leaf ever signs. The randomiser follows from
   * the seed, so that it is the same signature each time: two would give the leaf's key away.
   */
  void signAgain(int leaf, byte[] message, byte[] signature, int offset) {
    hash.step(leaf, RANDOMISER_CHAIN, SEED_STEP, seed, 0, signature, offset + 8);
    signWith(leaf, message, signature, offset);
  }

  /** Signs with a leaf that is used up; the randomiser is at its place already. */
  void signWith(int leaf, byte[] message, byte[] signature, int offset) {
    int hashBytes = parameters.hashBytes;
    ByteOrder.putBigEndian32(signature, offset, leaf);
    ByteOrder.putBigEndian32(signature, offset + 4, parameters.oneTimeType);
    hash.readMessage(leaf, signature, offset + 8, message);
    int next = offset + 8 + hashBytes;
    for (int i = 0; i < parameters.chains; i++) {
      hash.step(leaf, i, SEED_STEP, seed, 0, signature, next);
      hash.advance(leaf, i, 0, hash.digit(i), signature, next);
      next += hashBytes;
    }
    ByteOrder.putBigEndian32(signature, next, parameters.treeType);
    next += 4;
    int number = leaves() + leaf;
    while (number > 1) {
      System.arraycopy(nodes, (number ^ 1) * hashBytes, signature, next, hashBytes);
      next += hashBytes;
      number >>= 1;
    }
  }

  /** Forgets the seed; the object signs no more that is valid. */
  public void wipe() {
    ConstantTime.wipe(seed);
  }
}
