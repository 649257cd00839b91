package edgex.crypto;

import java.util.HexFormat;

/** Random bytes that a test wrote down. */
public final class ScriptedRandom implements RandomSource {
  private final byte[] bytes;
  private int next;

  private ScriptedRandom(byte[] bytes) {
    this.bytes = bytes;
  }

  /** Gives these bytes, once. */
  public static ScriptedRandom of(String hexadecimal) {
    return new ScriptedRandom(HexFormat.of().parseHex(hexadecimal));
  }

  @Override
  public void fill(byte[] output, int offset, int length) {
    System.arraycopy(bytes, next, output, offset, length);
    next += length;
  }
}
