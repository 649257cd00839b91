package edgex.crypto.p256;

import edgex.crypto.ConstantTime;
import edgex.crypto.CryptoException;
import edgex.crypto.KeyAgreement;
import edgex.crypto.RandomSource;
import edgex.crypto.modular.Modulus;
import edgex.crypto.primitive.RevealPrimitive;
import java.util.Arrays;
import java.util.Objects;

/**
 * Key pairs of P-256 and key agreement with them (SP 800-56A, section 5.7.1.2), in constant time.
 */
public final class EcdhP256 implements KeyAgreement {
  /** Bytes of a private key, most significant first. */
  public static final int PRIVATE_KEY_BYTES = P256Curve.NUMBER_BYTES;

  /** Bytes of a public key: 4, then x and y. */
  public static final int PUBLIC_KEY_BYTES = P256Curve.POINT_BYTES;

  private final P256Curve curve = new P256Curve();
  private final P256Point point = new P256Point();
  private final P256Point product = new P256Point();
  private final byte[] scalar = new byte[PRIVATE_KEY_BYTES];
  private final long[] number = Modulus.newNumber();

  /** Allocates all the memory that the operations need. */
  public EcdhP256() {}

  @Override
  public int privateKeyBytes() {
    return PRIVATE_KEY_BYTES;
  }

  @Override
  public int publicKeyBytes() {
    return PUBLIC_KEY_BYTES;
  }

  /** Makes a private key by rejection (FIPS 186-5, appendix A.2.2), and its public key. */
  @Override
  public void generateKeys(
      RandomSource random,
      byte[] privateKey,
      int privateOffset,
      byte[] publicKey,
      int publicOffset) {
    Objects.checkFromIndexSize(privateOffset, PRIVATE_KEY_BYTES, privateKey.length);
    do {
      random.fill(privateKey, privateOffset, PRIVATE_KEY_BYTES);
    } while (!isPrivateKey(privateKey, privateOffset));
    derivePublicKey(privateKey, privateOffset, publicKey, publicOffset);
  }

  /** Whether 32 bytes are a number from 1 to the order less one. */
  public boolean isPrivateKey(byte[] privateKey, int offset) {
    Objects.checkFromIndexSize(offset, PRIVATE_KEY_BYTES, privateKey.length);
    boolean reduced = curve.order().decode(privateKey, offset, number);
    boolean zero = Modulus.isZero(number);
    ConstantTime.wipe(number);
    // Keys and secret numbers that are refused here are not used.
    return RevealPrimitive.answer(reduced) && !RevealPrimitive.answer(zero);
  }

  /** Whether 65 bytes are a point of the curve. */
  public boolean isPublicKey(byte[] publicKey, int offset) {
    Objects.checkFromIndexSize(offset, PUBLIC_KEY_BYTES, publicKey.length);
    return curve.decode(publicKey, offset, point);
  }

  /**
   * Writes the public key of a private key.
   *
   * @throws CryptoException if the private key is 0 or not below the order; the output is zeroed
   */
  @Override
  public void derivePublicKey(
      byte[] privateKey, int privateOffset, byte[] publicKey, int publicOffset) {
    Objects.checkFromIndexSize(publicOffset, PUBLIC_KEY_BYTES, publicKey.length);
    requirePrivateKey(privateKey, privateOffset, publicKey, publicOffset, PUBLIC_KEY_BYTES);
    multiply(privateKey, privateOffset, curve.base());
    curve.encode(product, publicKey, publicOffset);
    product.wipe();
  }

  /**
   * Writes the shared secret of a private key and somebody's public key.
   *
   * @throws CryptoException if the public key is not on the curve, or the private key is 0 or not
   *     below the order; the output is zeroed
   */
  @Override
  public void agree(
      byte[] privateKey,
      int privateOffset,
      byte[] publicKey,
      int publicOffset,
      byte[] secret,
      int secretOffset) {
    Objects.checkFromIndexSize(secretOffset, SECRET_BYTES, secret.length);
    requirePrivateKey(privateKey, privateOffset, secret, secretOffset, SECRET_BYTES);
    if (!isPublicKey(publicKey, publicOffset)) {
      Arrays.fill(secret, secretOffset, secretOffset + SECRET_BYTES, (byte) 0);
      throw new CryptoException("public key that is no point of P-256");
    }
    multiply(privateKey, privateOffset, point);
    curve.encodeX(product, secret, secretOffset);
    product.wipe();
  }

  private void requirePrivateKey(
      byte[] privateKey, int privateOffset, byte[] output, int outputOffset, int outputBytes) {
    if (!isPrivateKey(privateKey, privateOffset)) {
      Arrays.fill(output, outputOffset, outputOffset + outputBytes, (byte) 0);
      throw new CryptoException("private key that is 0 or not below the order of P-256");
    }
  }

  private void multiply(byte[] privateKey, int offset, P256Point factor) {
    System.arraycopy(privateKey, offset, scalar, 0, PRIVATE_KEY_BYTES);
    curve.multiply(scalar, factor, product);
    ConstantTime.wipe(scalar);
  }
}
