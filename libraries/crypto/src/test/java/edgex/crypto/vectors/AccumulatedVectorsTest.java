package edgex.crypto.vectors;

import static org.junit.jupiter.api.Assertions.assertEquals;

import edgex.crypto.keccak.Sponge;
import edgex.crypto.mlkem.MlKem;
import edgex.crypto.mlkem.MlKemParameters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Thousands of random ML-KEM runs behind one hash, by the recipe of C2SP/CCTV: keys, ciphertext,
 * secret, and the secret of a ciphertext that nobody encapsulated, all from one SHAKE128 stream.
 */
final class AccumulatedVectorsTest {
  @TestFactory
  List<DynamicTest> encapsulation() throws IOException {
    Path file = SharedVectors.folder("fresh").resolve("accumulated-mlkem-fips203-final.txt");
    List<DynamicTest> tests = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      String[] fields = line.split(" ", -1);
      int runs = Integer.parseInt(fields[1]);
      tests.add(
          DynamicTest.dynamicTest(
              fields[0] + ", " + runs + " runs",
              () -> assertEquals(fields[2], accumulate(fields[0], new byte[0], runs))));
    }
    return tests;
  }

  /** The hash over {@code runs} runs whose random bytes are SHAKE128 of the seed. */
  static String accumulate(String name, byte[] seed, int runs) {
    MlKem kem = new MlKem(MlKemParameters.named(name));
    Sponge random = Sponge.shake(128);
    random.update(seed, 0, seed.length);
    Sponge results = Sponge.shake(128);
    byte[] keySeed = new byte[MlKemParameters.SEED_BYTES];
    byte[] randomness = new byte[32];
    byte[] publicKey = new byte[kem.parameters().encapsulationKeyBytes()];
    byte[] privateKey = new byte[kem.parameters().decapsulationKeyBytes()];
    byte[] ciphertext = new byte[kem.parameters().ciphertextBytes()];
    byte[] secret = new byte[MlKemParameters.SECRET_BYTES];
    for (int i = 0; i < runs; i++) {
      random.squeeze(keySeed, 0, keySeed.length);
      kem.generateKeys(keySeed, 0, publicKey, 0, privateKey, 0);
      results.update(publicKey, 0, publicKey.length);
      results.update(privateKey, 0, privateKey.length);
      random.squeeze(randomness, 0, randomness.length);
      kem.encapsulate(publicKey, 0, randomness, 0, ciphertext, 0, secret, 0);
      results.update(ciphertext, 0, ciphertext.length);
      results.update(secret, 0, secret.length);
      byte[] recovered = new byte[secret.length];
      kem.decapsulate(privateKey, 0, ciphertext, 0, recovered, 0);
      assertEquals(HexFormat.of().formatHex(secret), HexFormat.of().formatHex(recovered));
      random.squeeze(ciphertext, 0, ciphertext.length);
      kem.decapsulate(privateKey, 0, ciphertext, 0, secret, 0);
      results.update(secret, 0, secret.length);
    }
    byte[] hash = new byte[32];
    results.squeeze(hash, 0, hash.length);
    return HexFormat.of().formatHex(hash);
  }
}
