package edgex.toolchain.processor;

import java.util.Locale;

/** Conversions between the spellings of one name. */
final class Names {
  private Names() {}

  /** {@code memoryMap} becomes {@code MEMORY_MAP}. */
  static String constant(String camelCase) {
    return separated(camelCase, '_').toUpperCase(Locale.ROOT);
  }

  /** {@code SystemCalls} becomes {@code system-calls}. */
  static String dashed(String camelCase) {
    return separated(camelCase, '-').toLowerCase(Locale.ROOT);
  }

  private static String separated(String camelCase, char separator) {
    StringBuilder result = new StringBuilder();
    for (int i = 0; i < camelCase.length(); i++) {
      char letter = camelCase.charAt(i);
      if (i > 0 && Character.isUpperCase(letter)) {
        result.append(separator);
      }
      result.append(letter);
    }
    return result.toString();
  }

  /** {@code readLine} becomes {@code ReadLine}. */
  static String capitalized(String camelCase) {
    return Character.toUpperCase(camelCase.charAt(0)) + camelCase.substring(1);
  }
}
