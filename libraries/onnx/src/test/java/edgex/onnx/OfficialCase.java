package edgex.onnx;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * One line of the table of official cases.
 *
 * @param name category and test, as in {@code node/test_abs}
 * @param family the operator it is about
 * @param opset version of the operator set
 * @param typeClass {@code plain}, or {@code exotic} if it needs other types than numbers
 * @param tier how much models use the operator: first or second tier
 */
record OfficialCase(String name, String family, int opset, String typeClass, String tier) {
  /** The cases of a table whose first line names the columns. */
  static List<OfficialCase> readAll(Path table) throws IOException {
    List<OfficialCase> cases = new ArrayList<>();
    List<String> lines = Files.readAllLines(table);
    for (String line : lines.subList(1, lines.size())) {
      String[] fields = line.split("\t", -1);
      cases.add(
          new OfficialCase(
              fields[0] + "/" + fields[1],
              fields[2],
              Integer.parseInt(fields[3]),
              fields[4],
              fields[5]));
    }
    return cases;
  }

  boolean isPlain() {
    return typeClass.equals("plain");
  }

  /** What the case is counted under. */
  String group() {
    return tier + " " + typeClass + (opset <= 22 ? " up to opset 22" : " of later opsets");
  }
}
