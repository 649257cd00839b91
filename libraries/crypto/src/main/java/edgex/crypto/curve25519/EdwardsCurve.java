package edgex.crypto.curve25519;

import static edgex.crypto.primitive.Curve25519Primitive.BYTES;
import static edgex.crypto.primitive.Curve25519Primitive.LIMBS;

import edgex.crypto.ConstantTime;
import edgex.crypto.primitive.Curve25519Primitive;

/**
 * The group of edwards25519 (RFC 8032, section 5.1). Its laws hold for all points, so that
 * multiplication by a secret needs no exceptions; a multiple is chosen from a table by looking at
 * all of it.
 */
final class EdwardsCurve {
  private static final int WINDOW_BITS = 4;
  private static final int TEETH = 4;
  private static final int TEETH_DISTANCE = 64;

  private final FieldPowers powers = new FieldPowers();
  private final int[] d = new int[LIMBS];
  private final int[] doubleD = new int[LIMBS];
  private final int[] rootOfMinusOne = new int[LIMBS];
  private final int[] one = new int[LIMBS];
  private final int[] a = new int[LIMBS];
  private final int[] b = new int[LIMBS];
  private final int[] c = new int[LIMBS];
  private final int[] e = new int[LIMBS];
  private final byte[] encoded = new byte[BYTES];
  private final EdwardsPoint chosen = new EdwardsPoint();
  private final EdwardsPoint[] multiples = newPoints(1 << WINDOW_BITS);

  /** Entry i is the sum of 2^(64 k) B for the bits k of i: a comb with four teeth. */
  private final EdwardsPoint[] comb = newPoints(1 << TEETH);

  EdwardsCurve() {
    one[0] = 1;
    // d = -121665 / 121666.
    Curve25519Primitive.multiplySmall(a, one, 121666);
    powers.invert(a, a);
    Curve25519Primitive.multiplySmall(d, a, -121665);
    Curve25519Primitive.multiplySmall(doubleD, d, 2);
    // 2 is no square, so 2^((p - 1) / 4) is a root of -1; (p - 1) / 4 = 2 (p - 5) / 8 + 1.
    Curve25519Primitive.multiplySmall(b, one, 2);
    powers.rootPower(a, b);
    Curve25519Primitive.square(a, a);
    Curve25519Primitive.multiply(rootOfMinusOne, a, b);
    fillComb();
  }

  private static EdwardsPoint[] newPoints(int count) {
    EdwardsPoint[] points = new EdwardsPoint[count];
    for (int i = 0; i < count; i++) {
      points[i] = new EdwardsPoint();
    }
    return points;
  }

  private void fillComb() {
    // The base point has y = 4 / 5 and an even x.
    Curve25519Primitive.multiplySmall(a, one, 5);
    powers.invert(a, a);
    Curve25519Primitive.multiplySmall(b, a, 4);
    byte[] base = new byte[BYTES];
    Curve25519Primitive.encode(b, base, 0);
    EdwardsPoint tooth = new EdwardsPoint();
    decode(base, 0, tooth);
    for (int k = 0; k < TEETH; k++) {
      for (int i = 0; i < 1 << k; i++) {
        comb[i | 1 << k].set(comb[i]);
        add(comb[i | 1 << k], tooth);
      }
      for (int i = 0; i < TEETH_DISTANCE; i++) {
        twice(tooth);
      }
    }
  }

  /** point += other (add-2008-hwcd-3 of the Explicit-Formulas Database, complete). */
  void add(EdwardsPoint point, EdwardsPoint other) {
    Curve25519Primitive.subtract(a, point.y, point.x);
    Curve25519Primitive.subtract(b, other.y, other.x);
    Curve25519Primitive.multiply(a, a, b);
    Curve25519Primitive.add(b, point.y, point.x);
    Curve25519Primitive.add(c, other.y, other.x);
    Curve25519Primitive.multiply(b, b, c);
    Curve25519Primitive.multiply(c, point.t, other.t);
    Curve25519Primitive.multiply(c, c, doubleD);
    Curve25519Primitive.multiply(e, point.z, other.z);
    Curve25519Primitive.add(e, e, e);
    combine(point);
  }

  /** With A, B, C and D: E = B - A, F = D - C, G = D + C, H = B + A. */
  private void combine(EdwardsPoint point) {
    int[] f = point.z;
    int[] g = point.t;
    Curve25519Primitive.subtract(f, e, c);
    Curve25519Primitive.add(g, e, c);
    Curve25519Primitive.subtract(e, b, a);
    Curve25519Primitive.add(b, b, a);
    Curve25519Primitive.multiply(point.x, e, f);
    Curve25519Primitive.multiply(point.y, g, b);
    Curve25519Primitive.multiply(point.z, f, g);
    Curve25519Primitive.multiply(point.t, e, b);
  }

  /** point += point (dbl-2008-hwcd for a = -1, all signs turned round). */
  void twice(EdwardsPoint point) {
    Curve25519Primitive.add(e, point.x, point.y);
    Curve25519Primitive.square(e, e);
    Curve25519Primitive.square(a, point.x);
    Curve25519Primitive.square(b, point.y);
    Curve25519Primitive.square(c, point.z);
    Curve25519Primitive.multiplySmall(c, c, 2);
    int[] h = point.t;
    int[] g = point.y;
    int[] f = point.z;
    Curve25519Primitive.add(h, a, b);
    Curve25519Primitive.subtract(e, h, e);
    Curve25519Primitive.subtract(g, a, b);
    Curve25519Primitive.add(f, c, g);
    Curve25519Primitive.multiply(point.x, e, f);
    Curve25519Primitive.multiply(a, g, h);
    Curve25519Primitive.multiply(b, e, h);
    Curve25519Primitive.multiply(point.z, f, g);
    System.arraycopy(a, 0, point.y, 0, LIMBS);
    System.arraycopy(b, 0, point.t, 0, LIMBS);
  }

  /** out = scalar B, in constant time; the scalar has 32 bytes, least significant first. */
  void multiplyBase(byte[] scalar, EdwardsPoint out) {
    out.setNeutral();
    for (int i = TEETH_DISTANCE - 1; i >= 0; i--) {
      twice(out);
      int index = 0;
      for (int k = 0; k < TEETH; k++) {
        int bit = i + k * TEETH_DISTANCE;
        index |= (scalar[bit >> 3] >> (bit & 7) & 1) << k;
      }
      choose(comb, index);
      add(out, chosen);
    }
    wipe();
  }

  /** out = scalar point, in constant time; the scalar has 32 bytes, least significant first. */
  void multiply(byte[] scalar, EdwardsPoint point, EdwardsPoint out) {
    multiples[0].setNeutral();
    for (int i = 1; i < multiples.length; i++) {
      multiples[i].set(multiples[i - 1]);
      add(multiples[i], point);
    }
    out.setNeutral();
    for (int bit = 8 * BYTES - WINDOW_BITS; bit >= 0; bit -= WINDOW_BITS) {
      for (int i = 0; i < WINDOW_BITS; i++) {
        twice(out);
      }
      choose(multiples, scalar[bit >> 3] >> (bit & 4) & 15);
      add(out, chosen);
    }
    wipe();
  }

  private void choose(EdwardsPoint[] table, int index) {
    for (int i = 0; i < table.length; i++) {
      int difference = i ^ index;
      chosen.setWhere(~((difference | -difference) >> 31), table[i]);
    }
  }

  /** Writes y, with the lowest bit of x in the highest bit (section 5.1.2). */
  void encode(EdwardsPoint point, byte[] output, int offset) {
    powers.invert(a, point.z);
    Curve25519Primitive.multiply(b, point.x, a);
    Curve25519Primitive.multiply(a, point.y, a);
    int sign = lowestBit(b);
    Curve25519Primitive.encode(a, output, offset);
    output[offset + BYTES - 1] |= (byte) (sign << 7);
  }

  private int lowestBit(int[] number) {
    Curve25519Primitive.encode(number, encoded, 0);
    return encoded[0] & 1;
  }

  /**
   * Reads a point (section 5.1.3). Not in constant time: points are public.
   *
   * @return false if the bytes are not canonical, or there is no such point
   */
  boolean decode(byte[] input, int offset, EdwardsPoint out) {
    int sign = (input[offset + BYTES - 1] & 0xFF) >> 7;
    Curve25519Primitive.decode(input, offset, out.y);
    Curve25519Primitive.encode(out.y, encoded, 0);
    encoded[BYTES - 1] |= (byte) (sign << 7);
    if (!ConstantTime.equal(encoded, 0, input, offset, BYTES) || !findX(out, sign)) {
      return false;
    }
    out.z[0] = 1;
    for (int i = 1; i < LIMBS; i++) {
      out.z[i] = 0;
    }
    Curve25519Primitive.multiply(out.t, out.x, out.y);
    return true;
  }

  /** x^2 = u / v with u = y^2 - 1, v = d y^2 + 1; a root is u v^3 (u v^7)^((p - 5) / 8). */
  private boolean findX(EdwardsPoint out, int sign) {
    Curve25519Primitive.square(c, out.y);
    Curve25519Primitive.multiply(b, c, d);
    Curve25519Primitive.subtract(c, c, one);
    Curve25519Primitive.add(b, b, one);
    Curve25519Primitive.square(a, b);
    Curve25519Primitive.multiply(a, a, b);
    Curve25519Primitive.multiply(out.x, a, c);
    Curve25519Primitive.square(a, a);
    Curve25519Primitive.multiply(a, a, b);
    Curve25519Primitive.multiply(a, a, c);
    powers.rootPower(a, a);
    Curve25519Primitive.multiply(out.x, out.x, a);
    Curve25519Primitive.square(a, out.x);
    Curve25519Primitive.multiply(a, a, b);
    Curve25519Primitive.add(e, a, c);
    boolean isNegative = isZero(e);
    Curve25519Primitive.subtract(e, a, c);
    if (isNegative) {
      Curve25519Primitive.multiply(out.x, out.x, rootOfMinusOne);
    } else if (!isZero(e)) {
      return false;
    }
    if (isZero(out.x) && sign == 1) {
      return false;
    }
    if (lowestBit(out.x) != sign) {
      for (int i = 0; i < LIMBS; i++) {
        out.x[i] = -out.x[i];
      }
    }
    return true;
  }

  private boolean isZero(int[] number) {
    Curve25519Primitive.encode(number, encoded, 0);
    int bits = 0;
    for (byte part : encoded) {
      bits |= part;
    }
    return bits == 0;
  }

  /** Whether eight times the point is the neutral element: a point that makes no key. */
  boolean isSmallOrder(EdwardsPoint point) {
    chosen.set(point);
    twice(chosen);
    twice(chosen);
    twice(chosen);
    return isZero(chosen.x);
  }

  private void wipe() {
    chosen.wipe();
    ConstantTime.wipe(a);
    ConstantTime.wipe(b);
    ConstantTime.wipe(c);
    ConstantTime.wipe(e);
  }
}
