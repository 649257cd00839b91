package edgex.crypto.p256;

import static edgex.crypto.p256.P256Curve.NUMBER_BYTES;

import edgex.crypto.ConstantTime;
import edgex.crypto.CryptoException;
import edgex.crypto.RandomSource;
import edgex.crypto.hash.Sha2;
import edgex.crypto.modular.Modulus;
import edgex.crypto.primitive.RevealPrimitive;
import edgex.crypto.random.HmacDrbg;
import java.util.Arrays;
import java.util.Objects;

/**
 * ECDSA with P-256 (FIPS 186-5, section 6) over digests. The secret number of a signature comes
 * from key and digest (RFC 6979), with random bytes added where there are some: a bad random
 * generator cannot give the key away. Signing is in constant time.
 */
public final class EcdsaP256 {
  /** Bytes of a signature: r, then s, most significant byte first; {@link EcdsaDer} has DER. */
  public static final int SIGNATURE_BYTES = 2 * NUMBER_BYTES;

  private static final byte[] NOTHING = {};

  private final P256Curve curve = new P256Curve();
  private final Modulus order = curve.order();
  private final EcdhP256 keys = new EcdhP256();
  private final HmacDrbg nonces = new HmacDrbg(Sha2.sha256());
  private final P256Point key = new P256Point();
  private final P256Point point = new P256Point();
  private final P256Point product = new P256Point();
  private final byte[] number = new byte[NUMBER_BYTES];
  private final byte[] reducedDigest = new byte[NUMBER_BYTES];
  private final long[] hash = Modulus.newNumber();
  private final long[] r = Modulus.newNumber();
  private final long[] s = Modulus.newNumber();
  private final long[] nonce = Modulus.newNumber();

  /** Allocates all the memory that the operations need. */
  public EcdsaP256() {}

  /**
   * Signs a digest with fresh randomness.
   *
   * @param digest at least 32 bytes; what is longer is cut, as the standard wants
   * @throws CryptoException if the private key is 0 or not below the order; the output is zeroed
   */
  public void sign(
      byte[] privateKey, byte[] digest, RandomSource random, byte[] signature, int offset) {
    byte[] additional = new byte[NUMBER_BYTES];
    random.fill(additional, 0, additional.length);
    sign(privateKey, digest, additional, signature, offset);
    ConstantTime.wipe(additional);
  }

  /** Signs a digest deterministically: see above. */
  public void signDeterministic(byte[] privateKey, byte[] digest, byte[] signature, int offset) {
    sign(privateKey, digest, NOTHING, signature, offset);
  }

  private void sign(
      byte[] privateKey, byte[] digest, byte[] additional, byte[] signature, int offset) {
    Objects.checkFromIndexSize(offset, SIGNATURE_BYTES, signature.length);
    requireDigest(digest);
    if (privateKey.length != NUMBER_BYTES || !keys.isPrivateKey(privateKey, 0)) {
      Arrays.fill(signature, offset, offset + SIGNATURE_BYTES, (byte) 0);
      throw new CryptoException("private key that is no number below the order of P-256");
    }
    order.decode(digest, 0, hash);
    order.encode(hash, reducedDigest, 0);
    nonces.instantiate(privateKey, reducedDigest, additional);
    boolean done = false;
    while (!done) {
      nonces.generate(number, 0, NUMBER_BYTES);
      done = keys.isPrivateKey(number, 0) && attempt(privateKey);
    }
    order.encode(r, signature, offset);
    order.encode(s, signature, offset + NUMBER_BYTES);
    wipe();
  }

  /** Whether r and s, from the secret number, are not 0, which never happens. */
  private boolean attempt(byte[] privateKey) {
    curve.multiply(number, curve.base(), point);
    order.decode(number, 0, nonce);
    curve.encodeX(point, number, 0);
    order.decode(number, 0, r);
    order.invert(nonce, nonce);
    order.decode(privateKey, 0, s);
    order.multiply(s, s, r);
    order.add(s, s, hash);
    order.multiply(s, s, nonce);
    // A signature with a zero in it is refused by everybody, and not written.
    return !RevealPrimitive.answer(Modulus.isZero(r)) && !RevealPrimitive.answer(Modulus.isZero(s));
  }

  /**
   * Whether a signature of a digest is valid; false too if the public key is no point of the curve.
   *
   * @param digest at least 32 bytes
   * @param signature r, then s
   */
  public boolean verify(byte[] publicKey, byte[] digest, byte[] signature) {
    requireDigest(digest);
    if (publicKey.length != P256Curve.POINT_BYTES
        || signature.length != SIGNATURE_BYTES
        || !curve.decode(publicKey, 0, key)
        || !keys.isPrivateKey(signature, 0)
        || !keys.isPrivateKey(signature, NUMBER_BYTES)) {
      return false;
    }
    order.decode(digest, 0, hash);
    order.decode(signature, 0, r);
    order.decode(signature, NUMBER_BYTES, s);
    order.invert(s, s);
    order.multiply(hash, hash, s);
    order.encode(hash, number, 0);
    curve.multiply(number, curve.base(), point);
    order.multiply(s, s, r);
    order.encode(s, number, 0);
    curve.multiply(number, key, product);
    curve.add(point, product);
    if (P256Curve.isNeutral(point)) {
      return false;
    }
    curve.encodeX(point, number, 0);
    order.decode(number, 0, s);
    return Modulus.areEqual(r, s);
  }

  private static void requireDigest(byte[] digest) {
    if (digest.length < NUMBER_BYTES) {
      throw new IllegalArgumentException(
          "a digest of " + digest.length + " bytes is too short for P-256");
    }
  }

  private void wipe() {
    nonces.wipe();
    point.wipe();
    ConstantTime.wipe(number);
    ConstantTime.wipe(nonce);
    ConstantTime.wipe(s);
  }
}
