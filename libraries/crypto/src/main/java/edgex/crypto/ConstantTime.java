package edgex.crypto;

import edgex.crypto.primitive.RevealPrimitive;
import java.util.Arrays;

/** Work on secrets whose time and memory accesses depend on lengths only. */
public final class ConstantTime {
  private ConstantTime() {}

  /** Compares two ranges of the same length; every byte is read whatever the others are. */
  public static boolean equal(byte[] a, int aOffset, byte[] b, int bOffset, int length) {
    // Who asks acts on the answer, which says nothing about where the bytes differ.
    return RevealPrimitive.answer(difference(a, aOffset, b, bOffset, length) == 0);
  }

  /** 0 if the ranges are equal, otherwise -1 (all bits set): a mask to select with. */
  public static int difference(byte[] a, int aOffset, byte[] b, int bOffset, int length) {
    int bits = 0;
    for (int i = 0; i < length; i++) {
      bits |= a[aOffset + i] ^ b[bOffset + i];
    }
    // bits is sign-extended from a byte, so it or its negation has the sign bit unless it is 0.
    return (bits | -bits) >> 31;
  }

  /** Overwrites {@code target} with {@code source} where {@code mask} has bits set. */
  public static void copyWhere(
      int mask, byte[] source, int sourceOffset, byte[] target, int targetOffset, int length) {
    for (int i = 0; i < length; i++) {
      int old = target[targetOffset + i];
      target[targetOffset + i] = (byte) (old ^ ((old ^ source[sourceOffset + i]) & mask));
    }
  }

  /** Wipes a secret that is no longer needed. */
  public static void wipe(byte[] secret) {
    Arrays.fill(secret, (byte) 0);
  }

  /** Wipes a secret that is no longer needed. */
  public static void wipe(short[] secret) {
    Arrays.fill(secret, (short) 0);
  }

  /** Wipes a secret that is no longer needed. */
  public static void wipe(int[] secret) {
    Arrays.fill(secret, 0);
  }

  /** Wipes a secret that is no longer needed. */
  public static void wipe(long[] secret) {
    Arrays.fill(secret, 0);
  }
}
