package edgex.crypto.vectors;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonObject;
import edgex.crypto.HashAlgorithm;
import edgex.crypto.hash.ExtendableOutput;
import edgex.crypto.hash.Hash;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;

/** SHA-2, SHA-3 and SHAKE: messages of any number of bits, Monte-Carlo tests, large messages. */
final class HashRunner implements VectorRunner {
  private static final int MONTE_CARLO_ROUNDS = 1000;

  private final Hash hash;

  HashRunner(HashAlgorithm algorithm) {
    hash = algorithm.newHash();
  }

  @Override
  public String reasonToSkip(TestCase test) {
    return test.has("largeMsg") ? VectorRunner.onlyInLongRun("gigabytes of message") : null;
  }

  @Override
  public void run(TestCase test) {
    if (test.has("largeMsg")) {
      runLarge(test);
    } else if (test.text("testType").equals("MCT")) {
      runMonteCarlo(test);
    } else {
      int length = test.number("len");
      byte[] message = test.bytes("msg");
      hash.reset();
      hash.update(message, 0, length / 8);
      if (length % 8 != 0) {
        hash.updateLastBits(lastBits(message[length / 8], length % 8), length % 8);
      }
      int outputBits = test.has("outLen") ? test.number("outLen") : 8 * hash.digestBytes();
      byte[] output = output(outputBits);
      if (test.text("testType").equals("VOT") && outputBits % 8 != 0) {
        // Of all vectors only these have the bits of the last byte at its bottom.
        int last = output.length - 1;
        output[last] = (byte) ((output[last] & 0xFF) >> (8 - outputBits % 8));
      }
      assertEquals(test.text("md"), hex(output));
    }
  }

  /** The vectors have the bits of the last byte at its top; SHA-3 wants them at the bottom. */
  private int lastBits(int lastByte, int bits) {
    return hash instanceof ExtendableOutput ? (lastByte & 0xFF) >> (8 - bits) : lastByte;
  }

  /** The output; the bits of a last byte that is not whole are at its top. */
  private byte[] output(int bits) {
    byte[] output = new byte[(bits + 7) / 8];
    if (hash instanceof ExtendableOutput extendable) {
      extendable.squeeze(output, 0, output.length);
      hash.reset();
      if (bits % 8 != 0) {
        output[output.length - 1] = (byte) (output[output.length - 1] << (8 - bits % 8));
      }
    } else {
      hash.digest(output, 0);
    }
    return output;
  }

  private void runLarge(TestCase test) {
    JsonObject large = test.test().getAsJsonObject("largeMsg");
    byte[] content = HexFormat.of().parseHex(large.get("content").getAsString());
    byte[] chunk = new byte[content.length << 17];
    for (int i = 0; i < chunk.length; i += content.length) {
      System.arraycopy(content, 0, chunk, i, content.length);
    }
    long left = large.get("fullLength").getAsLong() / 8;
    while (left > 0) {
      int part = (int) Math.min(left, chunk.length);
      hash.update(chunk, 0, part);
      left -= part;
    }
    assertEquals(test.text("md"), hex(output(8 * hash.digestBytes())));
  }

  private void runMonteCarlo(TestCase test) {
    byte[] seed = test.bytes("msg");
    boolean isShake = hash.name().startsWith("SHAKE");
    int outputBytes = isShake ? test.number("maxOutLen") / 8 : hash.digestBytes();
    for (JsonObject expected : VectorFiles.objects(test.test().getAsJsonArray("resultsArray"))) {
      if (isShake) {
        int usedBytes = outputBytes;
        for (int i = 0; i < MONTE_CARLO_ROUNDS; i++) {
          byte[] input = Arrays.copyOf(seed, 16);
          hash.update(input, 0, input.length);
          usedBytes = outputBytes;
          seed = output(8 * usedBytes);
          outputBytes = nextOutputBytes(test, seed);
        }
        assertEquals(8 * usedBytes, expected.get("outLen").getAsInt());
      } else if (hash.name().startsWith("SHA3")) {
        for (int i = 0; i < MONTE_CARLO_ROUNDS; i++) {
          hash.update(seed, 0, seed.length);
          seed = output(8 * outputBytes);
        }
      } else {
        seed = sha2Rounds(test, seed);
      }
      assertEquals(expected.get("md").getAsString(), hex(seed));
    }
  }

  private static int nextOutputBytes(TestCase test, byte[] output) {
    int minimum = test.number("minOutLen") / 8;
    int range = test.number("maxOutLen") / 8 - minimum + 1;
    int end = output.length;
    int rightmost = (output[end - 2] & 0xFF) << 8 | (output[end - 1] & 0xFF);
    return minimum + rightmost % range;
  }

  /** Hashes the last three results together; "alternate" keeps the seed's first length. */
  private byte[] sha2Rounds(TestCase test, byte[] seed) {
    boolean alternate = test.textOr("mctVersion", "standard").equals("alternate");
    int length = test.number("len") / 8;
    byte[] a = seed;
    byte[] b = seed;
    byte[] c = seed;
    for (int i = 0; i < MONTE_CARLO_ROUNDS; i++) {
      byte[] joined = new byte[a.length + b.length + c.length];
      System.arraycopy(a, 0, joined, 0, a.length);
      System.arraycopy(b, 0, joined, a.length, b.length);
      System.arraycopy(c, 0, joined, a.length + b.length, c.length);
      byte[] message = alternate ? Arrays.copyOf(joined, length) : joined;
      hash.update(message, 0, message.length);
      a = b;
      b = c;
      c = output(8 * hash.digestBytes());
    }
    return c;
  }

  static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes).toUpperCase(Locale.ROOT);
  }
}
