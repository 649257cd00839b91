package edgex.crypto.vectors;

import static org.junit.jupiter.api.Assertions.assertEquals;

import edgex.crypto.mlkem.MlKem;
import edgex.crypto.mlkem.MlKemParameters;
import java.util.Arrays;

/** ML-KEM: key generation, encapsulation, decapsulation, key checks. */
final class MlKemRunners {
  private MlKemRunners() {}

  static MlKem kem(TestCase test) {
    return new MlKem(MlKemParameters.named(test.text("parameterSet")));
  }

  static final class KeyGeneration implements VectorRunner {
    @Override
    public void run(TestCase test) {
      MlKem kem = kem(test);
      byte[] seed = Arrays.copyOf(test.bytes("d"), MlKemParameters.SEED_BYTES);
      System.arraycopy(test.bytes("z"), 0, seed, 32, 32);
      byte[] encapsulationKey = new byte[kem.parameters().encapsulationKeyBytes()];
      byte[] decapsulationKey = new byte[kem.parameters().decapsulationKeyBytes()];
      kem.generateKeys(seed, 0, encapsulationKey, 0, decapsulationKey, 0);
      assertEquals(test.text("ek"), HashRunner.hex(encapsulationKey));
      assertEquals(test.text("dk"), HashRunner.hex(decapsulationKey));
    }
  }

  static final class Operations implements VectorRunner {
    @Override
    public void run(TestCase test) {
      MlKem kem = kem(test);
      byte[] secret = new byte[MlKemParameters.SECRET_BYTES];
      switch (test.text("function")) {
        case "encapsulation" -> {
          byte[] ciphertext = new byte[kem.parameters().ciphertextBytes()];
          kem.encapsulate(test.bytes("ek"), 0, test.bytes("m"), 0, ciphertext, 0, secret, 0);
          assertEquals(test.text("c"), HashRunner.hex(ciphertext));
          assertEquals(test.text("k"), HashRunner.hex(secret));
        }
        case "decapsulation" -> {
          kem.decapsulate(test.bytes("dk"), 0, test.bytes("c"), 0, secret, 0);
          assertEquals(test.text("k"), HashRunner.hex(secret));
        }
        case "encapsulationKeyCheck" -> {
          byte[] key = test.bytes("ek");
          assertEquals(test.flag("testPassed"), kem.isEncapsulationKey(key, 0, key.length));
        }
        case "decapsulationKeyCheck" -> {
          byte[] key = test.bytes("dk");
          assertEquals(test.flag("testPassed"), kem.isDecapsulationKey(key, 0, key.length));
        }
        default -> throw new AssertionError("unknown function " + test.text("function"));
      }
    }
  }
}
