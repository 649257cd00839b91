package edgex.crypto.vectors;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import edgex.crypto.AuthenticatedCipher;
import edgex.crypto.CryptoException;
import edgex.crypto.aes.Aes;
import edgex.crypto.aes.AesGcm;
import edgex.crypto.aes.AesKeyWrap;
import edgex.crypto.aes.CounterField;
import edgex.crypto.aes.CounterMode;
import java.util.Arrays;
import java.util.function.Supplier;

/** AES in its modes, and what all authenticated ciphers have in common. */
final class AesRunners {
  private AesRunners() {}

  /** NIST's counter mode, with messages of any number of bits. */
  static final class Counter implements VectorRunner {
    @Override
    public String reasonToSkip(TestCase test) {
      return test.has("iv") ? null : "the vectors have no initial counter";
    }

    @Override
    public void run(TestCase test) {
      boolean encrypt = test.text("direction").equals("encrypt");
      byte[] input = test.bytes(encrypt ? "pt" : "ct");
      byte[] output = new byte[input.length];
      new CounterMode(new Aes(test.bytes("key")), CounterField.WHOLE_BLOCK)
          .transform(test.bytes("iv"), input, 0, input.length, output, 0);
      int lastBits = test.number("payloadLen") % 8;
      if (lastBits != 0) {
        output[output.length - 1] &= (byte) -(1 << (8 - lastBits));
      }
      assertEquals(test.text(encrypt ? "ct" : "pt"), HashRunner.hex(output));
    }
  }

  /** NIST's GCM with nonces and tags of all lengths. */
  static final class Gcm implements VectorRunner {
    @Override
    public void run(TestCase test) {
      AesGcm cipher = new AesGcm(test.bytes("key"), test.number("tagLen") / 8);
      byte[] nonce = test.bytes("iv");
      byte[] associated = test.bytes("aad");
      if (test.text("direction").equals("encrypt")) {
        byte[] sealed = seal(cipher, nonce, associated, test.bytes("pt"));
        assertEquals(test.text("ct") + test.text("tag"), HashRunner.hex(sealed));
        return;
      }
      byte[] sealed = join(test.bytes("ct"), test.bytes("tag"));
      byte[] opened = open(cipher, nonce, associated, sealed);
      boolean expected = !test.has("testPassed") || test.flag("testPassed");
      assertEquals(expected, opened != null);
      if (expected) {
        assertEquals(test.text("pt"), HashRunner.hex(opened));
      }
    }
  }

  /** An authenticated cipher of Wycheproof, both ways. */
  static void wycheproof(TestCase test, Supplier<AuthenticatedCipher> maker) {
    boolean valid = test.text("result").equals("valid");
    byte[] sealed = join(test.bytes("ct"), test.bytes("tag"));
    byte[] nonce = test.bytes("iv");
    byte[] opened = null;
    boolean refused = false;
    try {
      opened = open(maker.get(), nonce, test.bytes("aad"), sealed);
    } catch (IllegalArgumentException wrongNonce) {
      refused = true;
    }
    assertEquals(valid, opened != null, test.text("comment"));
    if (valid) {
      assertArrayEquals(test.bytes("msg"), opened);
      assertArrayEquals(sealed, seal(maker.get(), nonce, test.bytes("aad"), opened));
    } else if (!refused) {
      byte[] right = seal(maker.get(), nonce, test.bytes("aad"), test.bytes("msg"));
      assertEquals(false, Arrays.equals(sealed, right));
    }
  }

  static void keyWrap(TestCase test) {
    AesKeyWrap wrap = new AesKeyWrap(test.bytes("key"));
    byte[] wrapped = test.bytes("ct");
    byte[] key = new byte[Math.max(0, wrapped.length - 8)];
    boolean accepted = true;
    try {
      int length = wrap.unwrap(wrapped, 0, wrapped.length, key, 0);
      assertArrayEquals(test.bytes("msg"), Arrays.copyOf(key, length));
    } catch (CryptoException refused) {
      accepted = false;
      assertArrayEquals(new byte[key.length], key);
    }
    assertEquals(test.text("result").equals("valid"), accepted, test.text("comment"));
    if (accepted) {
      byte[] message = test.bytes("msg");
      byte[] again = new byte[AesKeyWrap.wrappedBytes(message.length)];
      wrap.wrap(message, 0, message.length, again, 0);
      assertArrayEquals(wrapped, again);
    }
  }

  static byte[] seal(AuthenticatedCipher cipher, byte[] nonce, byte[] associated, byte[] text) {
    byte[] sealed = new byte[text.length + cipher.tagBytes()];
    cipher.seal(nonce, associated, text, 0, text.length, sealed, 0);
    return sealed;
  }

  /** The plaintext; null if the text is refused, when the output must be zero. */
  static byte[] open(AuthenticatedCipher cipher, byte[] nonce, byte[] associated, byte[] sealed) {
    byte[] text = new byte[Math.max(0, sealed.length - cipher.tagBytes())];
    Arrays.fill(text, (byte) 1);
    try {
      cipher.open(nonce, associated, sealed, 0, sealed.length, text, 0);
      return text;
    } catch (CryptoException refused) {
      assertArrayEquals(new byte[text.length], text);
      return null;
    }
  }

  private static byte[] join(byte[] first, byte[] second) {
    byte[] joined = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, joined, first.length, second.length);
    return joined;
  }
}
