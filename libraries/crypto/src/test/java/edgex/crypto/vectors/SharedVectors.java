package edgex.crypto.vectors;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.tukaani.xz.XZInputStream;

/**
 * The public test vectors in EDGEX_SHARED, by default {@code ../shared} beside the project;
 * unpacked once into the build folder.
 */
final class SharedVectors {
  private static final int BLOCK = 512;
  private static final Path MODULE = Path.of("").toAbsolutePath();
  private static final Path UNPACKED = MODULE.resolve("target/vectors");

  private SharedVectors() {}

  /** A folder of the vectors; the test is skipped, with a word, where there are none. */
  static synchronized Path folder(String relative) throws IOException {
    String named = System.getenv("EDGEX_SHARED");
    Path project = MODULE.getParent().getParent();
    Path shared = project.resolve(named == null ? "../shared" : named).normalize();
    Path archive = shared.resolve("vectors/vectors.tar.xz");
    Assumptions.assumeTrue(Files.exists(archive), "no " + archive + " (set EDGEX_SHARED)");
    Path marker = UNPACKED.resolve("unpacked");
    String stamp = Files.size(archive) + " " + Files.getLastModifiedTime(archive);
    if (!Files.exists(marker) || !Files.readString(marker).equals(stamp)) {
      unpack(archive);
      Files.writeString(marker, stamp);
    }
    Path folder = UNPACKED.resolve(relative);
    Assumptions.assumeTrue(Files.exists(folder), "the vectors have no " + relative);
    return folder;
  }

  private static void unpack(Path archive) throws IOException {
    try (InputStream input =
        new BufferedInputStream(new XZInputStream(Files.newInputStream(archive)))) {
      byte[] header = input.readNBytes(BLOCK);
      while (header.length == BLOCK && header[0] != 0) {
        int size = Integer.parseInt(text(header, 124, 12).trim(), 8);
        byte[] content = input.readNBytes(size);
        input.skipNBytes((BLOCK - size % BLOCK) % BLOCK);
        Path target = UNPACKED.resolve(text(header, 0, 100)).normalize();
        if (header[156] == '0' && target.startsWith(UNPACKED)) {
          Files.createDirectories(target.getParent());
          Files.write(target, content);
        }
        header = input.readNBytes(BLOCK);
      }
    }
  }

  private static String text(byte[] header, int start, int length) {
    String field = new String(header, start, length, StandardCharsets.UTF_8);
    int end = field.indexOf('\0');
    return end < 0 ? field : field.substring(0, end);
  }
}
