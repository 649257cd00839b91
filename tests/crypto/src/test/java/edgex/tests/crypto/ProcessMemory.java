package edgex.tests.crypto;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The writable memory of a child process, read from outside through {@code /proc}. */
final class ProcessMemory {
  private static final int CHUNK_BYTES = 1 << 20;

  /** What two chunks have in common, so that nothing hides between them. */
  private static final int OVERLAP_BYTES = 16;

  private ProcessMemory() {}

  /** Where needles were found: a line each with the mapping and the offset in it. */
  static List<String> search(long process, Needles needles) throws IOException {
    List<String> findings = new ArrayList<>();
    Path folder = Path.of("/proc/" + process);
    try (RandomAccessFile memory = new RandomAccessFile(folder.resolve("mem").toFile(), "r")) {
      for (String mapping : Files.readAllLines(folder.resolve("maps"))) {
        if (mapping.split(" ", -1)[1].startsWith("rw")) {
          searchMapping(memory, mapping, needles, findings);
        }
      }
    }
    return findings;
  }

  private static void searchMapping(
      RandomAccessFile memory, String mapping, Needles needles, List<String> findings)
      throws IOException {
    String[] range = mapping.substring(0, mapping.indexOf(' ')).split("-", -1);
    long start = Long.parseLong(range[0], 16);
    long end = Long.parseLong(range[1], 16);
    byte[] chunk = new byte[CHUNK_BYTES];
    for (long at = start; at < end; at += CHUNK_BYTES - OVERLAP_BYTES) {
      int length = (int) Math.min(CHUNK_BYTES, end - at);
      memory.seek(at);
      memory.readFully(chunk, 0, length);
      int found = needles.find(chunk, length);
      if (found >= 0) {
        findings.add(mapping + " at offset " + (at - start + found));
      }
    }
  }
}
