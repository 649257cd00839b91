package edgex.crypto.hash;

import edgex.crypto.ConstantTime;
import java.util.Arrays;

/** HMAC (FIPS 198-1, RFC 2104) over any hash function. Holds the padded key until {@link #wipe}. */
public final class Hmac {
  private static final int INNER_PAD = 0x36;
  private static final int OUTER_PAD = 0x5C;

  private final Hash hash;
  private final byte[] paddedKey;
  private final byte[] innerDigest;

  /** Takes over a hash object for its own use; {@link #start} gives the key. */
  public Hmac(Hash hash) {
    this.hash = hash;
    this.paddedKey = new byte[hash.blockBytes()];
    this.innerDigest = new byte[hash.digestBytes()];
  }

  /** Bytes of the code. */
  public int codeBytes() {
    return innerDigest.length;
  }

  /** Sets the key and begins a message. */
  public void start(byte[] key, int offset, int length) {
    hash.reset();
    Arrays.fill(paddedKey, (byte) 0);
    if (length > paddedKey.length) {
      hash.update(key, offset, length);
      hash.digest(paddedKey, 0);
    } else {
      System.arraycopy(key, offset, paddedKey, 0, length);
    }
    restart();
  }

  private void restart() {
    updateKey(INNER_PAD);
  }

  private void updateKey(int pad) {
    for (int i = 0; i < paddedKey.length; i++) {
      paddedKey[i] ^= (byte) pad;
    }
    hash.update(paddedKey, 0, paddedKey.length);
    for (int i = 0; i < paddedKey.length; i++) {
      paddedKey[i] ^= (byte) pad;
    }
  }

  /** Appends bytes to the message. */
  public void update(byte[] input, int offset, int length) {
    hash.update(input, offset, length);
  }

  /** Ends the message, writes its code, and begins another message with the same key. */
  public void finish(byte[] output, int offset) {
    hash.digest(innerDigest, 0);
    updateKey(OUTER_PAD);
    hash.update(innerDigest, 0, innerDigest.length);
    hash.digest(output, offset);
    restart();
  }

  /** Forgets the key. */
  public void wipe() {
    ConstantTime.wipe(paddedKey);
    ConstantTime.wipe(innerDigest);
    hash.reset();
  }
}
