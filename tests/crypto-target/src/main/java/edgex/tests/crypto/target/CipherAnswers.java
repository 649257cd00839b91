package edgex.tests.crypto.target;

import edgex.crypto.AuthenticatedCipher;
import edgex.crypto.aes.Aes;
import edgex.crypto.aes.AesGcm;
import edgex.crypto.aes.AesGcmSiv;
import edgex.crypto.aes.AesKeyWrap;
import edgex.crypto.aes.AesXts;
import edgex.crypto.aes.CounterField;
import edgex.crypto.aes.CounterMode;
import edgex.crypto.chacha.ChaCha20Poly1305;
import java.util.Arrays;
import java.util.function.Function;

/** Ciphers over texts of all lengths up to some batches of blocks, and places that are not even. */
final class CipherAnswers {
  private static final int MAXIMUM_BYTES = 1200;

  private CipherAnswers() {}

  static void addTo(StringBuilder lines) {
    for (int keyBytes = 16; keyBytes <= 32; keyBytes += 8) {
      String name = "AES-" + 8 * keyBytes;
      lines.append(authenticated(name + "-GCM", keyBytes, AesGcm::new));
      lines.append(blocks(name, keyBytes));
      lines.append(counters(name + "-CTR", keyBytes));
    }
    lines.append(authenticated("AES-128-GCM-SIV", 16, AesGcmSiv::new));
    lines.append(authenticated("AES-256-GCM-SIV", 32, AesGcmSiv::new));
    lines.append(authenticated("ChaCha20-Poly1305", 32, ChaCha20Poly1305::withShortNonce));
    lines.append(authenticated("XChaCha20-Poly1305", 32, ChaCha20Poly1305::withLongNonce));
    lines.append(sectors("AES-128-XTS", 32));
    lines.append(sectors("AES-256-XTS", 64));
    lines.append(keyWrap());
  }

  private static String authenticated(
      String name, int keyBytes, Function<byte[], AuthenticatedCipher> maker) {
    Transcript transcript = new Transcript();
    AuthenticatedCipher cipher = maker.apply(transcript.make(keyBytes));
    for (int length = 0; length <= MAXIMUM_BYTES; length += length < 600 ? 1 : 37) {
      byte[] nonce = transcript.make(cipher.nonceBytes());
      byte[] associated = transcript.make(length % 40);
      byte[] plaintext = transcript.make(length + 3);
      byte[] sealed = new byte[length + cipher.tagBytes() + 5];
      cipher.seal(nonce, associated, plaintext, 3, length, sealed, 5);
      transcript.keep(sealed);
      byte[] opened = new byte[length + 3];
      cipher.open(nonce, associated, sealed, 5, sealed.length - 5, opened, 3);
      transcript.keep(Arrays.equals(opened, 3, length + 3, plaintext, 3, length + 3));
    }
    return transcript.line(name);
  }

  private static String blocks(String name, int keyBytes) {
    Transcript transcript = new Transcript();
    Aes aes = new Aes(transcript.make(keyBytes));
    for (int count = 0; count <= 100; count++) {
      byte[] text = transcript.make(16 * count + 1);
      aes.encrypt(text, 1, text, 1, count);
      transcript.keep(text);
      text = transcript.make(16 * count + 1);
      aes.decrypt(text, 1, text, 1, count);
      transcript.keep(text);
    }
    return transcript.line(name);
  }

  /** Counters that are about to wrap around; the whole block counts in one of the fields. */
  private static String counters(String name, int keyBytes) {
    Transcript transcript = new Transcript();
    Aes aes = new Aes(transcript.make(keyBytes));
    for (CounterField field : CounterField.values()) {
      CounterMode mode = new CounterMode(aes, field);
      for (int length = 0; length <= MAXIMUM_BYTES; length += 61) {
        byte[] counter = new byte[16];
        Arrays.fill(counter, (byte) -1);
        counter[field == CounterField.FIRST_WORD ? 0 : 15] = (byte) -length;
        byte[] text = transcript.make(length);
        mode.transform(counter, text, 0, length, text, 0);
        transcript.keep(text);
        transcript.keep(counter);
      }
    }
    return transcript.line(name);
  }

  private static String sectors(String name, int keyBytes) {
    Transcript transcript = new Transcript();
    AesXts cipher = new AesXts(transcript.make(keyBytes));
    for (int length = 16; length <= MAXIMUM_BYTES; length += 7) {
      byte[] sector = transcript.make(length);
      cipher.encrypt(length, sector, 0, length, sector, 0);
      transcript.keep(sector);
      cipher.decrypt(length + 1, sector, 0, length, sector, 0);
      transcript.keep(sector);
    }
    return transcript.line(name);
  }

  private static String keyWrap() {
    Transcript transcript = new Transcript();
    AesKeyWrap cipher = new AesKeyWrap(transcript.make(32));
    for (int length = 1; length <= 100; length++) {
      byte[] wrapped = new byte[AesKeyWrap.wrappedBytes(length)];
      cipher.wrap(transcript.make(length), 0, length, wrapped, 0);
      transcript.keep(wrapped);
      byte[] unwrapped = new byte[wrapped.length - 8];
      transcript.keep(length == cipher.unwrap(wrapped, 0, wrapped.length, unwrapped, 0));
      transcript.keep(unwrapped);
    }
    return transcript.line("AES-256-KWP");
  }
}
