package edgex.onnx;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.tukaani.xz.XZInputStream;

/** Reads a tar.xz of test cases: for each folder of depth two, its files by their path below it. */
final class CaseArchive {
  private static final int BLOCK = 512;

  private CaseArchive() {}

  static Map<String, Map<String, byte[]>> read(Path archive) throws IOException {
    Map<String, Map<String, byte[]>> cases = new TreeMap<>();
    try (InputStream input =
        new BufferedInputStream(new XZInputStream(Files.newInputStream(archive)))) {
      byte[] header = input.readNBytes(BLOCK);
      String longPath = "";
      while (header.length == BLOCK && header[0] != 0) {
        int size = Integer.parseInt(text(header, 124, 12).trim(), 8);
        byte[] content = input.readNBytes(size);
        input.skipNBytes((BLOCK - size % BLOCK) % BLOCK);
        String prefix = text(header, 345, 155);
        String path = (prefix.isEmpty() ? "" : prefix + "/") + text(header, 0, 100);
        path = longPath.isEmpty() ? path : longPath;
        longPath = header[156] == 'x' ? extendedPath(content) : "";
        boolean isFile = header[156] == '0' || header[156] == 0;
        if (isFile) {
          int folderEnd = path.indexOf('/', path.indexOf('/') + 1);
          cases
              .computeIfAbsent(path.substring(0, folderEnd), name -> new TreeMap<>())
              .put(path.substring(folderEnd + 1), content);
        } else if (header[156] != '5' && header[156] != 'x') {
          throw new IOException("unexpected archive entry of type " + (char) header[156]);
        }
        header = input.readNBytes(BLOCK);
      }
    }
    return cases;
  }

  /** The path in an extended header, lines of "LENGTH KEY=VALUE"; empty if it has none. */
  private static String extendedPath(byte[] content) {
    for (String line : new String(content, StandardCharsets.UTF_8).split("\n", -1)) {
      int key = line.indexOf(" path=");
      if (key >= 0) {
        return line.substring(key + " path=".length());
      }
    }
    return "";
  }

  private static String text(byte[] header, int start, int length) {
    int end = start;
    while (end < start + length && header[end] != 0) {
      end++;
    }
    return new String(header, start, end - start, StandardCharsets.UTF_8);
  }
}
