package edgex.crypto.vectors;

import static org.junit.jupiter.api.Assertions.assertEquals;

import edgex.crypto.HashAlgorithm;
import edgex.crypto.hash.Hmac;
import java.util.Arrays;

/** HMAC with codes cut to a number of bits. */
final class HmacRunner implements VectorRunner {
  private final Hmac hmac;

  HmacRunner(HashAlgorithm hash) {
    hmac = new Hmac(hash.newHash());
  }

  @Override
  public void run(TestCase test) {
    byte[] key = test.bytes("key");
    byte[] message = test.bytes("msg");
    hmac.start(key, 0, key.length);
    hmac.update(message, 0, message.length);
    byte[] code = new byte[hmac.codeBytes()];
    hmac.finish(code, 0);
    String expected = HashRunner.hex(Arrays.copyOf(code, test.number("macLen") / 8));
    assertEquals(test.text("mac"), expected);
  }
}
