package edgex.runtime.files;

import java.util.ArrayList;
import java.util.List;

/** Absolute paths. The current directory is always the root. */
final class FilePath {
  private FilePath() {}

  /** Resolves ".", ".." and repeated slashes; ".." at the root stays there. */
  static String normalize(String path) {
    List<String> parts = new ArrayList<>();
    int start = 0;
    while (start <= path.length()) {
      int end = path.indexOf('/', start);
      if (end < 0) {
        end = path.length();
      }
      String part = path.substring(start, end);
      if (part.equals("..")) {
        if (!parts.isEmpty()) {
          parts.remove(parts.size() - 1);
        }
      } else if (!part.isEmpty() && !part.equals(".")) {
        parts.add(part);
      }
      start = end + 1;
    }
    return "/" + String.join("/", parts);
  }

  /** The path of an entry of a directory. */
  static String child(String directory, String name) {
    return normalize(directory + "/" + name);
  }

  /** The part after the last slash. */
  static String name(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
