package edgex.bench.peers;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** LinuxPeerTest has the last word on this format: there Linux boots from such an archive. */
class NewcArchiveTest {
  /** Written by hand from the kernel's description of the format. */
  @Test
  void bytesAreThoseOfTheSpecification() {
    NewcArchive archive = new NewcArchive();
    archive.addFile("ab", 0644, "xyzzy".getBytes(StandardCharsets.US_ASCII));
    String expected =
        "070701" // magic
            + "00000001" // inode
            + "000081a4" // regular file, rw-r--r--
            + "00000000" // user
            + "00000000" // group
            + "00000001" // links
            + "00000000" // time
            + "00000005" // size
            + "00000000" // device major
            + "00000000" // device minor
            + "00000000" // special major
            + "00000000" // special minor
            + "00000003" // size of the name with its NUL
            + "00000000" // checksum
            + "ab\0\0\0\0" // 110 + 6 is a multiple of 4
            + "xyzzy\0\0\0"
            + "070701"
            + "0".repeat(8 * 4)
            + "00000001"
            + "0".repeat(8 * 6)
            + "0000000b"
            + "00000000"
            + "TRAILER!!!\0\0\0\0";
    assertEquals(expected, new String(archive.finish(), StandardCharsets.ISO_8859_1));
  }

  @Test
  void sameContentsGiveSameBytes() {
    assertArrayEquals(sample(new byte[] {1, 2, 3}), sample(new byte[] {1, 2, 3}));
  }

  @Test
  void cpioReadsWhatWasWritten(@TempDir Path folder) throws IOException {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/cpio")), "cpio is not installed");
    // Every length modulo the alignment.
    for (int length = 0; length < 9; length++) {
      byte[] contents = "contents!".substring(0, length).getBytes(StandardCharsets.US_ASCII);
      Path work = Files.createDirectory(folder.resolve("length" + length));
      Path archive = Files.write(work.resolve("archive"), sample(contents));
      HostTool cpio = new HostTool("cpio", "cpio");
      Duration limit = Duration.ofMinutes(1);
      assertEquals(
          List.of("bin", "bin/program", "dev-console"),
          cpio.run(work, limit, List.of("-t", "--quiet", "-F", archive.toString()))
              .lines()
              .toList());
      cpio.run(work, limit, List.of("-id", "--quiet", "-F", archive.toString(), "bin/program"));
      Path program = work.resolve("bin/program");
      assertArrayEquals(contents, Files.readAllBytes(program));
      assertTrue(Files.isExecutable(program));
      String listing =
          cpio.run(work, limit, List.of("-tv", "--quiet", "-F", archive.toString(), "dev-console"));
      assertEquals("crw-------", listing.substring(0, 10));
      assertEquals("5,1", listing.replaceAll(".*?(\\d+), *(\\d+) .*\\n", "$1,$2"));
    }
  }

  @Test
  void pathsAndPermissionsAreChecked() {
    NewcArchive archive = new NewcArchive();
    for (String path : List.of("", "/init", "a\0b", "TRAILER!!!")) {
      assertThrows(IllegalArgumentException.class, () -> archive.addDirectory(path, 0755), path);
    }
    assertThrows(
        IllegalArgumentException.class, () -> archive.addFile("init", 0100755, new byte[0]));
  }

  private static byte[] sample(byte[] contents) {
    NewcArchive archive = new NewcArchive();
    archive.addDirectory("bin", 0755);
    archive.addFile("bin/program", 0755, contents);
    archive.addCharacterDevice("dev-console", 0600, 5, 1);
    return archive.finish();
  }
}
