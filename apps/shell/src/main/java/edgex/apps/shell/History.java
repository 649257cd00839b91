package edgex.apps.shell;

import java.util.ArrayList;
import java.util.List;

/** The lines entered before, oldest first, and a place among them that up and down move. */
final class History {
  private static final int MAXIMUM_LINES = 200;

  private final List<String> lines = new ArrayList<>();
  private int place;
  private String unfinished = "";

  /** Keeps a line, unless it is blank or the same as the last one; the place is after it. */
  void add(String line) {
    boolean repeated = !lines.isEmpty() && lines.get(lines.size() - 1).equals(line);
    if (!line.trim().isEmpty() && !repeated) {
      lines.add(line);
      if (lines.size() > MAXIMUM_LINES) {
        lines.remove(0);
      }
    }
    place = lines.size();
    unfinished = "";
  }

  /**
   * The line before the place.
   *
   * @param current what is being edited, kept when it is not from here
   */
  String older(String current) {
    if (place == lines.size()) {
      unfinished = current;
    }
    if (place == 0) {
      return current;
    }
    place--;
    return lines.get(place);
  }

  /** The line after the place; after the last, what was being edited. */
  String newer(String current) {
    if (place == lines.size()) {
      return current;
    }
    place++;
    return place == lines.size() ? unfinished : lines.get(place);
  }
}
