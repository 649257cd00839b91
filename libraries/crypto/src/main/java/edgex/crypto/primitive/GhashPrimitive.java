package edgex.crypto.primitive;

/**
 * The hash of GCM (SP 800-38D, section 6.4), in constant time. A native twin uses the processor's
 * multiplication without carries where there is one and falls back to {@link GhashReference}.
 */
public final class GhashPrimitive {
  /**
   * Longs of a state: the sum, low and high, then the key, low and high, and the memory of the
   * native twin, 16 powers of the key.
   */
  public static final int STATE_LONGS = 36;

  private GhashPrimitive() {}

  /** Sets the key, 16 bytes, and the sum to 0. */
  public static void start(long[] state, byte[] key, int offset) {
    GhashReference.start(state, key, offset);
  }

  /** Takes in whole blocks of 16 bytes. */
  public static void update(long[] state, byte[] input, int offset, int blocks) {
    GhashReference.update(state, input, offset, blocks);
  }

  /** Writes the sum, 16 bytes. */
  public static void write(long[] state, byte[] output, int offset) {
    GhashReference.write(state, output, offset);
  }
}
