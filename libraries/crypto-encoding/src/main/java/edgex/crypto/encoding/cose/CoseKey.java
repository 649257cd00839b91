package edgex.crypto.encoding.cose;

import edgex.crypto.ConstantTime;
import edgex.crypto.CryptoException;
import edgex.crypto.encoding.cbor.CborReader;
import edgex.crypto.encoding.cbor.CborWriter;
import edgex.crypto.encoding.cose.CoseAlgorithm.Family;
import edgex.crypto.encoding.key.KeyAlgorithm;
import edgex.crypto.encoding.key.PrivateKey;
import edgex.crypto.encoding.key.PublicKey;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Keys as COSE_Key (RFC 9052, section 7; RFC 9053; ML-DSA for JOSE and COSE).
 *
 * <pre>
 *   { 1: type, ? 2: identifier, 3: algorithm, -1: curve or public key, -2: x or private key, ... }
 * </pre>
 */
public final class CoseKey {
  private static final int TYPE = 1;
  private static final int IDENTIFIER = 2;
  private static final int ALGORITHM = 3;
  private static final int CURVE = -1;
  private static final int X = -2;
  private static final int Y = -3;
  private static final int D = -4;
  private static final int PUBLIC = -1;
  private static final int PRIVATE = -2;
  private static final int CURVE_P256 = 1;
  private static final int CURVE_ED25519 = 6;
  private static final int COORDINATE_BYTES = 32;

  /** First byte of an uncompressed point. */
  private static final int UNCOMPRESSED = 4;

  private CoseKey() {}

  /** A public key as CBOR. */
  public static byte[] encode(PublicKey key) {
    return encode(key, new byte[0]);
  }

  /** A private key with its public key as CBOR; the result is to be wiped by the caller. */
  public static byte[] encode(PrivateKey key) {
    byte[] seed = key.seed();
    byte[] encoded = encode(key.publicKey(), seed);
    ConstantTime.wipe(seed);
    return encoded;
  }

  /** With the private part unless it is empty. */
  private static byte[] encode(PublicKey key, byte[] secret) {
    CoseAlgorithm algorithm = CoseAlgorithm.of(key.algorithm());
    byte[] bytes = key.bytes();
    int secrets = secret.length > 0 ? 1 : 0;
    CborWriter output = new CborWriter();
    switch (algorithm.family) {
      case OCTET_PAIR -> {
        begin(output, 4 + secrets, algorithm).integer(CURVE).integer(CURVE_ED25519);
        output.integer(X).bytes(bytes);
      }
      case CURVE -> {
        begin(output, 5 + secrets, algorithm).integer(CURVE).integer(CURVE_P256);
        output.integer(X).bytes(Arrays.copyOfRange(bytes, 1, 1 + COORDINATE_BYTES));
        output.integer(Y).bytes(Arrays.copyOfRange(bytes, 1 + COORDINATE_BYTES, bytes.length));
      }
      default -> begin(output, 3 + secrets, algorithm).integer(PUBLIC).bytes(bytes);
    }
    if (secrets > 0) {
      output.integer(algorithm.family == Family.BYTES ? PRIVATE : D).bytes(secret);
    }
    return output.toBytes();
  }

  private static CborWriter begin(CborWriter output, int pairs, CoseAlgorithm algorithm) {
    output.map(pairs).integer(TYPE).integer(algorithm.family.number);
    return output.integer(ALGORITHM).integer(algorithm.number);
  }

  /** What a map of a key holds: numbers and byte strings. */
  private static final class Parts {
    final Map<Long, byte[]> bytes = new HashMap<>();
    final Map<Long, Long> numbers = new HashMap<>();

    Parts(byte[] encoded) {
      CborReader input = new CborReader(encoded);
      input.readMap(
          key -> {
            switch (input.nextKind()) {
              case BYTES -> bytes.put(key, input.readBytes());
              case UNSIGNED, NEGATIVE -> numbers.put(key, input.readInteger());
              default -> throw new CryptoException("a COSE key with a part that is no key's");
            }
          });
      input.requireEnd();
      bytes.remove((long) IDENTIFIER);
    }

    byte[] takeBytes(int key) {
      byte[] value = bytes.remove((long) key);
      if (value == null) {
        throw new CryptoException("a COSE key without its part " + key);
      }
      return value;
    }

    void takeNumber(int key, long expected) {
      Long value = numbers.remove((long) key);
      if (value == null || value != expected) {
        throw new CryptoException("a COSE key whose part " + key + " is not " + expected);
      }
    }

    void requireEnd() {
      if (!bytes.isEmpty() || !numbers.isEmpty()) {
        throw new CryptoException("a COSE key with a part that is no key's");
      }
    }
  }

  /**
   * Reads a public key.
   *
   * @throws CryptoException if it is not one, or if it is a private key
   */
  public static PublicKey decodePublic(byte[] encoded) {
    Parts parts = new Parts(encoded);
    CoseAlgorithm algorithm = takeAlgorithm(parts);
    PublicKey key = takePublic(algorithm, parts);
    parts.requireEnd();
    return key;
  }

  /**
   * Reads a private key.
   *
   * @throws CryptoException if it is not one, or if its public part is another key's
   */
  public static PrivateKey decodePrivate(byte[] encoded) {
    Parts parts = new Parts(encoded);
    CoseAlgorithm algorithm = takeAlgorithm(parts);
    PublicKey publicKey = takePublic(algorithm, parts);
    byte[] seed = parts.takeBytes(algorithm.family == Family.BYTES ? PRIVATE : D);
    parts.requireEnd();
    PrivateKey key = PrivateKey.ofSeed(algorithm.key, seed);
    ConstantTime.wipe(seed);
    if (!key.publicKey().equals(publicKey)) {
      key.wipe();
      throw new CryptoException("the public key is not that of the private key");
    }
    return key;
  }

  private static CoseAlgorithm takeAlgorithm(Parts parts) {
    Long number = parts.numbers.remove((long) ALGORITHM);
    if (number == null) {
      throw new CryptoException("a COSE key without an algorithm");
    }
    CoseAlgorithm algorithm = CoseAlgorithm.of(number);
    parts.takeNumber(TYPE, algorithm.family.number);
    return algorithm;
  }

  private static PublicKey takePublic(CoseAlgorithm algorithm, Parts parts) {
    KeyAlgorithm key = algorithm.key;
    return switch (algorithm.family) {
      case OCTET_PAIR -> {
        parts.takeNumber(CURVE, CURVE_ED25519);
        yield new PublicKey(key, parts.takeBytes(X));
      }
      case CURVE -> {
        parts.takeNumber(CURVE, CURVE_P256);
        byte[] x = parts.takeBytes(X);
        byte[] y = parts.takeBytes(Y);
        if (x.length != COORDINATE_BYTES || y.length != COORDINATE_BYTES) {
          throw new CryptoException("a coordinate of a COSE key that has not 32 bytes");
        }
        byte[] point = new byte[1 + 2 * COORDINATE_BYTES];
        point[0] = UNCOMPRESSED;
        System.arraycopy(x, 0, point, 1, COORDINATE_BYTES);
        System.arraycopy(y, 0, point, 1 + COORDINATE_BYTES, COORDINATE_BYTES);
        yield new PublicKey(key, point);
      }
      default -> new PublicKey(key, parts.takeBytes(PUBLIC));
    };
  }
}
