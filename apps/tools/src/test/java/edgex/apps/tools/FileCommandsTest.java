package edgex.apps.tools;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileCommandsTest {
  private final Harness harness = new Harness();
  @TempDir Path folder;

  @BeforeEach
  void makeFiles() throws IOException {
    Files.createDirectory(folder.resolve("models"));
    Files.writeString(folder.resolve("b.txt"), "content of b\n");
    Files.writeString(folder.resolve("a"), "x".repeat(5000));
    Files.writeString(folder.resolve("é"), "");
  }

  @Test
  void lsSortsAndMarksDirectories() {
    assertEquals(Tools.SUCCESS, harness.run("ls", folder.toString()));
    assertEquals("a\nb.txt\nmodels/\né\n", harness.output);
  }

  @Test
  void lsAlignsSizes() {
    assertEquals(Tools.SUCCESS, harness.run("ls", "-l", folder.toString()));
    assertEquals("5000  a\n  13  b.txt\n   -  models/\n   0  é\n", harness.output);
  }

  @Test
  void lsOfSeveralShowsEachUnderItsName() {
    String models = folder.resolve("models").toString();
    String file = folder.resolve("a").toString();
    assertEquals(Tools.FAILURE, harness.run("ls", models, file, folder + "/none", models));
    assertEquals(models + ":\n" + file + "\n\n" + models + ":\n", harness.output);
    assertEquals("ls: " + folder + "/none: there is no such file or directory\n", harness.errors);
  }

  @Test
  void lsRefusesOptionsItDoesNotHave() {
    assertEquals(Tools.USAGE, harness.run("ls", "-z"));
    assertEquals("ls: there is no option '-z'\nusage: ls [-l] [PATH...]\n", harness.errors);
  }

  @Test
  void catJoinsFilesAndGoesOnAfterAMissingOne() {
    String b = folder.resolve("b.txt").toString();
    assertEquals(Tools.FAILURE, harness.run("cat", b, folder + "/none", folder.toString(), b));
    assertEquals("content of b\ncontent of b\n", harness.output);
    assertEquals(
        "cat: "
            + folder
            + "/none: there is no such file\n"
            + "cat: "
            + folder
            + ": is a directory; 'ls' shows it\n",
        harness.errors);
  }

  @Test
  void catCopiesTheInputByteByByte() {
    byte[] bytes = new byte[3000];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) ('a' + i % 26);
    }
    harness.input = bytes;
    assertEquals(Tools.SUCCESS, harness.run("cat"));
    assertEquals(new String(bytes, StandardCharsets.UTF_8), harness.output);
  }

  @Test
  void echoJoinsItsWords() {
    assertEquals(Tools.SUCCESS, harness.run("echo", "two  blanks", "ü", "-n"));
    assertEquals("two  blanks ü -n\n", harness.output);
    assertEquals(Tools.SUCCESS, harness.run("echo", "-n", "same", "line"));
    assertEquals("same line", harness.output);
    assertEquals(Tools.SUCCESS, harness.run("echo"));
    assertEquals("\n", harness.output);
  }
}
