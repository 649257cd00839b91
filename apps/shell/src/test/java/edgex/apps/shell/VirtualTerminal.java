package edgex.apps.shell;

import java.util.ArrayList;
import java.util.List;

/** As much of a terminal as the line editor uses, to see what a user would see. */
final class VirtualTerminal {
  private final List<StringBuilder> lines = new ArrayList<>(List.of(new StringBuilder()));
  private int column;

  void write(String text) {
    int[] characters = text.codePoints().toArray();
    int index = 0;
    while (index < characters.length) {
      if (characters[index] == 0x1b) {
        index = sequence(characters, index + 2);
      } else {
        put((char) characters[index]);
        index++;
      }
    }
  }

  String lastLine() {
    return last().toString();
  }

  boolean shown(String text) {
    return lines.stream().anyMatch(line -> line.indexOf(text) >= 0);
  }

  private int sequence(int[] characters, int start) {
    int index = start;
    int number = 0;
    while (Character.isDigit(characters[index])) {
      number = number * 10 + characters[index] - '0';
      index++;
    }
    switch (characters[index]) {
      case 'K' -> last().setLength(Math.min(column, last().length()));
      case 'D' -> column = Math.max(0, column - number);
      case 'H' -> column = 0;
      case 'J' -> last().setLength(0);
      default -> throw new IllegalStateException("sequence " + (char) characters[index]);
    }
    return index + 1;
  }

  private void put(char character) {
    switch (character) {
      case '\r' -> column = 0;
      case '\n' -> lines.add(new StringBuilder());
      case '\u0007' -> {}
      default -> {
        while (last().length() <= column) {
          last().append(' ');
        }
        last().setCharAt(column, character);
        column++;
      }
    }
  }

  private StringBuilder last() {
    return lines.get(lines.size() - 1);
  }
}
