package edgex.crypto.curve25519;

import static edgex.crypto.primitive.Curve25519Primitive.LIMBS;

import edgex.crypto.ConstantTime;
import edgex.crypto.CryptoException;
import edgex.crypto.KeyAgreement;
import edgex.crypto.RandomSource;
import edgex.crypto.primitive.Curve25519Primitive;
import edgex.crypto.primitive.RevealPrimitive;
import java.util.Arrays;
import java.util.Objects;

/** X25519 (RFC 7748, section 5): key agreement with the Montgomery ladder, in constant time. */
public final class X25519 implements KeyAgreement {
  /** Bytes of a private key, a public key and a shared secret. */
  public static final int KEY_BYTES = 32;

  private static final int BASE_POINT = 9;

  /** (486662 - 2) / 4, from the curve's equation. */
  private static final int LADDER_FACTOR = 121665;

  private final byte[] scalar = new byte[KEY_BYTES];
  private final byte[] basePoint = new byte[KEY_BYTES];
  private final FieldPowers powers = new FieldPowers();
  private final int[] point = new int[LIMBS];

  /** Two points (x : z) of the ladder, and what a step needs. */
  private final int[] x2 = new int[LIMBS];

  private final int[] z2 = new int[LIMBS];
  private final int[] x3 = new int[LIMBS];
  private final int[] z3 = new int[LIMBS];
  private final int[] a = new int[LIMBS];
  private final int[] b = new int[LIMBS];
  private final int[] c = new int[LIMBS];
  private final int[] d = new int[LIMBS];

  /** Allocates all the memory that the operations need. */
  public X25519() {
    basePoint[0] = BASE_POINT;
  }

  @Override
  public int privateKeyBytes() {
    return KEY_BYTES;
  }

  @Override
  public int publicKeyBytes() {
    return KEY_BYTES;
  }

  /** Makes a private key, any 32 random bytes, and its public key. */
  @Override
  public void generateKeys(
      RandomSource random,
      byte[] privateKey,
      int privateOffset,
      byte[] publicKey,
      int publicOffset) {
    Objects.checkFromIndexSize(privateOffset, KEY_BYTES, privateKey.length);
    random.fill(privateKey, privateOffset, KEY_BYTES);
    derivePublicKey(privateKey, privateOffset, publicKey, publicOffset);
  }

  /** Writes the public key of a private key. */
  @Override
  public void derivePublicKey(
      byte[] privateKey, int privateOffset, byte[] publicKey, int publicOffset) {
    Objects.checkFromIndexSize(publicOffset, KEY_BYTES, publicKey.length);
    multiply(privateKey, privateOffset, basePoint, 0, publicKey, publicOffset);
  }

  /**
   * Writes the shared secret of a private key and somebody's public key. A public key need not be
   * reduced, and its highest bit does not count, as the RFC wants.
   *
   * @throws CryptoException if the public key is of small order, so that the secret is all zero and
   *     known to everybody (section 6.1); the output is zeroed
   */
  @Override
  public void agree(
      byte[] privateKey,
      int privateOffset,
      byte[] publicKey,
      int publicOffset,
      byte[] secret,
      int secretOffset) {
    Objects.checkFromIndexSize(publicOffset, KEY_BYTES, publicKey.length);
    Objects.checkFromIndexSize(secretOffset, KEY_BYTES, secret.length);
    multiply(privateKey, privateOffset, publicKey, publicOffset, secret, secretOffset);
    int bits = 0;
    for (int i = 0; i < KEY_BYTES; i++) {
      bits |= secret[secretOffset + i];
    }
    // Depends on the public key alone: it is of small order or it is not.
    if (RevealPrimitive.answer(bits == 0)) {
      throw new CryptoException("public key of small order: the shared secret would be zero");
    }
  }

  private void multiply(
      byte[] privateKey, int privateOffset, byte[] u, int uOffset, byte[] output, int at) {
    Objects.checkFromIndexSize(privateOffset, KEY_BYTES, privateKey.length);
    System.arraycopy(privateKey, privateOffset, scalar, 0, KEY_BYTES);
    scalar[0] &= (byte) 0xF8;
    scalar[31] = (byte) ((scalar[31] & 0x7F) | 0x40);
    Curve25519Primitive.decode(u, uOffset, point);
    Arrays.fill(x2, 0);
    x2[0] = 1;
    Arrays.fill(z2, 0);
    System.arraycopy(point, 0, x3, 0, LIMBS);
    Arrays.fill(z3, 0);
    z3[0] = 1;
    int swapped = 0;
    for (int bit = 254; bit >= 0; bit--) {
      int wanted = -(scalar[bit >> 3] >> (bit & 7) & 1);
      exchange(swapped ^ wanted);
      swapped = wanted;
      step();
    }
    exchange(swapped);
    powers.invert(z2, z2);
    Curve25519Primitive.multiply(x2, x2, z2);
    Curve25519Primitive.encode(x2, output, at);
    wipe();
  }

  private void exchange(int mask) {
    Curve25519Primitive.exchangeWhere(mask, x2, x3);
    Curve25519Primitive.exchangeWhere(mask, z2, z3);
  }

  /** Doubles point 2 and adds it to point 3; their difference is the point that came in. */
  private void step() {
    Curve25519Primitive.add(a, x2, z2);
    Curve25519Primitive.subtract(b, x2, z2);
    Curve25519Primitive.add(c, x3, z3);
    Curve25519Primitive.subtract(d, x3, z3);
    Curve25519Primitive.multiply(d, d, a);
    Curve25519Primitive.multiply(c, c, b);
    Curve25519Primitive.add(x3, d, c);
    Curve25519Primitive.square(x3, x3);
    Curve25519Primitive.subtract(z3, d, c);
    Curve25519Primitive.square(z3, z3);
    Curve25519Primitive.multiply(z3, z3, point);
    Curve25519Primitive.square(a, a);
    Curve25519Primitive.square(b, b);
    Curve25519Primitive.multiply(x2, a, b);
    Curve25519Primitive.subtract(b, a, b);
    Curve25519Primitive.multiplySmall(z2, b, LADDER_FACTOR);
    Curve25519Primitive.add(z2, z2, a);
    Curve25519Primitive.multiply(z2, z2, b);
  }

  private void wipe() {
    ConstantTime.wipe(scalar);
    ConstantTime.wipe(point);
    ConstantTime.wipe(x2);
    ConstantTime.wipe(z2);
    ConstantTime.wipe(x3);
    ConstantTime.wipe(z3);
    ConstantTime.wipe(a);
    ConstantTime.wipe(b);
    ConstantTime.wipe(c);
    ConstantTime.wipe(d);
  }
}
