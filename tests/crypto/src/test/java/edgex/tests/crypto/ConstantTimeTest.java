package edgex.tests.crypto;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * No branch and no address of the compiled code depends on a secret: memcheck follows secrets that
 * are marked as undefined, but for what the library reveals ({@code RevealPrimitive}). Code that
 * handles secrets divides by nothing but public numbers. Valgrind knows no registers of 512 bits
 * and no SHA extensions, so level 2 is AVX2 with AES-NI here.
 */
final class ConstantTimeTest {
  private static final String PROGRAM = "secrets.SecretsProgram";
  private static final String TRACK = "-DEDGEX_CRYPTO_TRACK_SECRETS";

  private static final List<String> MEMCHECK =
      List.of("valgrind", "-q", "--error-limit=no", "--log-file=/dev/null");

  /** What the operations that leak on purpose lead to. */
  private static final Map<String, Boolean> PLANTED =
      Map.of("planted index", true, "planted branch", true, "planted division", false);

  @ParameterizedTest
  @CsvSource({"-O2, 0", "-O2, 2", "-O3, 0", "-O3, 2"})
  void nothingDependsOnSecrets(String optimization, String level) throws Exception {
    Map<String, Integer> findings = findings(compile(optimization), level);
    assertTrue(findings.size() > 40, findings.toString());
    assertTrue(findings.keySet().containsAll(PLANTED.keySet()), findings.toString());
    findings.forEach(
        (operation, count) ->
            assertEquals(PLANTED.getOrDefault(operation, false), count > 0, operation));
  }

  @ParameterizedTest
  @ValueSource(strings = {"-O2", "-O3"})
  void onlyPublicNumbersAreDivided(String optimization) throws Exception {
    Set<String> undeclared = new TreeSet<>(Divisions.in(compile(optimization)));
    undeclared.removeAll(Divisions.declared());
    assertEquals(1, undeclared.size(), undeclared.toString());
    assertTrue(undeclared.iterator().next().contains("PlantedLeaks"), undeclared.toString());
  }

  /** The sets of SLH-DSA that take minutes under memcheck. */
  @Tag("long")
  @ParameterizedTest
  @CsvSource({"-O3, 2", "-O2, 0"})
  void nothingDependsOnSecretsOfSlowOperations(String optimization, String level) throws Exception {
    Map<String, Integer> findings = findings(compile(optimization), level, "slow ");
    assertEquals(10, findings.size(), findings.toString());
    findings.forEach((operation, count) -> assertEquals(0, count, operation));
  }

  /** With nothing revealed, every scheme that reveals something is reported. */
  @Tag("long")
  @Test
  void whatIsRevealedDoesDependOnSecrets() throws Exception {
    Path program = CompiledProgram.compile("crypto-secrets-hidden", PROGRAM, "-O2", "-g");
    List<String> revealing =
        List.of(
            "ML-KEM-768",
            "ML-DSA-44",
            "ML-DSA-65",
            "ML-DSA-87",
            "SLH-DSA-SHA2-128f",
            "AES-256-GCM",
            "AES-256-XTS",
            "AES-256-KWP",
            "X25519",
            "ECDSA-P256",
            "comparison");
    Map<String, Integer> findings = findings(program, "2", revealing.toArray(String[]::new));
    assertTrue(findings.keySet().containsAll(revealing), findings.toString());
    findings.forEach((operation, count) -> assertTrue(count > 0, operation));
  }

  private static Path compile(String optimization) throws Exception {
    return CompiledProgram.compile(
        "crypto-secrets" + optimization, PROGRAM, TRACK, "-g", optimization);
  }

  /** How many uses of secrets memcheck reported, by operation. */
  private static Map<String, Integer> findings(Path program, String level, String... prefixes)
      throws Exception {
    List<String> command = CompiledProgram.command(MEMCHECK, program, level, "track");
    command.addAll(List.of(prefixes));
    String output = CompiledProgram.run(command);
    Map<String, Integer> findings = new LinkedHashMap<>();
    for (String line : output.lines().toList()) {
      int end = line.lastIndexOf(' ');
      findings.put(line.substring(0, end), Integer.parseInt(line.substring(end + 1)));
    }
    return findings;
  }
}
