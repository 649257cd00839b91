package edgex.abi.ipc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The JDK's strict decoder is the oracle. */
final class Utf8Test {
  @Test
  void everySequenceOfUpToThreeBytesAgreesWithTheJdk() {
    for (int length = 0; length <= 2; length++) {
      for (int value = 0; value < 1 << (8 * length); value++) {
        assertAgrees(bytes(value, length));
      }
    }
    for (int value = 0x800000; value < 1 << 24; value += 3) {
      assertAgrees(bytes(value, 3));
    }
  }

  @Test
  @Tag("fuzz")
  void randomFourByteSequencesAgreeWithTheJdk() {
    Random random = new Random(8);
    // In proportion to the million calls that the kernel's fuzzer makes by default.
    long rounds = 500_000 * Math.max(1, Long.getLong("edgex.fuzz.calls", 1) / 1_000_000);
    for (long i = 0; i < rounds; i++) {
      int value = 0xf0808080 | (random.nextInt() & 0x0f3f3f3f);
      assertAgrees(bytes(value, 4));
      assertAgrees(bytes(random.nextInt(), 4));
    }
  }

  private static byte[] bytes(int value, int length) {
    byte[] bytes = new byte[length];
    for (int i = 0; i < length; i++) {
      bytes[i] = (byte) (value >>> (8 * (length - 1 - i)));
    }
    return bytes;
  }

  private static void assertAgrees(byte[] bytes) {
    assertEquals(acceptedByTheJdk(bytes), Utf8.isWellFormed(bytes));
  }

  private static boolean acceptedByTheJdk(byte[] bytes) {
    try {
      StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(bytes));
      return true;
    } catch (CharacterCodingException refused) {
      return false;
    }
  }
}
