package edgex.crypto.slhdsa;

/** The parameter sets of FIPS 205, table 2. */
public enum SlhDsaParameters {
  SHA2_128S(Family.SHA2, "128s", 16, 63, 7, 12, 14, 30),
  SHAKE_128S(Family.SHAKE, "128s", 16, 63, 7, 12, 14, 30),
  SHA2_128F(Family.SHA2, "128f", 16, 66, 22, 6, 33, 34),
  SHAKE_128F(Family.SHAKE, "128f", 16, 66, 22, 6, 33, 34),
  SHA2_192S(Family.SHA2, "192s", 24, 63, 7, 14, 17, 39),
  SHAKE_192S(Family.SHAKE, "192s", 24, 63, 7, 14, 17, 39),
  SHA2_192F(Family.SHA2, "192f", 24, 66, 22, 8, 33, 42),
  SHAKE_192F(Family.SHAKE, "192f", 24, 66, 22, 8, 33, 42),
  SHA2_256S(Family.SHA2, "256s", 32, 64, 8, 14, 22, 47),
  SHAKE_256S(Family.SHAKE, "256s", 32, 64, 8, 14, 22, 47),
  SHA2_256F(Family.SHA2, "256f", 32, 68, 17, 9, 35, 49),
  SHAKE_256F(Family.SHAKE, "256f", 32, 68, 17, 9, 35, 49);

  /** The hash functions that a set is built on. */
  enum Family {
    SHA2,
    SHAKE
  }

  /** Values of a digit of a one-time signature: w = 16. */
  static final int WINTERNITZ = 16;

  private final Family family;
  private final String suffix;
  private final int hashBytes;
  private final int totalHeight;
  private final int layers;
  private final int forestHeight;
  private final int forestTrees;
  private final int digestBytes;

  SlhDsaParameters(
      Family family,
      String suffix,
      int hashBytes,
      int totalHeight,
      int layers,
      int forestHeight,
      int forestTrees,
      int digestBytes) {
    this.family = family;
    this.suffix = suffix;
    this.hashBytes = hashBytes;
    this.totalHeight = totalHeight;
    this.layers = layers;
    this.forestHeight = forestHeight;
    this.forestTrees = forestTrees;
    this.digestBytes = digestBytes;
  }

  /** For example {@code SLH-DSA-SHA2-128s}. */
  public String standardName() {
    return "SLH-DSA-" + family + "-" + suffix;
  }

  Family family() {
    return family;
  }

  /** Bytes of a node: n. */
  public int hashBytes() {
    return hashBytes;
  }

  /** Height of the hypertree: h. */
  int totalHeight() {
    return totalHeight;
  }

  /** Layers of the hypertree: d. */
  int layers() {
    return layers;
  }

  /** Height of one tree of a layer: h'. */
  int treeHeight() {
    return totalHeight / layers;
  }

  /** Height of a tree of the forest of random subsets: a. */
  int forestHeight() {
    return forestHeight;
  }

  /** Trees of the forest: k. */
  int forestTrees() {
    return forestTrees;
  }

  /** Bytes of a message's digest: m. */
  int digestBytes() {
    return digestBytes;
  }

  /** Chains of a one-time signature: two digits a byte and three of their checksum. */
  int chains() {
    return 2 * hashBytes + 3;
  }

  /** Bytes of the forest's part of a signature. */
  int forestBytes() {
    return forestTrees * (1 + forestHeight) * hashBytes;
  }

  /** Bytes of one layer's part of a signature. */
  int layerBytes() {
    return (chains() + treeHeight()) * hashBytes;
  }

  /** Bytes of a public key: seed, root. */
  public int publicKeyBytes() {
    return 2 * hashBytes;
  }

  /** Bytes of a private key: secret seed, key of the randomiser, public key. */
  public int privateKeyBytes() {
    return 4 * hashBytes;
  }

  /** Bytes of a signature: randomiser, forest, layers. */
  public int signatureBytes() {
    return hashBytes + forestBytes() + layers * layerBytes();
  }

  /**
   * The set of a name.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static SlhDsaParameters named(String name) {
    for (SlhDsaParameters parameters : values()) {
      if (parameters.standardName().equals(name)) {
        return parameters;
      }
    }
    throw new IllegalArgumentException("no parameter set " + name);
  }
}
