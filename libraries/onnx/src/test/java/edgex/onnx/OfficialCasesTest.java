package edgex.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import edgex.onnx.CaseRunner.Verdict;
import edgex.onnx.operator.StandardOperators;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The ONNX project's own test cases: every one that loads must compute the right values. */
class OfficialCasesTest {
  private static final Path PAGE = SharedData.project().resolve("docs/operators.md");
  private static final String ADVICE =
      "docs/operators.md is out of date; after reading what changed run:"
          + " mvn -o -pl libraries/onnx -am test -Dedgex.golden=write";

  /** Newest operator set of the cases of which a share is owed. */
  private static final int OWED_OPSET = 22;

  private static final double OWED_TIER1 = 0.98;
  private static final double OWED_ALL = 0.88;

  private static Path archive;
  private static List<OfficialCase> cases;
  private static final Map<String, CaseRunner.Outcome> OUTCOMES = new TreeMap<>();

  @BeforeAll
  static void runAll() throws IOException {
    archive = SharedData.find("onnx-tests/cases.tar.xz");
    Path table = SharedData.find("onnx-tests/tests.tsv");
    if (archive == null || table == null) {
      return;
    }
    cases = OfficialCase.readAll(table);
    CaseArchive.read(archive).forEach((name, files) -> OUTCOMES.put(name, CaseRunner.run(files)));
  }

  private static long count(Verdict verdict, List<OfficialCase> among) {
    return among.stream().filter(entry -> OUTCOMES.get(entry.name()).verdict() == verdict).count();
  }

  @Test
  void everySupportedCaseIsRight() {
    assumeTrue(cases != null);
    Map<String, List<OfficialCase>> groups = new TreeMap<>();
    List<String> failures = new ArrayList<>();
    for (OfficialCase entry : cases) {
      CaseRunner.Outcome outcome = OUTCOMES.get(entry.name());
      groups.computeIfAbsent(entry.group(), name -> new ArrayList<>()).add(entry);
      if (outcome == null || outcome.verdict() == Verdict.FAILED) {
        failures.add(entry.name() + ": " + (outcome == null ? "is missing" : outcome.detail()));
      }
    }
    groups.forEach(
        (group, members) ->
            System.out.println(
                "ONNX cases, "
                    + group
                    + ": "
                    + count(Verdict.PASSED, members)
                    + " passed "
                    + count(Verdict.FAILED, members)
                    + " failed "
                    + count(Verdict.UNSUPPORTED, members)
                    + " unsupported"));
    assertEquals(List.of(), failures);
  }

  @Test
  void theOwedShareOfCasesPasses() throws IOException {
    assumeTrue(cases != null && OperatorPage.isAbout(PAGE, archive));
    List<OfficialCase> plain =
        cases.stream().filter(entry -> entry.isPlain() && entry.opset() <= OWED_OPSET).toList();
    List<OfficialCase> tier1 =
        plain.stream().filter(entry -> entry.tier().equals("tier1")).toList();
    assertTrue(count(Verdict.PASSED, tier1) >= OWED_TIER1 * tier1.size());
    assertTrue(count(Verdict.PASSED, plain) >= OWED_ALL * plain.size());
  }

  @Test
  void theTableOfOperatorsIsCurrent() throws IOException {
    assumeTrue(cases != null);
    String page = OperatorPage.text(archive, cases, OUTCOMES, StandardOperators.table().names());
    if ("write".equals(System.getProperty("edgex.golden"))) {
      Files.writeString(PAGE, page);
    }
    boolean comparable = OperatorPage.isAbout(PAGE, archive);
    if (!comparable) {
      System.out.println("skipped: docs/operators.md was made from other cases than these");
    }
    assumeTrue(comparable);
    assertEquals(page, Files.readString(PAGE), ADVICE);
  }
}
