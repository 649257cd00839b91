package edgex.crypto.vectors;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonObject;
import edgex.crypto.random.CtrDrbg;

/** CTR_DRBG: all that is generated but the last is thrown away. */
final class CounterDrbgRunner implements VectorRunner {
  @Override
  public String reasonToSkip(TestCase test) {
    return test.text("mode").equals("AES-256") && !test.flag("derFunc")
        ? null
        : "only AES-256 without a derivation function is here";
  }

  @Override
  public void run(TestCase test) {
    CtrDrbg generator = new CtrDrbg();
    generator.instantiate(test.bytes("entropyInput"), test.bytes("persoString"));
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
