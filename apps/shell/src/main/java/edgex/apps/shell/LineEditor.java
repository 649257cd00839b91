package edgex.apps.shell;

import java.util.List;

/**
 * Editing of one line on a terminal. Keys go in, what the terminal should show comes out; there is
 * no input or output in here.
 *
 * <p>Keys: cursor left and right (Ctrl-B, Ctrl-F), start and end (Ctrl-A, Ctrl-E), backspace,
 * delete (Ctrl-D; on an empty line the end of input), Ctrl-K and Ctrl-U to cut to the end or start,
 * Ctrl-W the word before, Ctrl-L to clear the screen, up and down (Ctrl-P, Ctrl-N) through the
 * history, Tab to complete, Ctrl-C to drop the line, Enter.
 */
final class LineEditor {
  /** What a key led to. */
  enum Result {
    EDITING,
    LINE,
    DROPPED,
    END_OF_INPUT
  }

  private static final int MAXIMUM_CHARACTERS = 700;
  private static final String ERASE_TO_END = "\u001b[K";
  private static final String CLEAR_SCREEN = "\u001b[H\u001b[2J";

  private final String prompt;
  private final History history;
  private final Completion completion;
  private final KeyDecoder decoder = new KeyDecoder();
  private final StringBuilder screen = new StringBuilder();
  private StringBuilder line = new StringBuilder();
  private int cursor;

  LineEditor(String prompt, History history, Completion completion) {
    this.prompt = prompt;
    this.history = history;
    this.completion = completion;
  }

  /** Begins an empty line: shows the prompt. */
  void start() {
    line.setLength(0);
    cursor = 0;
    screen.append(prompt);
  }

  /** The finished line. */
  String line() {
    return line.toString();
  }

  /** What the terminal is to show since this was last asked. */
  String takeScreen() {
    String text = screen.toString();
    screen.setLength(0);
    return text;
  }

  /** Shows the prompt and the line again after something else was shown. */
  void redraw() {
    screen.append('\r').append(prompt).append(line).append(ERASE_TO_END);
    moveLeft(lengthAfterCursor());
  }

  /** Takes one byte from the terminal. */
  Result accept(int value) {
    int key = decoder.decode(value);
    return switch (key) {
      case '\r', '\n' -> finish();
      case KeyDecoder.CONTROL_C -> drop();
      case KeyDecoder.CONTROL_D -> deleteOrEnd();
      default -> {
        edit(key);
        yield Result.EDITING;
      }
    };
  }

  private Result finish() {
    screen.append("\r\n");
    history.add(line.toString());
    return Result.LINE;
  }

  private Result drop() {
    screen.append("^C\r\n");
    line.setLength(0);
    history.add("");
    return Result.DROPPED;
  }

  private Result deleteOrEnd() {
    if (line.length() == 0) {
      return Result.END_OF_INPUT;
    }
    deleteAfterCursor();
    return Result.EDITING;
  }

  private void edit(int key) {
    switch (key) {
      case KeyDecoder.NONE -> {}
      case KeyDecoder.LEFT, KeyDecoder.CONTROL_B -> moveTo(previous(cursor));
      case KeyDecoder.RIGHT, KeyDecoder.CONTROL_F -> moveTo(next(cursor));
      case KeyDecoder.HOME, KeyDecoder.CONTROL_A -> moveTo(0);
      case KeyDecoder.END, KeyDecoder.CONTROL_E -> moveTo(line.length());
      case KeyDecoder.UP, KeyDecoder.CONTROL_P -> replace(history.older(line.toString()));
      case KeyDecoder.DOWN, KeyDecoder.CONTROL_N -> replace(history.newer(line.toString()));
      case KeyDecoder.DELETE -> deleteAfterCursor();
      case KeyDecoder.BACKSPACE, KeyDecoder.CONTROL_H -> cutFrom(previous(cursor));
      case KeyDecoder.CONTROL_K -> cutToEnd();
      case KeyDecoder.CONTROL_U -> cutFrom(0);
      case KeyDecoder.CONTROL_W -> cutFrom(startOfWord());
      case KeyDecoder.CONTROL_L -> clearScreen();
      case '\t' -> complete();
      default -> insertKey(key);
    }
  }

  private void insertKey(int key) {
    boolean printable = key >= ' ' && key < KeyDecoder.FIRST_SPECIAL;
    if (printable) {
      insert(new String(Character.toChars(key)));
    }
  }

  private void insert(String text) {
    if (line.length() + text.length() > MAXIMUM_CHARACTERS) {
      screen.append('\u0007');
      return;
    }
    line.insert(cursor, text);
    cursor += text.length();
    screen.append(text);
    if (cursor < line.length()) {
      redrawAfterCursor();
    }
  }

  private void deleteAfterCursor() {
    line.delete(cursor, next(cursor));
    redrawAfterCursor();
  }

  private void cutFrom(int start) {
    int end = cursor;
    moveTo(start);
    line.delete(start, end);
    redrawAfterCursor();
  }

  private void cutToEnd() {
    line.setLength(cursor);
    redrawAfterCursor();
  }

  private void replace(String text) {
    moveTo(0);
    line = new StringBuilder(text);
    screen.append(text).append(ERASE_TO_END);
    cursor = text.length();
  }

  private void clearScreen() {
    screen.append(CLEAR_SCREEN);
    redraw();
  }

  private void complete() {
    String before = line.substring(0, cursor);
    List<String> candidates = completion.candidates(before);
    if (candidates.isEmpty()) {
      screen.append('\u0007');
      return;
    }
    String word = Completion.lastWord(before);
    String longest = Completion.commonPrefix(candidates);
    if (longest.length() > word.length()) {
      insert(longest.substring(word.length()));
    }
    if (candidates.size() == 1) {
      insert(longest.endsWith("/") ? "" : " ");
    } else if (longest.length() == word.length()) {
      show(candidates);
    }
  }

  private void show(List<String> candidates) {
    screen.append("\r\n");
    for (String candidate : candidates) {
      screen.append(candidate).append("  ");
    }
    screen.append("\r\n");
    redraw();
  }

  private int startOfWord() {
    int start = cursor;
    while (start > 0 && line.charAt(start - 1) == ' ') {
      start--;
    }
    while (start > 0 && line.charAt(start - 1) != ' ') {
      start--;
    }
    return start;
  }

  private void moveTo(int target) {
    if (target < cursor) {
      moveLeft(line.codePointCount(target, cursor));
    } else {
      screen.append(line, cursor, target);
    }
    cursor = target;
  }

  private void redrawAfterCursor() {
    screen.append(line, cursor, line.length()).append(ERASE_TO_END);
    moveLeft(lengthAfterCursor());
  }

  private int lengthAfterCursor() {
    return line.codePointCount(cursor, line.length());
  }

  private void moveLeft(int columns) {
    if (columns > 0) {
      screen.append("\u001b[").append(columns).append('D');
    }
  }

  private int previous(int index) {
    return index == 0 ? 0 : line.offsetByCodePoints(index, -1);
  }

  private int next(int index) {
    return index == line.length() ? index : line.offsetByCodePoints(index, 1);
  }
}
