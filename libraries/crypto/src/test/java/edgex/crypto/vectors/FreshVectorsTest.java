package edgex.crypto.vectors;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import edgex.crypto.ScriptedRandom;
import edgex.crypto.SignedMessage;
import edgex.crypto.keccak.Sponge;
import edgex.crypto.kem.TlsHybrid;
import edgex.crypto.mldsa.MessageRepresentative;
import edgex.crypto.mldsa.MlDsaKeyGenerator;
import edgex.crypto.mldsa.MlDsaParameters;
import edgex.crypto.mldsa.MlDsaSigner;
import edgex.crypto.mldsa.MlDsaVerifier;
import edgex.crypto.mlkem.MlKem;
import edgex.crypto.mlkem.MlKemParameters;
import edgex.crypto.slhdsa.SlhDsa;
import edgex.crypto.slhdsa.SlhDsaParameters;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Vectors that BouncyCastle and the JDK agree on, made for this project; large values by SHA3-256.
 */
final class FreshVectorsTest {
  @TestFactory
  List<DynamicTest> algorithms() throws IOException {
    Map<String, List<TestCase>> cases = new LinkedHashMap<>();
    for (JsonElement entry :
        JsonParser.parseString(
                Files.readString(SharedVectors.folder("fresh").resolve("fresh-share.json")))
            .getAsJsonArray()) {
      JsonObject fields = entry.getAsJsonObject();
      cases
          .computeIfAbsent(fields.get("alg").getAsString(), name -> new ArrayList<>())
          .add(new TestCase(new JsonObject(), fields));
    }
    List<DynamicTest> tests = new ArrayList<>();
    cases.forEach(
        (name, group) -> {
          VectorRunner runner = runner(name);
          tests.add(
              runner == null
                  ? VectorFiles.skipped("fresh " + name, "no such algorithm here")
                  : DynamicTest.dynamicTest(
                      name + " (" + group.size() + " cases)", () -> group.forEach(runner::run)));
        });
    return tests;
  }

  private static VectorRunner runner(String algorithm) {
    if (algorithm.startsWith("accumulated-ML-KEM")) {
      return FreshVectorsTest::accumulated;
    }
    if (algorithm.equals("X25519MLKEM768")) {
      return FreshVectorsTest::hybrid;
    }
    if (algorithm.startsWith("ML-KEM")) {
      return FreshVectorsTest::encapsulation;
    }
    if (algorithm.startsWith("ml-dsa")) {
      return FreshVectorsTest::latticeSignature;
    }
    return algorithm.startsWith("slh-dsa") ? FreshVectorsTest::hashSignature : null;
  }

  private static void accumulated(TestCase test) {
    String name = test.text("alg").substring("accumulated-".length());
    assertEquals(
        test.text("hash"),
        AccumulatedVectorsTest.accumulate(name, test.bytes("seed"), test.number("n")));
  }

  private static void encapsulation(TestCase test) {
    MlKem kem = new MlKem(MlKemParameters.named(test.text("alg")));
    byte[] seed = HexFormat.of().parseHex(test.text("d") + test.text("z"));
    byte[] publicKey = new byte[kem.parameters().encapsulationKeyBytes()];
    byte[] privateKey = new byte[kem.parameters().decapsulationKeyBytes()];
    byte[] ciphertext = new byte[kem.parameters().ciphertextBytes()];
    byte[] secret = new byte[MlKemParameters.SECRET_BYTES];
    kem.generateKeys(seed, 0, publicKey, 0, privateKey, 0);
    check(test, "ek_sha3", publicKey);
    check(test, "dk_sha3", privateKey);
    kem.encapsulate(publicKey, 0, test.bytes("m"), 0, ciphertext, 0, secret, 0);
    check(test, "ct_sha3", ciphertext);
    assertEquals(test.text("ss"), HexFormat.of().formatHex(secret));
    ciphertext[test.number("flip_byte")] ^= (byte) (1 << test.number("flip_bit"));
    kem.decapsulate(privateKey, 0, ciphertext, 0, secret, 0);
    assertEquals(test.text("ss_reject"), HexFormat.of().formatHex(secret));
  }

  private static void hybrid(TestCase test) {
    TlsHybrid group = TlsHybrid.x25519MlKem768();
    byte[] publicKey = new byte[group.publicKeyBytes()];
    byte[] privateKey = new byte[group.privateKeyBytes()];
    byte[] ciphertext = new byte[group.ciphertextBytes()];
    byte[] secret = new byte[group.secretBytes()];
    String clientBytes = test.text("d") + test.text("z") + test.text("client_x25519_priv");
    group.generateKeys(ScriptedRandom.of(clientBytes), publicKey, privateKey);
    check(test, "client_share_sha3", publicKey);
    String serverBytes = test.text("server_x25519_priv") + test.text("m");
    group.encapsulate(publicKey, ScriptedRandom.of(serverBytes), ciphertext, secret);
    check(test, "server_share_sha3", ciphertext);
    assertEquals(test.text("shared_secret"), HexFormat.of().formatHex(secret));
    byte[] recovered = new byte[secret.length];
    group.decapsulate(privateKey, ciphertext, recovered);
    assertArrayEquals(secret, recovered);
  }

  private static void latticeSignature(TestCase test) {
    MlDsaParameters parameters = MlDsaParameters.named(test.text("alg").toUpperCase(Locale.ROOT));
    byte[] publicKey = new byte[parameters.publicKeyBytes()];
    byte[] privateKey = new byte[parameters.privateKeyBytes()];
    byte[] signature = new byte[parameters.signatureBytes()];
    new MlDsaKeyGenerator(parameters).generate(test.bytes("xi"), 0, publicKey, 0, privateKey, 0);
    check(test, "pk_sha3", publicKey);
    check(test, "sk_sha3", privateKey);
    MlDsaSigner signer = new MlDsaSigner(parameters);
    signer.load(privateKey, 0, privateKey.length);
    MessageRepresentative representative = new MessageRepresentative();
    byte[] message = test.bytes("msg");
    byte[] context = test.bytes("ctx");
    byte[] mu = new byte[MlDsaParameters.REPRESENTATIVE_BYTES];
    signer.startRepresentative(representative, SignedMessage.purePrefix(context));
    representative.update(message, 0, message.length);
    representative.finish(mu, 0);
    signer.signRepresentative(mu, 0, test.bytes("rnd"), 0, signature, 0);
    check(test, "sig_sha3", signature);
    assertTrue(
        new MlDsaVerifier(parameters)
            .verify(publicKey, message, 0, message.length, context, signature));
  }

  private static void hashSignature(TestCase test) {
    String name = test.text("alg");
    int suffix = name.length() - 1;
    SlhDsaParameters parameters =
        SlhDsaParameters.named(
            name.substring(0, suffix).toUpperCase(Locale.ROOT) + name.substring(suffix));
    SlhDsa scheme = new SlhDsa(parameters);
    byte[] publicKey = test.bytes("pk");
    byte[] message = test.bytes("msg");
    if (!test.text("sig").isEmpty()) {
      assertTrue(scheme.verify(publicKey, message, test.bytes("ctx"), test.bytes("sig")));
    }
    if (name.endsWith("f") || Boolean.getBoolean("edgex.long")) {
      byte[] seeds =
          HexFormat.of()
              .parseHex(test.text("sk_seed") + test.text("sk_prf") + test.text("pk_seed"));
      byte[] privateKey = new byte[parameters.privateKeyBytes()];
      byte[] signature = new byte[parameters.signatureBytes()];
      scheme.generateKeys(seeds, publicKey, privateKey);
      assertEquals(test.text("pk"), HexFormat.of().formatHex(publicKey));
      scheme.signDeterministic(privateKey, message, test.bytes("ctx"), signature);
      check(test, "sig_det_sha3", signature);
      assertTrue(scheme.verify(publicKey, message, test.bytes("ctx"), signature));
    }
  }

  private static void check(TestCase test, String field, byte[] value) {
    Sponge hash = Sponge.sha3(256);
    hash.update(value, 0, value.length);
    byte[] digest = new byte[32];
    hash.digest(digest, 0);
    assertEquals(test.text(field), HexFormat.of().formatHex(digest), field);
  }
}
