package edgex.crypto.p256;

import edgex.crypto.ConstantTime;
import edgex.crypto.modular.Modulus;

/** A point (X : Y : Z) of P-256 in homogeneous coordinates; the neutral element is (0 : 1 : 0). */
final class P256Point {
  final long[] x = Modulus.newNumber();
  final long[] y = Modulus.newNumber();
  final long[] z = Modulus.newNumber();

  void set(P256Point other) {
    System.arraycopy(other.x, 0, x, 0, x.length);
    System.arraycopy(other.y, 0, y, 0, y.length);
    System.arraycopy(other.z, 0, z, 0, z.length);
  }

  /** Becomes another point where {@code mask} is all ones. */
  void setWhere(long mask, P256Point other) {
    Modulus.copyWhere(mask, other.x, x);
    Modulus.copyWhere(mask, other.y, y);
    Modulus.copyWhere(mask, other.z, z);
  }

  void wipe() {
    ConstantTime.wipe(x);
    ConstantTime.wipe(y);
    ConstantTime.wipe(z);
  }
}
