package edgex.crypto.primitive;

/**
 * The places where what happens next may depend on a secret. Each call is a declaration, and its
 * reason stands beside it: what is handed over is no secret any more. Nothing happens here; in a
 * program that tracks secrets the tracking of these values ends (docs/cryptography.md lists them).
 */
public final class RevealPrimitive {
  private RevealPrimitive() {}

  /** Reveals an answer and returns it. */
  public static boolean answer(boolean answer) {
    return answer;
  }

  /** Reveals a number and returns it. */
  public static int number(int number) {
    return number;
  }

  /** Reveals a range of bytes. */
  public static void bytes(byte[] bytes, int offset, int length) {}

  /** Reveals a range of numbers. */
  public static void numbers(int[] numbers, int at, int count) {}
}
