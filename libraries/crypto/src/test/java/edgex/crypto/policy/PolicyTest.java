package edgex.crypto.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import edgex.crypto.CryptoException;
import edgex.crypto.selftest.SelfTests;
import edgex.crypto.signature.SignatureSchemes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.cyclonedx.Version;
import org.cyclonedx.model.Bom;
import org.cyclonedx.parsers.JsonParser;
import org.junit.jupiter.api.Test;

/** The table, its profiles, and the bill of materials in docs/reference, which it writes. */
final class PolicyTest {
  private static final Path BILL = Path.of("../../docs/reference/cbom.json");

  @Test
  void strictProfileHasTheSuiteOnly() {
    AlgorithmPolicy policy = AlgorithmPolicy.of(Profile.CNSA_2_0);
    Set<String> allowed = new TreeSet<>();
    for (Algorithm algorithm : Algorithm.values()) {
      if (policy.allowsMaking(algorithm)) {
        allowed.add(algorithm.standardName());
      }
    }
    assertEquals(
        new TreeSet<>(
            Set.of(
                "ML-KEM-1024",
                "ML-DSA-87",
                "HSS-LMS",
                "XMSS",
                "XMSSMT",
                "AES-256-GCM",
                "AES-256-XTS",
                "AES-256-KWP",
                "SHA-384",
                "SHA-512",
                "SHA3-384",
                "SHA3-512",
                "HMAC-SHA-384",
                "HKDF-SHA-384",
                "HMAC_DRBG",
                "CTR_DRBG")),
        allowed);
    assertTrue(policy.allowsReading(Algorithm.ML_DSA_65));
    assertThrows(CryptoException.class, () -> policy.requireMaking(Algorithm.ML_DSA_65));
    assertEquals(Profile.CNSA_2_0, Profile.labelled("cnsa-2.0"));
    assertThrows(CryptoException.class, () -> Profile.labelled("strict"));
  }

  @Test
  void oneLineRetires() {
    AlgorithmPolicy usual = AlgorithmPolicy.of(Profile.DEFAULT);
    AlgorithmPolicy retired = usual.with(Algorithm.ML_DSA_44, Status.RETIRED);
    usual.requireMaking(Algorithm.ML_DSA_44);
    assertFalse(retired.allowsReading(Algorithm.ML_DSA_44));
    assertThrows(CryptoException.class, () -> retired.requireReading(Algorithm.ML_DSA_44));
    for (Algorithm algorithm : Algorithm.values()) {
      if (algorithm != Algorithm.ML_DSA_44) {
        assertEquals(usual.status(algorithm), retired.status(algorithm));
      }
    }
  }

  /** Nothing that signs, and nothing that boot tests, is missing from the table. */
  @Test
  void tableIsComplete() {
    for (String name : SignatureSchemes.names()) {
      assertEquals(Purpose.SIGNATURE, Algorithm.named(name).purpose());
    }
    for (String name : SelfTests.names()) {
      assertEquals(name, Algorithm.named(name).standardName());
    }
    assertThrows(CryptoException.class, () -> Algorithm.named("ROT13"));
  }

  /** With -Dedgex.golden=write the document is rewritten instead. */
  @Test
  void billIsUpToDateAndValid() throws Exception {
    String bill = BillOfMaterials.write("0.1.0");
    if ("write".equals(System.getProperty("edgex.golden"))) {
      Files.writeString(BILL, bill);
    }
    assertEquals(
        Files.readString(BILL), bill, "run with -Dedgex.golden=write and look at the diff");
    byte[] bytes = bill.getBytes(StandardCharsets.UTF_8);
    assertEquals("[]", new JsonParser().validate(bytes, Version.VERSION_16).toString());
    Bom parsed = new JsonParser().parse(bytes);
    assertEquals(Algorithm.values().length, parsed.getComponents().size());
  }

  @Test
  void damagedBillIsNotValid() throws IOException {
    String bill = BillOfMaterials.write("0.1.0").replace("\"drbg\"", "\"dice\"");
    assertFalse(
        new JsonParser()
            .validate(bill.getBytes(StandardCharsets.UTF_8), Version.VERSION_16)
            .isEmpty());
  }
}
