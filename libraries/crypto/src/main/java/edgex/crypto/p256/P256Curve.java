package edgex.crypto.p256;

import edgex.crypto.ConstantTime;
import edgex.crypto.modular.Modulus;

/**
 * The group of P-256, y^2 = x^3 - 3 x + b, with the complete formulas of Renes, Costello and Batina
 * (Complete addition formulas for prime order elliptic curves, 2015), so that multiplication by a
 * secret needs no exceptions; a multiple is chosen from a table by looking at all of it.
 */
final class P256Curve {
  /** Bytes of a coordinate and of a scalar. */
  static final int NUMBER_BYTES = Modulus.BYTES;

  /** Bytes of a point: 4, then x and y (SEC 1, section 2.3.3). */
  static final int POINT_BYTES = 1 + 2 * NUMBER_BYTES;

  private static final int UNCOMPRESSED = 4;
  private static final int WINDOW_BITS = 4;

  private static final String PRIME =
      "ffffffff00000001000000000000000000000000ffffffffffffffffffffffff";
  private static final String ORDER =
      "ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551";
  private static final String COEFFICIENT =
      "5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604b";
  private static final String BASE_X =
      "6b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296";
  private static final String BASE_Y =
      "4fe342e2fe1a7f9b8ee7eb4a7c0f9e162bce33576b315ececbb6406837bf51f5";

  private final Modulus field = new Modulus(PRIME);
  private final Modulus order = new Modulus(ORDER);
  private final long[] coefficient = Modulus.newNumber();
  private final P256Point base = new P256Point();
  private final P256Point[] multiples = new P256Point[1 << WINDOW_BITS];
  private final P256Point chosen = new P256Point();
  private final long[] t0 = Modulus.newNumber();
  private final long[] t1 = Modulus.newNumber();
  private final long[] t2 = Modulus.newNumber();
  private final long[] t3 = Modulus.newNumber();
  private final long[] t4 = Modulus.newNumber();
  private final long[] x3 = Modulus.newNumber();
  private final long[] y3 = Modulus.newNumber();
  private final long[] z3 = Modulus.newNumber();
  private final long[] tripled = Modulus.newNumber();

  P256Curve() {
    field.decodeHexadecimal(COEFFICIENT, coefficient);
    field.decodeHexadecimal(BASE_X, base.x);
    field.decodeHexadecimal(BASE_Y, base.y);
    field.setOne(base.z);
    for (int i = 0; i < multiples.length; i++) {
      multiples[i] = new P256Point();
    }
  }

  /** Arithmetic modulo the order of the base point. */
  Modulus order() {
    return order;
  }

  P256Point base() {
    return base;
  }

  /** point += other (algorithm 4). */
  void add(P256Point point, P256Point other) {
    field.multiply(t0, point.x, other.x);
    field.multiply(t1, point.y, other.y);
    field.multiply(t2, point.z, other.z);
    multiplySums(t3, point.x, point.y, other.x, other.y, t0, t1);
    multiplySums(t4, point.y, point.z, other.y, other.z, t1, t2);
    multiplySums(y3, point.x, point.z, other.x, other.z, t0, t2);
    field.multiply(z3, coefficient, t2);
    field.subtract(x3, y3, z3);
    triple(x3);
    field.subtract(z3, t1, x3);
    field.add(x3, t1, x3);
    field.multiply(y3, coefficient, y3);
    triple(t2);
    field.subtract(y3, y3, t2);
    field.subtract(y3, y3, t0);
    triple(y3);
    triple(t0);
    field.subtract(t0, t0, t2);
    field.multiply(t1, t4, y3);
    field.multiply(t2, t0, y3);
    field.multiply(y3, x3, z3);
    field.add(point.y, y3, t2);
    field.multiply(x3, t3, x3);
    field.subtract(point.x, x3, t1);
    field.multiply(z3, t4, z3);
    field.multiply(t1, t3, t0);
    field.add(point.z, z3, t1);
  }

  /** out = (a + b) (c + d) - e - f: the mixed terms of a product whose squares are e and f. */
  private void multiplySums(
      long[] out, long[] a, long[] b, long[] c, long[] d, long[] e, long[] f) {
    field.add(out, a, b);
    field.add(x3, c, d);
    field.multiply(out, out, x3);
    field.subtract(out, out, e);
    field.subtract(out, out, f);
  }

  private void triple(long[] number) {
    field.add(tripled, number, number);
    field.add(number, number, tripled);
  }

  /** point += point (algorithm 6). */
  void twice(P256Point point) {
    field.multiply(t0, point.x, point.x);
    field.multiply(t1, point.y, point.y);
    field.multiply(t2, point.z, point.z);
    field.multiply(t3, point.x, point.y);
    field.add(t3, t3, t3);
    field.multiply(z3, point.x, point.z);
    field.add(z3, z3, z3);
    field.multiply(y3, coefficient, t2);
    field.subtract(y3, y3, z3);
    triple(y3);
    field.subtract(x3, t1, y3);
    field.add(y3, t1, y3);
    field.multiply(y3, x3, y3);
    field.multiply(x3, x3, t3);
    triple(t2);
    field.multiply(z3, coefficient, z3);
    field.subtract(z3, z3, t2);
    field.subtract(z3, z3, t0);
    triple(z3);
    triple(t0);
    field.subtract(t0, t0, t2);
    field.multiply(t0, t0, z3);
    field.multiply(t2, point.y, point.z);
    field.add(point.y, y3, t0);
    field.add(t2, t2, t2);
    field.multiply(z3, t2, z3);
    field.subtract(point.x, x3, z3);
    field.multiply(z3, t2, t1);
    field.add(z3, z3, z3);
    field.add(point.z, z3, z3);
  }

  /** out = scalar point, in constant time; the scalar has 32 bytes, most significant first. */
  void multiply(byte[] scalar, P256Point point, P256Point out) {
    setNeutral(multiples[0]);
    for (int i = 1; i < multiples.length; i++) {
      multiples[i].set(multiples[i - 1]);
      add(multiples[i], point);
    }
    setNeutral(out);
    for (int bit = 8 * NUMBER_BYTES - WINDOW_BITS; bit >= 0; bit -= WINDOW_BITS) {
      for (int i = 0; i < WINDOW_BITS; i++) {
        twice(out);
      }
      choose(scalar[NUMBER_BYTES - 1 - (bit >> 3)] >> (bit & 4) & 15);
      add(out, chosen);
    }
    wipe();
  }

  private void setNeutral(P256Point point) {
    point.wipe();
    field.setOne(point.y);
  }

  private void choose(int index) {
    for (int i = 0; i < multiples.length; i++) {
      int difference = i ^ index;
      chosen.setWhere(~((difference | -difference) >> 31), multiples[i]);
    }
  }

  /** Whether a point is the neutral element. */
  static boolean isNeutral(P256Point point) {
    return Modulus.isZero(point.z);
  }

  /** Writes x of a point that is not neutral, 32 bytes, most significant first. */
  void encodeX(P256Point point, byte[] output, int offset) {
    field.invert(t0, point.z);
    field.multiply(t0, t0, point.x);
    field.encode(t0, output, offset);
    ConstantTime.wipe(t0);
  }

  /** Writes a point that is not neutral, 65 bytes. */
  void encode(P256Point point, byte[] output, int offset) {
    output[offset] = UNCOMPRESSED;
    encodeX(point, output, offset + 1);
    field.invert(t0, point.z);
    field.multiply(t0, t0, point.y);
    field.encode(t0, output, offset + 1 + NUMBER_BYTES);
    ConstantTime.wipe(t0);
  }

  /**
   * Reads a point of 65 bytes.
   *
   * @return false unless both coordinates are reduced and the point lies on the curve; the order of
   *     the group is a prime, so that is all there is to check
   */
  boolean decode(byte[] input, int offset, P256Point out) {
    boolean reducedX = field.decode(input, offset + 1, out.x);
    boolean reducedY = field.decode(input, offset + 1 + NUMBER_BYTES, out.y);
    field.setOne(out.z);
    field.multiply(t0, out.x, out.x);
    field.setOne(t1);
    triple(t1);
    field.subtract(t0, t0, t1);
    field.multiply(t0, t0, out.x);
    field.add(t0, t0, coefficient);
    field.multiply(t1, out.y, out.y);
    return input[offset] == UNCOMPRESSED && reducedX && reducedY && Modulus.areEqual(t0, t1);
  }

  private void wipe() {
    chosen.wipe();
    for (P256Point multiple : multiples) {
      multiple.wipe();
    }
    ConstantTime.wipe(t0);
    ConstantTime.wipe(t1);
    ConstantTime.wipe(t2);
    ConstantTime.wipe(t3);
    ConstantTime.wipe(t4);
    ConstantTime.wipe(x3);
    ConstantTime.wipe(y3);
    ConstantTime.wipe(z3);
    ConstantTime.wipe(tripled);
  }
}
