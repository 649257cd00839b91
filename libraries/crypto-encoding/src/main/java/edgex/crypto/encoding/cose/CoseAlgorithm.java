package edgex.crypto.encoding.cose;

import edgex.crypto.CryptoException;
import edgex.crypto.encoding.key.KeyAlgorithm;

/**
 * Algorithms by their numbers in IANA's registry "COSE Algorithms". The two curves have a number
 * that names the curve as well (RFC 9864), which is written, and an older one, which is read, too.
 */
enum CoseAlgorithm {
  ML_DSA_44(KeyAlgorithm.ML_DSA_44, -48, -48, Family.BYTES),
  ML_DSA_65(KeyAlgorithm.ML_DSA_65, -49, -49, Family.BYTES),
  ML_DSA_87(KeyAlgorithm.ML_DSA_87, -50, -50, Family.BYTES),
  ED25519(KeyAlgorithm.ED25519, -19, -8, Family.OCTET_PAIR),
  P_256(KeyAlgorithm.P_256, -9, -7, Family.CURVE),
  HSS(KeyAlgorithm.HSS, -46, -46, Family.HASH_TREES);

  /** Key types: how the parts of a key are named. */
  enum Family {
    /** OKP: curve -1, x -2, d -4. */
    OCTET_PAIR(1),
    /** EC2: curve -1, x -2, y -3, d -4. */
    CURVE(2),
    /** HSS-LMS: public key -1. */
    HASH_TREES(5),
    /** AKP: public key -1, private key -2. */
    BYTES(7);

    final int number;

    Family(int number) {
      this.number = number;
    }
  }

  final KeyAlgorithm key;
  final int number;
  final Family family;
  private final int olderNumber;

  CoseAlgorithm(KeyAlgorithm key, int number, int olderNumber, Family family) {
    this.key = key;
    this.number = number;
    this.olderNumber = olderNumber;
    this.family = family;
  }

  static CoseAlgorithm of(KeyAlgorithm key) {
    for (CoseAlgorithm algorithm : values()) {
      if (algorithm.key == key) {
        return algorithm;
      }
    }
    throw new CryptoException("COSE has no number for " + key.standardName());
  }

  static CoseAlgorithm of(long number) {
    for (CoseAlgorithm algorithm : values()) {
      if (algorithm.number == number || algorithm.olderNumber == number) {
        return algorithm;
      }
    }
    throw new CryptoException("the COSE algorithm " + number + " is not supported");
  }
}
