package edgex.apps.tools;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** Rows of cells in aligned columns, two blanks apart. */
final class Table {
  private static final String GAP = "  ";

  private final boolean[] right;
  private final List<String[]> rows = new ArrayList<>();

  /**
   * A table with a row of headings.
   *
   * @param headings of the columns; one that begins with {@code >} is for numbers: the column is
   *     aligned to the right, and the sign is not shown
   */
  Table(String... headings) {
    right = new boolean[headings.length];
    String[] shown = new String[headings.length];
    for (int column = 0; column < headings.length; column++) {
      right[column] = headings[column].startsWith(">");
      shown[column] = right[column] ? headings[column].substring(1) : headings[column];
    }
    rows.add(shown);
  }

  /** Adds a row with a cell for each column. */
  void add(String... cells) {
    if (cells.length != right.length) {
      throw new IllegalArgumentException(cells.length + " cells for " + right.length + " columns");
    }
    rows.add(cells);
  }

  /** Writes the rows, without blanks at their ends. */
  void print(PrintStream out) {
    int[] widths = widths();
    for (String[] row : rows) {
      StringBuilder line = new StringBuilder();
      for (int column = 0; column < row.length; column++) {
        line.append(column == 0 ? "" : GAP);
        int blanks = widths[column] - columns(row[column]);
        appendBlanks(line, right[column] ? blanks : 0);
        line.append(row[column]);
        appendBlanks(line, right[column] ? 0 : blanks);
      }
      out.println(line.toString().stripTrailing());
    }
  }

  private int[] widths() {
    int[] widths = new int[right.length];
    for (String[] row : rows) {
      for (int column = 0; column < row.length; column++) {
        widths[column] = Math.max(widths[column], columns(row[column]));
      }
    }
    return widths;
  }

  private static int columns(String text) {
    return text.codePointCount(0, text.length());
  }

  private static void appendBlanks(StringBuilder line, int count) {
    for (int i = 0; i < count; i++) {
      line.append(' ');
    }
  }
}
