package edgex.onnx;

import edgex.onnx.CaseRunner.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Writes the page of supported operators from the results of the official cases. */
final class OperatorPage {
  private static final String HEAD =
      """
      # Operators

      What of ONNX runs, as the official ONNX test cases say. A test of `libraries/onnx` writes this
      page from its results and compares it; `-Dedgex.golden=write` added to the run rewrites it.

      A model with anything else is refused when it is loaded, and the message names the operator:
      `operator X (opset N) is not supported`, followed by the reason if only this form of it is not.
      Tensors hold float16, float32, float64, signed and unsigned integers of 8 to 64 bits, or truth
      values; there are no texts, sequences, optional values, complex numbers, and no types of fewer
      than 16 bits for floating-point numbers or 8 bits for integers. Operators work on every type
      that ONNX allows them among these, with two exceptions: the recurrent layers and ConvTranspose
      take float16 and float32 only.

      Cases marked "exotic" need types that are not supported.

      """;

  private OperatorPage() {}

  /** Whether the page was made from this archive of cases. */
  static boolean isAbout(Path page, Path archive) throws IOException {
    return Files.exists(page) && Files.readString(page).contains(fingerprint(archive));
  }

  private static String fingerprint(Path archive) throws IOException {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(archive));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException exception) {
      throw new IllegalStateException(exception);
    }
  }

  static String text(
      Path archive,
      List<OfficialCase> cases,
      Map<String, CaseRunner.Outcome> outcomes,
      Set<String> supported)
      throws IOException {
    Map<String, Tally> groups = new TreeMap<>();
    Map<String, Tally> families = new TreeMap<>();
    for (OfficialCase entry : cases) {
      Verdict verdict = outcomes.get(entry.name()).verdict();
      groups.computeIfAbsent(entry.group(), name -> new Tally()).add(verdict);
      if (entry.isPlain()) {
        families.computeIfAbsent(entry.family(), name -> new Tally()).add(verdict);
      }
    }
    StringBuilder page = new StringBuilder(HEAD);
    table(page, "Cases", groups);
    page.append("\n## By operator\nCases marked plain, by the operator that each is about.\n\n");
    table(page, "Operator", families);
    Set<String> others = new TreeSet<>(supported);
    for (String family : families.keySet()) {
      others.remove(family.replace("::", ":"));
    }
    page.append("\nSupported, too, without a case about them: ")
        .append(String.join(", ", others))
        .append(".\n\nSHA-256 of the archive of cases: ")
        .append(fingerprint(archive))
        .append('\n');
    return page.toString();
  }

  private static void table(StringBuilder page, String title, Map<String, Tally> rows) {
    page.append("| ").append(title).append(" | passed | failed | not supported |\n");
    page.append("|---|---:|---:|---:|\n");
    rows.forEach((name, tally) -> page.append(tally.row(name)));
  }

  private static final class Tally {
    private final Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);

    void add(Verdict verdict) {
      counts.merge(verdict, 1, Integer::sum);
    }

    String row(String name) {
      return String.format(
          "| %s | %d | %d | %d |\n",
          name,
          counts.getOrDefault(Verdict.PASSED, 0),
          counts.getOrDefault(Verdict.FAILED, 0),
          counts.getOrDefault(Verdict.UNSUPPORTED, 0));
    }
  }
}
