package edgex.crypto.vectors;

import static org.junit.jupiter.api.Assertions.assertEquals;

import edgex.crypto.slhdsa.SlhDsa;
import edgex.crypto.slhdsa.SlhDsaParameters;
import java.io.ByteArrayOutputStream;

/** SLH-DSA: key generation of ACVP. */
final class SlhDsaRunners {
  private SlhDsaRunners() {}

  static final class KeyGeneration implements VectorRunner {
    /** Small sets take half a second a key on a JVM: one key of each, ten of the fast sets. */
    @Override
    public String reasonToSkip(TestCase test) {
      boolean isSlow = test.text("parameterSet").endsWith("s");
      return isSlow && test.number() % 10 != 1
          ? VectorRunner.onlyInLongRun("slow key generation")
          : null;
    }

    @Override
    public void run(TestCase test) {
      SlhDsa scheme = new SlhDsa(SlhDsaParameters.named(test.text("parameterSet")));
      ByteArrayOutputStream seeds = new ByteArrayOutputStream();
      seeds.writeBytes(test.bytes("skSeed"));
      seeds.writeBytes(test.bytes("skPrf"));
      seeds.writeBytes(test.bytes("pkSeed"));
      byte[] publicKey = new byte[scheme.parameters().publicKeyBytes()];
      byte[] privateKey = new byte[scheme.parameters().privateKeyBytes()];
      scheme.generateKeys(seeds.toByteArray(), publicKey, privateKey);
      assertEquals(test.text("pk"), HashRunner.hex(publicKey));
      assertEquals(test.text("sk"), HashRunner.hex(privateKey));
    }
  }
}
