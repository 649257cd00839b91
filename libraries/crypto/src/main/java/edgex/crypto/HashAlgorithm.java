package edgex.crypto;

import edgex.crypto.hash.Hash;
import edgex.crypto.hash.Sha2;
import edgex.crypto.keccak.Sponge;

/** The hash functions by name, with what pre-hash signatures need to know of them. */
public enum HashAlgorithm {
  SHA2_256("SHA2-256", 1),
  SHA2_384("SHA2-384", 2),
  SHA2_512("SHA2-512", 3),
  SHA2_224("SHA2-224", 4),
  SHA2_512_224("SHA2-512/224", 5),
  SHA2_512_256("SHA2-512/256", 6),
  SHA3_224("SHA3-224", 7),
  SHA3_256("SHA3-256", 8),
  SHA3_384("SHA3-384", 9),
  SHA3_512("SHA3-512", 10),
  SHAKE_128("SHAKE-128", 11),
  SHAKE_256("SHAKE-256", 12);

  private final String standardName;
  private final int identifier;

  HashAlgorithm(String standardName, int identifier) {
    this.standardName = standardName;
    this.identifier = identifier;
  }

  /** The name that NIST's test vectors use, for example {@code SHA2-512/256}. */
  public String standardName() {
    return standardName;
  }

  /** The last arc of the object identifier 2.16.840.1.101.3.4.2. */
  public int identifier() {
    return identifier;
  }

  /** A new hash object. */
  public Hash newHash() {
    return switch (this) {
      case SHA2_224 -> Sha2.sha224();
      case SHA2_256 -> Sha2.sha256();
      case SHA2_384 -> Sha2.sha384();
      case SHA2_512 -> Sha2.sha512();
      case SHA2_512_224 -> Sha2.sha512Truncated(224);
      case SHA2_512_256 -> Sha2.sha512Truncated(256);
      case SHA3_224 -> Sponge.sha3(224);
      case SHA3_256 -> Sponge.sha3(256);
      case SHA3_384 -> Sponge.sha3(384);
      case SHA3_512 -> Sponge.sha3(512);
      case SHAKE_128 -> Sponge.shake(128);
      case SHAKE_256 -> Sponge.shake(256);
    };
  }

  /**
   * The algorithm of a name.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static HashAlgorithm named(String name) {
    for (HashAlgorithm algorithm : values()) {
      if (algorithm.standardName.equals(name)) {
        return algorithm;
      }
    }
    throw new IllegalArgumentException("no hash function " + name);
  }
}
