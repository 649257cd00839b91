package edgex.crypto.hash;

import edgex.crypto.ConstantTime;
import java.util.Arrays;

/** HKDF (RFC 5869) over any hash function: extract and expand. */
public final class Hkdf {
  private static final int MAXIMUM_BLOCKS = 255;

  private final Hmac hmac;
  private final byte[] block;
  private final byte[] counter = new byte[1];

  /** Takes over a hash object for its own use. */
  public Hkdf(Hash hash) {
    hmac = new Hmac(hash);
    block = new byte[hash.digestBytes()];
  }

  /** Bytes of a pseudorandom key. */
  public int keyBytes() {
    return block.length;
  }

  /** Writes the pseudorandom key of some keying material; an empty salt is allowed. */
  public void extract(byte[] salt, byte[] material, byte[] output, int offset) {
    hmac.start(salt, 0, salt.length);
    hmac.update(material, 0, material.length);
    hmac.finish(output, offset);
    hmac.wipe();
  }

  /**
   * Derives a key from a pseudorandom key.
   *
   * @throws IllegalArgumentException if more than 255 digests are asked for; the output is zeroed
   */
  public void expand(byte[] pseudorandomKey, byte[] info, byte[] output, int offset, int length) {
    if (length > MAXIMUM_BLOCKS * block.length) {
      Arrays.fill(output, offset, offset + length, (byte) 0);
      throw new IllegalArgumentException(
          "HKDF gives at most " + MAXIMUM_BLOCKS * block.length + " bytes, not " + length);
    }
    hmac.start(pseudorandomKey, 0, pseudorandomKey.length);
    int written = 0;
    for (int i = 1; written < length; i++) {
      if (i > 1) {
        hmac.update(block, 0, block.length);
      }
      hmac.update(info, 0, info.length);
      counter[0] = (byte) i;
      hmac.update(counter, 0, 1);
      hmac.finish(block, 0);
      int part = Math.min(block.length, length - written);
      System.arraycopy(block, 0, output, offset + written, part);
      written += part;
    }
    ConstantTime.wipe(block);
    hmac.wipe();
  }
}
