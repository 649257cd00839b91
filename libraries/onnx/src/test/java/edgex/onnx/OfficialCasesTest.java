package edgex.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The ONNX project's own test cases: every one that loads must compute the right values. */
class OfficialCasesTest {
  @Test
  void everySupportedCaseIsRight() throws IOException {
    Path archive = SharedData.find("onnx-tests/cases.tar.xz");
    assumeTrue(archive != null);
    Map<String, String> tiers = tiers(SharedData.find("onnx-tests/tests.tsv"));
    Map<String, Map<CaseRunner.Verdict, Integer>> counts = new TreeMap<>();
    List<String> failures = new ArrayList<>();
    StringBuilder refusals = new StringBuilder();
    for (Map.Entry<String, Map<String, byte[]>> entry : CaseArchive.read(archive).entrySet()) {
      CaseRunner.Outcome outcome = CaseRunner.run(entry.getValue());
      String tier = tiers.getOrDefault(entry.getKey(), "unlisted");
      counts
          .computeIfAbsent(tier, name -> new EnumMap<>(CaseRunner.Verdict.class))
          .merge(outcome.verdict(), 1, Integer::sum);
      if (outcome.verdict() == CaseRunner.Verdict.FAILED) {
        failures.add(entry.getKey() + ": " + outcome.detail());
      } else if (outcome.verdict() == CaseRunner.Verdict.UNSUPPORTED) {
        refusals.append(entry.getKey()).append('\t').append(outcome.detail()).append('\n');
      }
    }
    Files.createDirectories(Path.of("target"));
    Files.writeString(Path.of("target/unsupported-cases.tsv"), refusals.toString());
    int passed = report(counts);
    assertEquals(List.of(), failures);
    assertTrue(passed > 0, "no case passed");
  }

  private static int report(Map<String, Map<CaseRunner.Verdict, Integer>> counts) {
    int passed = 0;
    for (Map.Entry<String, Map<CaseRunner.Verdict, Integer>> tier : counts.entrySet()) {
      StringBuilder line = new StringBuilder("ONNX cases, " + tier.getKey() + ":");
      for (CaseRunner.Verdict verdict : CaseRunner.Verdict.values()) {
        int count = tier.getValue().getOrDefault(verdict, 0);
        line.append(' ').append(count).append(' ').append(verdict.name().toLowerCase(Locale.ROOT));
      }
      System.out.println(line);
      passed += tier.getValue().getOrDefault(CaseRunner.Verdict.PASSED, 0);
    }
    return passed;
  }

  /** "CATEGORY/TEST" to "TIER TYPECLASS", from a table whose first line names the columns. */
  private static Map<String, String> tiers(Path table) throws IOException {
    Map<String, String> tiers = new HashMap<>();
    if (table == null) {
      return tiers;
    }
    for (String line : Files.readAllLines(table)) {
      String[] fields = line.split("\t", -1);
      tiers.put(fields[0] + "/" + fields[1], fields[5] + " " + fields[4]);
    }
    return tiers;
  }
}
