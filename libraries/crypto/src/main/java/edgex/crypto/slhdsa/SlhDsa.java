package edgex.crypto.slhdsa;

import edgex.crypto.ConstantTime;
import edgex.crypto.CryptoException;
import edgex.crypto.HashAlgorithm;
import edgex.crypto.RandomSource;
import edgex.crypto.SignedMessage;
import edgex.crypto.primitive.RevealPrimitive;
import java.util.Objects;

/**
 * SLH-DSA (FIPS 205, sections 9 and 10) for one parameter set, with its working memory.
 *
 * <pre>
 *   private key:  secret seed | key of the randomiser | public seed | root   (n bytes each)
 *   public key:                                         public seed | root
 *   signature:    randomiser | forest | one-time signature and path of each layer
 * </pre>
 *
 * Which leaf signs follows from the message and is public; time depends on nothing else.
 */
public final class SlhDsa {
  private static final byte[] EMPTY = {};

  private final SlhDsaParameters parameters;
  private final int hashBytes;
  private final NodeHash hash;
  private final HyperTree hyperTree;
  private final Forest forest;
  private final byte[] digest;
  private final byte[] forestKey;
  private final byte[] publicKey;
  private final byte[] root;
  private long tree;
  private int leaf;

  /** Allocates all the memory that the operations need. */
  public SlhDsa(SlhDsaParameters parameters) {
    this.parameters = parameters;
    hashBytes = parameters.hashBytes();
    hash = NodeHash.of(parameters);
    hyperTree = new HyperTree(parameters, hash);
    forest = new Forest(parameters, hash);
    digest = new byte[parameters.digestBytes()];
    forestKey = new byte[hashBytes];
    publicKey = new byte[2 * hashBytes];
    root = new byte[hashBytes];
  }

  /** The parameter set. */
  public SlhDsaParameters parameters() {
    return parameters;
  }

  /** Makes a key pair from fresh random bytes. */
  public void generateKeys(RandomSource random, byte[] publicOutput, byte[] privateOutput) {
    byte[] seeds = new byte[3 * hashBytes];
    random.fill(seeds, 0, seeds.length);
    generateKeys(seeds, publicOutput, privateOutput);
    ConstantTime.wipe(seeds);
  }

  /**
   * Makes the key pair of three seeds (algorithm 18).
   *
   * @param seeds secret seed, key of the randomiser, public seed: n bytes each
   */
  public void generateKeys(byte[] seeds, byte[] publicOutput, byte[] privateOutput) {
    Objects.checkFromIndexSize(0, 3 * hashBytes, seeds.length);
    Objects.checkFromIndexSize(0, parameters.publicKeyBytes(), publicOutput.length);
    Objects.checkFromIndexSize(0, parameters.privateKeyBytes(), privateOutput.length);
    System.arraycopy(seeds, 0, privateOutput, 0, 3 * hashBytes);
    hash.setPublicSeed(seeds, 2 * hashBytes);
    hyperTree.setSecretSeed(privateOutput, 0);
    hyperTree.root(privateOutput, 3 * hashBytes);
    System.arraycopy(privateOutput, 2 * hashBytes, publicOutput, 0, 2 * hashBytes);
    hash.wipe();
  }

  /** Signs a message with fresh randomness (hedged). */
  public void sign(
      byte[] privateKey, byte[] message, byte[] context, RandomSource random, byte[] signature) {
    signHedged(privateKey, SignedMessage.purePrefix(context), message, random, signature);
  }

  /** Signs a message's digest with fresh randomness (pre-hash). */
  public void signPreHash(
      byte[] privateKey,
      HashAlgorithm algorithm,
      byte[] messageDigest,
      byte[] context,
      RandomSource random,
      byte[] signature) {
    byte[] prefix = SignedMessage.preHashPrefix(context, algorithm);
    signHedged(privateKey, prefix, messageDigest, random, signature);
  }

  private void signHedged(
      byte[] privateKey, byte[] prefix, byte[] message, RandomSource random, byte[] signature) {
    byte[] randomness = new byte[hashBytes];
    random.fill(randomness, 0, hashBytes);
    signInternal(privateKey, prefix, message, randomness, 0, signature);
  }

  /** Signs a message without randomness (deterministic). */
  public void signDeterministic(
      byte[] privateKey, byte[] message, byte[] context, byte[] signature) {
    byte[] prefix = SignedMessage.purePrefix(context);
    signInternal(privateKey, prefix, message, privateKey, 2 * hashBytes, signature);
  }

  /** Whether a signature of a message is valid. */
  public boolean verify(byte[] publicKey, byte[] message, byte[] context, byte[] signature) {
    return verifyInternal(publicKey, SignedMessage.purePrefix(context), message, signature);
  }

  /** Whether a signature of a message's digest is valid (pre-hash). */
  public boolean verifyPreHash(
      byte[] publicKey,
      HashAlgorithm algorithm,
      byte[] messageDigest,
      byte[] context,
      byte[] signature) {
    byte[] prefix = SignedMessage.preHashPrefix(context, algorithm);
    return verifyInternal(publicKey, prefix, messageDigest, signature);
  }

  /**
   * Signs what a prefix and a message make (algorithm 19): the standard's internal interface.
   *
   * @param randomness n bytes: random, or the public seed for a deterministic signature
   * @throws CryptoException if the private key has the wrong length
   */
  public void signInternal(
      byte[] privateKey,
      byte[] prefix,
      byte[] message,
      byte[] randomness,
      int randomnessOffset,
      byte[] signature) {
    if (privateKey.length != parameters.privateKeyBytes()) {
      throw new CryptoException(
          "private key of " + privateKey.length + " bytes, not " + parameters.privateKeyBytes());
    }
    Objects.checkFromIndexSize(0, parameters.signatureBytes(), signature.length);
    hash.setPublicSeed(privateKey, 2 * hashBytes);
    hyperTree.setSecretSeed(privateKey, 0);
    forest.setSecretSeed(privateKey, 0);
    System.arraycopy(privateKey, 2 * hashBytes, publicKey, 0, publicKey.length);
    hash.randomiser(
        privateKey, hashBytes, randomness, randomnessOffset, prefix, message, signature, 0);
    // The randomiser is the signature's beginning.
    RevealPrimitive.bytes(signature, 0, hashBytes);
    chooseLeaf(signature, prefix, message);
    forest.select(tree, leaf);
    forest.sign(digest, signature, hashBytes, forestKey);
    hyperTree.sign(forestKey, tree, leaf, signature, hashBytes + parameters.forestBytes());
    forest.setSecretSeed(EMPTY, 0);
    hyperTree.setSecretSeed(EMPTY, 0);
    hash.wipe();
  }

  /** Verifies what a prefix and a message make (algorithm 20): the internal interface. */
  public boolean verifyInternal(
      byte[] publicKeyInput, byte[] prefix, byte[] message, byte[] signature) {
    if (publicKeyInput.length != parameters.publicKeyBytes()
        || signature.length != parameters.signatureBytes()) {
      return false;
    }
    System.arraycopy(publicKeyInput, 0, publicKey, 0, publicKey.length);
    hash.setPublicSeed(publicKey, 0);
    chooseLeaf(signature, prefix, message);
    forest.select(tree, leaf);
    forest.publicKeyOf(digest, signature, hashBytes, forestKey);
    int layersOffset = hashBytes + parameters.forestBytes();
    hyperTree.rootOf(forestKey, tree, leaf, signature, layersOffset, root);
    return ConstantTime.equal(root, 0, publicKey, hashBytes, hashBytes);
  }

  /** Splits the digest: the forest's part first, then the tree's number, then the leaf's. */
  private void chooseLeaf(byte[] randomiser, byte[] prefix, byte[] message) {
    hash.digest(randomiser, 0, publicKey, prefix, message, digest);
    int treeBits = parameters.totalHeight() - parameters.treeHeight();
    int next = (parameters.forestTrees() * parameters.forestHeight() + 7) / 8;
    tree = 0;
    for (int i = 0; i < (treeBits + 7) / 8; i++) {
      tree = tree << 8 | (digest[next] & 0xFF);
      next++;
    }
    tree &= -1L >>> (64 - treeBits);
    leaf = 0;
    for (int i = 0; i < (parameters.treeHeight() + 7) / 8; i++) {
      leaf = leaf << 8 | (digest[next] & 0xFF);
      next++;
    }
    leaf &= (1 << parameters.treeHeight()) - 1;
  }
}
