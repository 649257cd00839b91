package edgex.tests.crypto.secrets;

/** Bytes that look random, are the same in every run, and are nowhere in the program. */
public final class Pattern {
  private Pattern() {}

  /** Fills a range: the top bytes of a congruential generator. */
  public static void fill(byte[] bytes, int offset, int length) {
    long state = length;
    for (int i = 0; i < length; i++) {
      state = state * 6364136223846793005L + 1442695040888963407L;
      bytes[offset + i] = (byte) (state >> 56);
    }
  }
}
