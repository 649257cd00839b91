package edgex.kernel.debug;

import edgex.abi.declare.DialectException;
import edgex.kernel.arch.Platform;
import org.teavm.interop.StaticInit;
import org.teavm.interop.Unmanaged;

/** The kernel's command line: words separated by spaces; what follows {@code --} is not for us. */
@StaticInit
@Unmanaged
public final class CommandLine {
  private CommandLine() {}

  /** Whether a word is there, before {@code --}. */
  public static boolean hasWord(String word) {
    int length = Platform.commandLineLength();
    int start = 0;
    while (start < length) {
      int end = start;
      while (end < length && Platform.commandLineByte(end) != ' ') {
        end++;
      }
      if (matches("--", start, end)) {
        return false;
      }
      if (matches(word, start, end)) {
        return true;
      }
      start = end + 1;
    }
    return false;
  }

  @DialectException(rule = "library", reason = "length and charAt of a literal are plain reads")
  private static boolean matches(String word, int start, int end) {
    if (word.length() != end - start) {
      return false;
    }
    for (int i = start; i < end; i++) {
      if (Platform.commandLineByte(i) != word.charAt(i - start)) {
        return false;
      }
    }
    return true;
  }
}
