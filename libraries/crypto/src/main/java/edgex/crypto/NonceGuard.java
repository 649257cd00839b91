package edgex.crypto;

import java.util.Arrays;

/**
 * Catches the usual mistake with a nonce: that it stays the same. It knows the last one only; a
 * nonce that comes back later is the caller's to avoid, with a counter.
 */
public final class NonceGuard {
  private byte[] last = new byte[0];

  /** Makes a guard that has seen no nonce. */
  public NonceGuard() {}

  /**
   * Remembers a nonce.
   *
   * @throws IllegalStateException if it is the last one again; the output range is zeroed
   */
  public void use(byte[] nonce, byte[] output, int offset, int length) {
    if (last.length > 0 && Arrays.equals(last, nonce)) {
      Arrays.fill(output, offset, offset + length, (byte) 0);
      throw new IllegalStateException("the nonce was used for the message before: make a new one");
    }
    if (last.length != nonce.length) {
      last = new byte[nonce.length];
    }
    System.arraycopy(nonce, 0, last, 0, nonce.length);
  }
}
