package edgex.bench.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Lays results out in columns. A ratio is the peer's figure by EdgeX's: how many times as much the
 * peer takes.
 *
 * <pre>
 * name                 value  unit          peer                   value  ratio
 * null_call               89  instructions  linux.getppid            329   3.70
 * ipc.roundtrip.words4   347  instructions  linux.pipe.roundtrip  11,495  33.13
 *                                           linux.unix.roundtrip  17,059  49.16
 * process.kill           812  instructions
 * </pre>
 */
final class ConsoleTable {
  private static final String COLUMN_GAP = "  ";
  private static final List<String> HEADER =
      List.of("name", "value", "unit", "peer", "value", "ratio");
  private static final List<Boolean> NUMERIC = List.of(false, true, false, false, true, true);

  private ConsoleTable() {}

  /** The table, each line ended by a line feed. */
  static String render(List<BenchResult> results) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(HEADER);
    results.forEach(result -> addRows(rows, result));
    int[] widths = new int[HEADER.size()];
    for (List<String> row : rows) {
      for (int column = 0; column < widths.length; column++) {
        widths[column] = Math.max(widths[column], row.get(column).length());
      }
    }
    StringBuilder table = new StringBuilder();
    for (List<String> row : rows) {
      table.append(line(row, widths)).append('\n');
    }
    return table.toString();
  }

  private static void addRows(List<List<String>> rows, BenchResult result) {
    Measurement own = result.own();
    String name = result.name();
    String value = number(own.value());
    String unit = own.unit();
    if (result.peers().isEmpty()) {
      rows.add(List.of(name, value, unit, "", "", ""));
    }
    for (Map.Entry<String, Measurement> peer : result.peers().entrySet()) {
      double peerValue = peer.getValue().value();
      rows.add(
          List.of(
              name, value, unit, peer.getKey(), number(peerValue), ratio(peerValue, own.value())));
      // Said once: the further peers of a result stand alone under the first.
      name = "";
      value = "";
      unit = "";
    }
  }

  private static String line(List<String> row, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int column = 0; column < widths.length; column++) {
      String padding = " ".repeat(widths[column] - row.get(column).length());
      line.append(NUMERIC.get(column) ? padding + row.get(column) : row.get(column) + padding);
      line.append(COLUMN_GAP);
    }
    return line.toString().stripTrailing();
  }

  private static String number(double value) {
    return value == Math.rint(value)
        ? String.format(Locale.ROOT, "%,.0f", value)
        : String.format(Locale.ROOT, "%,.3f", value);
  }

  private static String ratio(double peer, double own) {
    return own == 0 ? "-" : String.format(Locale.ROOT, "%,.2f", peer / own);
  }
}
