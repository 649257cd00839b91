package edgex.crypto.vectors;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonObject;
import edgex.crypto.HashAlgorithm;
import edgex.crypto.random.DeterministicGenerator;
import edgex.crypto.random.HmacDrbg;

/** HMAC_DRBG: all that is generated but the last is thrown away. */
final class DrbgRunner implements VectorRunner {
  @Override
  public String reasonToSkip(TestCase test) {
    try {
      HashAlgorithm.named(test.text("mode"));
      return null;
    } catch (IllegalArgumentException none) {
      return "no such hash function here";
    }
  }

  @Override
  public void run(TestCase test) {
    HmacDrbg generator = new HmacDrbg(HashAlgorithm.named(test.text("mode")).newHash());
    generator.instantiate(
        test.bytes("entropyInput"), test.bytes("nonce"), test.bytes("persoString"));
    check(test, generator);
  }

  /** Reseeds and generates what the case wants of a generator that has its seed. */
  static void check(TestCase test, DeterministicGenerator generator) {
    byte[] output = new byte[test.number("returnedBitsLen") / 8];
    for (JsonObject step : VectorFiles.objects(test.test().getAsJsonArray("otherInput"))) {
      byte[] additional = TestCase.parse(step, "additionalInput");
      byte[] entropy = TestCase.parse(step, "entropyInput");
      if (step.get("intendedUse").getAsString().equals("reSeed")) {
        generator.reseed(entropy, additional);
      } else if (test.flag("predResistance")) {
        generator.reseed(entropy, additional);
        generator.generate(output, 0, output.length);
      } else {
        generator.generate(output, 0, output.length, additional);
      }
    }
    assertEquals(test.text("returnedBits"), HashRunner.hex(output));
  }
}
