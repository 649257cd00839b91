package edgex.crypto.p256;

import edgex.crypto.CryptoException;
import java.util.Arrays;

/**
 * The encoding of ECDSA signatures in certificates and protocols (RFC 3279, section 2.2.3): a DER
 * sequence of two integers. Only canonical encodings are read.
 */
public final class EcdsaDer {
  private static final int SEQUENCE = 0x30;
  private static final int INTEGER = 0x02;
  private static final int NUMBER_BYTES = P256Curve.NUMBER_BYTES;

  private EcdsaDer() {}

  /** The encoding of r and s, 32 bytes each. */
  public static byte[] encode(byte[] signature) {
    byte[] r = integer(signature, 0);
    byte[] s = integer(signature, NUMBER_BYTES);
    byte[] encoded = new byte[2 + r.length + s.length];
    encoded[0] = SEQUENCE;
    encoded[1] = (byte) (r.length + s.length);
    System.arraycopy(r, 0, encoded, 2, r.length);
    System.arraycopy(s, 0, encoded, 2 + r.length, s.length);
    return encoded;
  }

  private static byte[] integer(byte[] number, int offset) {
    int first = offset;
    int end = offset + NUMBER_BYTES;
    while (first < end - 1 && number[first] == 0) {
      first++;
    }
    int sign = number[first] < 0 ? 1 : 0;
    byte[] encoded = new byte[2 + sign + end - first];
    encoded[0] = INTEGER;
    encoded[1] = (byte) (sign + end - first);
    System.arraycopy(number, first, encoded, 2 + sign, end - first);
    return encoded;
  }

  /**
   * Reads r and s.
   *
   * @throws CryptoException if the encoding is not canonical, or a number is negative or too long
   */
  public static byte[] decode(byte[] encoded) {
    byte[] signature = new byte[2 * NUMBER_BYTES];
    if (encoded.length < 2 || encoded[0] != SEQUENCE || encoded[1] != encoded.length - 2) {
      throw new CryptoException("signature that is no DER sequence of its length");
    }
    int next = readInteger(encoded, 2, signature, 0);
    next = readInteger(encoded, next, signature, NUMBER_BYTES);
    if (next != encoded.length) {
      throw new CryptoException("signature with bytes behind its two integers");
    }
    return signature;
  }

  private static int readInteger(byte[] encoded, int at, byte[] signature, int offset) {
    if (at + 3 > encoded.length || encoded[at] != INTEGER) {
      throw new CryptoException("signature without two DER integers");
    }
    int length = encoded[at + 1];
    int first = at + 2;
    if (length < 1 || first + length > encoded.length || encoded[first] < 0) {
      throw new CryptoException("signature with an integer that is negative or has no such length");
    }
    if (length > 1 && encoded[first] == 0 && encoded[first + 1] >= 0) {
      throw new CryptoException("signature with an integer that begins with needless zeros");
    }
    int skipped = encoded[first] == 0 ? 1 : 0;
    if (length - skipped > NUMBER_BYTES) {
      throw new CryptoException("signature with an integer of more than 32 bytes");
    }
    int target = offset + NUMBER_BYTES - (length - skipped);
    Arrays.fill(signature, offset, target, (byte) 0);
    System.arraycopy(encoded, first + skipped, signature, target, length - skipped);
    return first + length;
  }
}
