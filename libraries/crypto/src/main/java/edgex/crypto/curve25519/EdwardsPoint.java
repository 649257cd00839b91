package edgex.crypto.curve25519;

import static edgex.crypto.primitive.Curve25519Primitive.LIMBS;

import edgex.crypto.ConstantTime;
import edgex.crypto.primitive.Curve25519Primitive;

/**
 * A point of the curve -x^2 + y^2 = 1 + d x^2 y^2 (RFC 8032, section 5.1) in extended coordinates:
 * x = X / Z, y = Y / Z, x y = T / Z.
 */
final class EdwardsPoint {
  final int[] x = new int[LIMBS];
  final int[] y = new int[LIMBS];
  final int[] z = new int[LIMBS];
  final int[] t = new int[LIMBS];

  /** The neutral element (0, 1). */
  EdwardsPoint() {
    setNeutral();
  }

  void setNeutral() {
    wipe();
    y[0] = 1;
    z[0] = 1;
  }

  void set(EdwardsPoint other) {
    System.arraycopy(other.x, 0, x, 0, LIMBS);
    System.arraycopy(other.y, 0, y, 0, LIMBS);
    System.arraycopy(other.z, 0, z, 0, LIMBS);
    System.arraycopy(other.t, 0, t, 0, LIMBS);
  }

  /** Becomes another point where {@code mask} is all ones. */
  void setWhere(int mask, EdwardsPoint other) {
    Curve25519Primitive.copyWhere(mask, other.x, x);
    Curve25519Primitive.copyWhere(mask, other.y, y);
    Curve25519Primitive.copyWhere(mask, other.z, z);
    Curve25519Primitive.copyWhere(mask, other.t, t);
  }

  /** Becomes its inverse (-x, y). */
  void negate() {
    for (int i = 0; i < LIMBS; i++) {
      x[i] = -x[i];
      t[i] = -t[i];
    }
  }

  void wipe() {
    ConstantTime.wipe(x);
    ConstantTime.wipe(y);
    ConstantTime.wipe(z);
    ConstantTime.wipe(t);
  }
}
