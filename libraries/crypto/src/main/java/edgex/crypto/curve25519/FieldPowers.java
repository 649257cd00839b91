package edgex.crypto.curve25519;

import static edgex.crypto.primitive.Curve25519Primitive.LIMBS;

import edgex.crypto.ConstantTime;
import edgex.crypto.primitive.Curve25519Primitive;

/** Powers of numbers modulo p = 2^255 - 19 with fixed exponents, by Fermat's little theorem. */
final class FieldPowers {
  private final int[] base = new int[LIMBS];
  private final int[] run = new int[LIMBS];
  private final int[] partial = new int[LIMBS];

  /** out = a^(p - 2) = 1 / a, and 0 for 0; p - 2 is 2^255 - 21 = 8 (2^252 - 3) + 3. */
  void invert(int[] out, int[] a) {
    powerOfAlmostPrime(a);
    squareTimes(partial, 3);
    Curve25519Primitive.square(out, base);
    Curve25519Primitive.multiply(out, out, base);
    Curve25519Primitive.multiply(out, out, partial);
    wipe();
  }

  /** out = a^((p - 5) / 8) = a^(2^252 - 3): what square roots are made of. */
  void rootPower(int[] out, int[] a) {
    powerOfAlmostPrime(a);
    System.arraycopy(partial, 0, out, 0, LIMBS);
    wipe();
  }

  /**
   * partial = a^(2^252 - 3). With {@code run(n) = a^(2^n - 1)}, {@code run(n + m)} is {@code
   * run(n)} squared m times, times {@code run(m)}; the length of the run doubles, or grows by one.
   */
  private void powerOfAlmostPrime(int[] a) {
    System.arraycopy(a, 0, base, 0, LIMBS);
    System.arraycopy(base, 0, run, 0, LIMBS);
    // The binary digits of 250 behind the first: 1111010.
    for (int length = 1, bit = 6; bit >= 0; bit--) {
      System.arraycopy(run, 0, partial, 0, LIMBS);
      squareTimes(partial, length);
      Curve25519Primitive.multiply(run, run, partial);
      length *= 2;
      if ((250 >> bit & 1) != 0) {
        squareTimes(run, 1);
        Curve25519Primitive.multiply(run, run, base);
        length++;
      }
    }
    // 2^252 - 3 = 4 (2^250 - 1) + 1.
    System.arraycopy(run, 0, partial, 0, LIMBS);
    squareTimes(partial, 2);
    Curve25519Primitive.multiply(partial, partial, base);
  }

  private static void squareTimes(int[] number, int times) {
    for (int i = 0; i < times; i++) {
      Curve25519Primitive.square(number, number);
    }
  }

  private void wipe() {
    ConstantTime.wipe(base);
    ConstantTime.wipe(run);
    ConstantTime.wipe(partial);
  }
}
