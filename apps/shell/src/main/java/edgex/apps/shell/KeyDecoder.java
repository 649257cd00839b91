package edgex.apps.shell;

/**
 * From the bytes that a terminal sends to keys: UTF-8 to characters, control bytes, and the escape
 * sequences of ECMA-48 that cursor keys send.
 */
final class KeyDecoder {
  /** More bytes are needed. */
  static final int NONE = 0;

  /** What most terminals send for the key that deletes to the left. */
  static final int BACKSPACE = 0x7f;

  static final int CONTROL_A = 'A' - '@';
  static final int CONTROL_B = 'B' - '@';
  static final int CONTROL_C = 'C' - '@';
  static final int CONTROL_D = 'D' - '@';
  static final int CONTROL_E = 'E' - '@';
  static final int CONTROL_F = 'F' - '@';
  static final int CONTROL_H = 'H' - '@';
  static final int CONTROL_K = 'K' - '@';
  static final int CONTROL_L = 'L' - '@';
  static final int CONTROL_N = 'N' - '@';
  static final int CONTROL_P = 'P' - '@';
  static final int CONTROL_U = 'U' - '@';
  static final int CONTROL_W = 'W' - '@';

  /** Keys that are no characters have numbers above all of Unicode. */
  static final int FIRST_SPECIAL = 0x110000;

  static final int UP = FIRST_SPECIAL;
  static final int DOWN = FIRST_SPECIAL + 1;
  static final int RIGHT = FIRST_SPECIAL + 2;
  static final int LEFT = FIRST_SPECIAL + 3;
  static final int HOME = FIRST_SPECIAL + 4;
  static final int END = FIRST_SPECIAL + 5;
  static final int DELETE = FIRST_SPECIAL + 6;

  private static final int ESCAPE = 0x1b;

  private enum State {
    GROUND,
    ESCAPED,
    SEQUENCE,
    SINGLE_SHIFT
  }

  private State state = State.GROUND;
  private int parameter;
  private int codePoint;
  private int bytesMissing;

  /**
   * Takes one byte.
   *
   * @param value 0 to 255
   * @return a Unicode code point, a special key, or {@link #NONE}
   */
  int decode(int value) {
    return switch (state) {
      case ESCAPED -> decodeEscaped(value);
      case SEQUENCE -> decodeSequence(value);
      case SINGLE_SHIFT -> finish(finalKey(value));
      case GROUND -> decodeGround(value);
    };
  }

  private int decodeGround(int value) {
    if (value == ESCAPE) {
      bytesMissing = 0;
      state = State.ESCAPED;
      return NONE;
    }
    if (bytesMissing > 0 && (value & 0xc0) == 0x80) {
      codePoint = codePoint << 6 | (value & 0x3f);
      bytesMissing--;
      return bytesMissing == 0 && Character.isValidCodePoint(codePoint) ? codePoint : NONE;
    }
    bytesMissing = continuationBytes(value);
    if (bytesMissing == 0) {
      return value < 0x80 ? value : NONE;
    }
    codePoint = value & (0x3f >> bytesMissing);
    return NONE;
  }

  private static int continuationBytes(int lead) {
    if (lead < 0xc2 || lead > 0xf4) {
      return 0;
    }
    return lead < 0xe0 ? 1 : lead < 0xf0 ? 2 : 3;
  }

  private int decodeEscaped(int value) {
    parameter = 0;
    if (value == '[') {
      state = State.SEQUENCE;
    } else if (value == 'O') {
      state = State.SINGLE_SHIFT;
    } else {
      state = State.GROUND;
    }
    return NONE;
  }

  private int decodeSequence(int value) {
    if (value >= '0' && value <= '9') {
      parameter = Math.min(parameter * 10 + value - '0', FIRST_SPECIAL);
      return NONE;
    }
    boolean ended = value >= 0x40 && value <= 0x7e;
    if (!ended) {
      return NONE;
    }
    return finish(value == '~' ? numberedKey(parameter) : finalKey(value));
  }

  private int finish(int key) {
    state = State.GROUND;
    return key;
  }

  private static int finalKey(int value) {
    return switch (value) {
      case 'A' -> UP;
      case 'B' -> DOWN;
      case 'C' -> RIGHT;
      case 'D' -> LEFT;
      case 'H' -> HOME;
      case 'F' -> END;
      default -> NONE;
    };
  }

  private static int numberedKey(int number) {
    return switch (number) {
      case 1, 7 -> HOME;
      case 4, 8 -> END;
      case 3 -> DELETE;
      default -> NONE;
    };
  }
}
