package edgex.crypto.statefulhash;

import edgex.crypto.CryptoException;
import edgex.crypto.hash.Hash;
import edgex.crypto.hash.Sha2;
import edgex.crypto.keccak.Sponge;

/**
 * The parameters behind the two type codes of an LMS key (SP 800-208, tables 2 to 9). Codes count
 * up in blocks of five tree heights or four widths of digits: SHA-256 with 32 and with 24 bytes,
 * SHAKE256 with 32 and with 24 bytes.
 */
final class LmsParameters {
  /** Bytes of a key pair's identifier. */
  static final int IDENTIFIER_BYTES = 16;

  private static final int FIRST_TREE_TYPE = 5;
  private static final int TREE_TYPES = 20;
  private static final int HEIGHTS = 5;
  private static final int FIRST_ONE_TIME_TYPE = 1;
  private static final int ONE_TIME_TYPES = 16;
  private static final int WIDTHS = 4;

  final int treeType;
  final int oneTimeType;

  /** Bytes of a node: n of the one-time signature, m of the tree. */
  final int hashBytes;

  /** Height of the tree: h. */
  final int height;

  /** Bits of a digit: w. */
  final int width;

  /** Chains of a one-time signature: p. */
  final int chains;

  /** How far the checksum is shifted to the left in its 16 bits: ls. */
  final int checksumShift;

  private final boolean isShake;

  /**
   * Finds the parameters of two codes.
   *
   * @throws CryptoException if a code is unknown, or the two want different hash functions
   */
  LmsParameters(int treeType, int oneTimeType) {
    int tree = treeType - FIRST_TREE_TYPE;
    int oneTime = oneTimeType - FIRST_ONE_TIME_TYPE;
    if (tree < 0 || tree >= TREE_TYPES || oneTime < 0 || oneTime >= ONE_TIME_TYPES) {
      throw new CryptoException("unknown LMS types " + treeType + " and " + oneTimeType);
    }
    if (tree / HEIGHTS != oneTime / WIDTHS) {
      throw new CryptoException(
          "LMS types " + treeType + " and " + oneTimeType + " of different hash functions");
    }
    this.treeType = treeType;
    this.oneTimeType = oneTimeType;
    int function = tree / HEIGHTS;
    isShake = function >= 2;
    hashBytes = (function & 1) == 0 ? 32 : 24;
    height = 5 * (tree % HEIGHTS + 1);
    width = 1 << oneTime % WIDTHS;
    // RFC 8554, appendix B: digits of the message, and of the largest checksum.
    int digits = 8 * hashBytes / width;
    int checksumBits = 32 - Integer.numberOfLeadingZeros(digits * ((1 << width) - 1));
    int checksumDigits = (checksumBits + width - 1) / width;
    chains = digits + checksumDigits;
    checksumShift = 16 - checksumDigits * width;
  }

  /** A new hash object; its output is cut to {@link #hashBytes}. */
  Hash newHash() {
    return isShake ? Sponge.shake(256) : Sha2.sha256();
  }

  int publicKeyBytes() {
    return 8 + IDENTIFIER_BYTES + hashBytes;
  }

  int oneTimeSignatureBytes() {
    return 4 + hashBytes * (chains + 1);
  }

  int signatureBytes() {
    return 4 + oneTimeSignatureBytes() + 4 + height * hashBytes;
  }
}
