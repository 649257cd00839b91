package edgex.manifest;

/** Which texts may be names of components, services, commands and capabilities. */
public final class Names {
  /** Longest name in bytes; names are ASCII. */
  public static final int MAXIMUM_BYTES = 64;

  private Names() {}

  /** True for 1 to 64 of {@code a-z 0-9 - . : / _}. */
  public static boolean isName(String text) {
    if (text.isEmpty() || text.length() > MAXIMUM_BYTES) {
      return false;
    }
    for (int index = 0; index < text.length(); index++) {
      if (!isNameCharacter(text.charAt(index))) {
        return false;
      }
    }
    return true;
  }

  /**
   * Passes a name.
   *
   * @throws IllegalArgumentException if it is none
   */
  static String check(String what, String text) {
    if (!isName(text)) {
      throw new IllegalArgumentException(
          what + " name '" + text + "': must be 1 to 64 of a-z 0-9 - . : / _");
    }
    return text;
  }

  private static boolean isNameCharacter(char character) {
    return (character >= 'a' && character <= 'z')
        || (character >= '0' && character <= '9')
        || "-.:/_".indexOf(character) >= 0;
  }
}
