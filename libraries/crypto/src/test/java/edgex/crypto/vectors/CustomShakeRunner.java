package edgex.crypto.vectors;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonObject;
import edgex.crypto.keccak.CustomShake;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** cSHAKE: messages and outputs of any number of bits, Monte-Carlo tests. */
final class CustomShakeRunner implements VectorRunner {
  private final int strengthBits;

  CustomShakeRunner(int strengthBits) {
    this.strengthBits = strengthBits;
  }

  @Override
  public void run(TestCase test) {
    if (test.text("testType").equals("MCT")) {
      runMonteCarlo(test);
      return;
    }
    byte[] name = test.text("functionName").getBytes(StandardCharsets.US_ASCII);
    byte[] output =
        shake(
            name,
            customisation(test),
            test.bytes("msg"),
            test.number("len"),
            test.number("outLen"));
    assertEquals(test.text("md"), HashRunner.hex(output));
  }

  static byte[] customisation(TestCase test) {
    return test.has("customizationHex")
        ? test.bytes("customizationHex")
        : test.textOr("customization", "").getBytes(StandardCharsets.US_ASCII);
  }

  private byte[] shake(
      byte[] name, byte[] customisation, byte[] message, int bits, int outputBits) {
    CustomShake shake = new CustomShake(strengthBits, name, customisation);
    shake.update(message, 0, bits / 8);
    if (bits % 8 != 0) {
      shake.updateLastBits((message[bits / 8] & 0xFF) >> (8 - bits % 8), bits % 8);
    }
    byte[] output = new byte[(outputBits + 7) / 8];
    shake.squeeze(output, 0, output.length);
    if (outputBits % 8 != 0) {
      output[output.length - 1] = (byte) (output[output.length - 1] << (8 - outputBits % 8));
    }
    return output;
  }

  /** The loop of the ACVP specification for cSHAKE: the customisation grows from the output. */
  private void runMonteCarlo(TestCase test) {
    int minimum = test.number("minOutLen");
    int range = test.number("maxOutLen") - minimum + 1;
    int increment = test.number("outLenIncrement");
    int outputBits = test.number("maxOutLen");
    byte[] output = test.bytes("msg");
    byte[] customisation = {};
    for (JsonObject expected : VectorFiles.objects(test.test().getAsJsonArray("resultsArray"))) {
      int usedBits = 0;
      for (int i = 0; i < 1000; i++) {
        byte[] inner = Arrays.copyOf(output, 16);
        usedBits = outputBits;
        output = shake(new byte[0], customisation, inner, 128, usedBits);
        int rightmost = rightmost(output, usedBits);
        outputBits = minimum + rightmost % range / increment * increment;
        customisation = letters(inner, rightmost);
      }
      assertEquals(expected.get("outLen").getAsInt(), usedBits);
      assertEquals(expected.get("md").getAsString(), HashRunner.hex(output));
    }
  }

  /** The last 16 bits of the output, whose last byte may not be whole. */
  private static int rightmost(byte[] output, int bits) {
    int end = output.length;
    int last = (output[end - 3] & 0xFF) << 16;
    last |= (output[end - 2] & 0xFF) << 8 | (output[end - 1] & 0xFF);
    return last >> (-bits & 7) & 0xFFFF;
  }

  private static byte[] letters(byte[] inner, int rightmost) {
    byte[] text = Arrays.copyOf(inner, inner.length + 2);
    text[inner.length] = (byte) (rightmost >> 8);
    text[inner.length + 1] = (byte) rightmost;
    for (int i = 0; i < text.length; i++) {
      text[i] = (byte) ((text[i] & 0xFF) % 26 + 'A');
    }
    return text;
  }
}
