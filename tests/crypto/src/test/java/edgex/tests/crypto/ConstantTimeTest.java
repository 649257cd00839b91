package edgex.tests.crypto;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * No branch and no address of the compiled code depends on a secret: memcheck follows secrets that
 * are marked as undefined, but for what the library reveals ({@code RevealPrimitive}). Code that
 * handles secrets divides by nothing but public numbers.
 */
final class ConstantTimeTest {
  private static final String PROGRAM = "secrets.ConstantTimeProgram";
  private static final String TRACK = "-DEDGEX_CRYPTO_TRACK_SECRETS";
  private static final String PORTABLE = "-DEDGEX_CRYPTO_PORTABLE";

  private static final List<String> MEMCHECK =
      List.of("valgrind", "-q", "--error-limit=no", "--log-file=/dev/null");

  /** What the operations that leak on purpose lead to. */
  private static final Map<String, Boolean> PLANTED =
      Map.of("planted index", true, "planted branch", true, "planted division", false);

  @Test
  void loopsOfTheProcessorAtFullOptimization() throws Exception {
    check(compile("fast-O3", "-O3"));
  }

  @Test
  void portableLoopsAtModerateOptimization() throws Exception {
    check(compile("portable-O2", "-O2", PORTABLE));
  }

  @Tag("long")
  @Test
  void loopsOfTheProcessorAtModerateOptimization() throws Exception {
    check(compile("fast-O2", "-O2"));
  }

  @Tag("long")
  @Test
  void portableLoopsAtFullOptimization() throws Exception {
    check(compile("portable-O3", "-O3", PORTABLE));
  }

  /** The sets of SLH-DSA that take minutes under memcheck. */
  @Tag("long")
  @ParameterizedTest
  @CsvSource({"fast-O3, -O3", "portable-O2, -O2"})
  void slowOperations(String name, String optimization) throws Exception {
    Path program =
        name.startsWith("fast")
            ? compile(name, optimization)
            : compile(name, optimization, PORTABLE);
    Map<String, Integer> findings = findings(program, "slow ");
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
    Map<String, Integer> findings = findings(program, revealing.toArray(String[]::new));
    assertTrue(findings.keySet().containsAll(revealing), findings.toString());
    findings.forEach((operation, count) -> assertTrue(count > 0, operation));
  }

  private static Path compile(String name, String... flags) throws Exception {
    List<String> all = new ArrayList<>(List.of(TRACK, "-g"));
    all.addAll(List.of(flags));
    return CompiledProgram.compile("crypto-secrets-" + name, PROGRAM, all.toArray(String[]::new));
  }

  private static void check(Path program) throws Exception {
    Map<String, Integer> findings = findings(program);
    assertTrue(findings.size() > 40, findings.toString());
    assertTrue(findings.keySet().containsAll(PLANTED.keySet()), findings.toString());
    findings.forEach(
        (operation, count) ->
            assertEquals(PLANTED.getOrDefault(operation, false), count > 0, operation));
    Set<String> undeclared = new TreeSet<>(Divisions.in(program));
    undeclared.removeAll(Divisions.declared());
    assertEquals(1, undeclared.size(), undeclared.toString());
    assertTrue(undeclared.iterator().next().contains("PlantedLeaks"), undeclared.toString());
  }

  /** How many uses of secrets memcheck reported, by operation. */
  private static Map<String, Integer> findings(Path program, String... prefixes) throws Exception {
    String output = CompiledProgram.run(CompiledProgram.command(MEMCHECK, program, prefixes));
    Map<String, Integer> findings = new LinkedHashMap<>();
    for (String line : output.lines().toList()) {
      int end = line.lastIndexOf(' ');
      findings.put(line.substring(0, end), Integer.parseInt(line.substring(end + 1)));
    }
    return findings;
  }
}
