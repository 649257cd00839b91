package edgex.crypto;

import java.math.BigInteger;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;

/** XTS-AES after IEEE 1619, section 5.3, with the JDK's AES and big integers: for comparison. */
final class SlowXts {
  private SlowXts() {}

  static byte[] encrypt(byte[] keys, long sector, byte[] text) throws Exception {
    int half = keys.length / 2;
    Cipher data = cipher(Arrays.copyOf(keys, half));
    byte[] tweak = new byte[16];
    for (int i = 0; i < 8; i++) {
      tweak[i] = (byte) (sector >> (8 * i));
    }
    tweak = cipher(Arrays.copyOfRange(keys, half, keys.length)).doFinal(tweak);
    int whole = text.length / 16;
    int rest = text.length % 16;
    byte[] output = new byte[text.length];
    for (int i = 0; i < whole; i++) {
      byte[] block = block(data, tweak, Arrays.copyOfRange(text, 16 * i, 16 * i + 16));
      System.arraycopy(block, 0, output, 16 * i, 16);
      tweak = timesX(tweak);
    }
    if (rest > 0) {
      byte[] stolen = Arrays.copyOfRange(output, 16 * whole - 16, 16 * whole);
      byte[] last = stolen.clone();
      System.arraycopy(text, 16 * whole, last, 0, rest);
      System.arraycopy(block(data, tweak, last), 0, output, 16 * whole - 16, 16);
      System.arraycopy(stolen, 0, output, 16 * whole, rest);
    }
    return output;
  }

  private static Cipher cipher(byte[] key) throws Exception {
    Cipher cipher = Cipher.getInstance("AES/ECB/NoPadding");
    cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"));
    return cipher;
  }

  private static byte[] block(Cipher cipher, byte[] tweak, byte[] text) throws Exception {
    return xor(cipher.doFinal(xor(text, tweak)), tweak);
  }

  private static byte[] xor(byte[] a, byte[] b) {
    byte[] sum = new byte[16];
    for (int i = 0; i < 16; i++) {
      sum[i] = (byte) (a[i] ^ b[i]);
    }
    return sum;
  }

  private static byte[] timesX(byte[] tweak) {
    byte[] bigEndian = new byte[16];
    for (int i = 0; i < 16; i++) {
      bigEndian[i] = tweak[15 - i];
    }
    BigInteger doubled = new BigInteger(1, bigEndian).shiftLeft(1);
    if (doubled.testBit(128)) {
      doubled = doubled.clearBit(128).xor(BigInteger.valueOf(0x87));
    }
    byte[] result = new byte[16];
    for (int i = 0; i < 16; i++) {
      result[i] = doubled.shiftRight(8 * i).byteValue();
    }
    return result;
  }
}
