package edgex.crypto.keccak;

import edgex.crypto.ConstantTime;
import java.nio.charset.StandardCharsets;

/**
 * KMAC128 and KMAC256 (SP 800-185, section 4), a keyed hash with output of any length. The object
 * holds the key's state until {@link #wipe}.
 */
public final class Kmac {
  private static final byte[] FUNCTION_NAME = "KMAC".getBytes(StandardCharsets.US_ASCII);

  private final CustomShake shake;
  private final LengthEncoding encoding = new LengthEncoding();
  private final byte[] key;
  private boolean squeezing;

  /** Makes the function for one key, which is copied, and one customisation string. */
  public Kmac(int strengthBits, byte[] key, byte[] customisation) {
    this.shake = new CustomShake(strengthBits, FUNCTION_NAME, customisation);
    this.key = key.clone();
    reset();
  }

  /** Begins another message. */
  public void reset() {
    shake.reset();
    int length = encoding.updateLeft(shake, shake.blockBytes());
    encoding.pad(shake, length + encoding.updateString(shake, key, 0, key.length));
    squeezing = false;
  }

  /** Appends bytes to the message. */
  public void update(byte[] input, int offset, int length) {
    shake.update(input, offset, length);
  }

  /** Ends the message and writes a code whose every bit depends on its length; resets. */
  public void finish(byte[] output, int offset, int length) {
    encoding.updateRight(shake, 8L * length);
    shake.squeeze(output, offset, length);
    reset();
  }

  /** Writes the next bytes of KMACXOF's output; the first call ends the message. */
  public void squeeze(byte[] output, int offset, int length) {
    if (!squeezing) {
      encoding.updateRight(shake, 0);
      squeezing = true;
    }
    shake.squeeze(output, offset, length);
  }

  /** Forgets the key; the object is of no further use. */
  public void wipe() {
    ConstantTime.wipe(key);
    shake.reset();
  }
}
