package edgex.tests.system;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import edgex.apps.infer.Infer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code edgex run -- COMMAND}: what comes out, and what it exits with. */
@Tag("qemu")
@Tag("shell")
class CommandModeTest {
  private static final Path IMAGES = Repository.ROOT.resolve("images");
  private static final Path MODEL = IMAGES.resolve("models/mnist.onnx");

  @TempDir Path folder;

  @BeforeAll
  static void build() throws Exception {
    Repository.image();
  }

  /** What the same program prints on this JVM. */
  private static String classifiedHere(Path model, Path picture) {
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    int status =
        Infer.run(
            new String[] {"classify", model.toString(), picture.toString()},
            new PrintStream(output, true, StandardCharsets.UTF_8),
            System.err);
    assertEquals(0, status);
    return output.toString(StandardCharsets.UTF_8);
  }

  private static List<Path> samples() throws IOException {
    try (Stream<Path> files = Files.list(IMAGES.resolve("samples"))) {
      return files.sorted().toList();
    }
  }

  @Test
  void everySampleIsClassifiedAsOnTheJvm() throws Exception {
    StringBuilder command = new StringBuilder();
    StringBuilder expected = new StringBuilder();
    for (Path sample : samples()) {
      command.append("infer classify /models/mnist.onnx /samples/");
      command.append(sample.getFileName()).append(';');
      expected.append(classifiedHere(MODEL, sample));
    }
    Command run = Command.run(folder, "--", command.toString());
    assertEquals(expected.toString(), run.output(), run.errors());
    assertEquals("", run.errors());
    assertEquals(0, run.status());
  }

  @Test
  void filesOfTheHostAreClassified() throws Exception {
    Path model = Files.copy(MODEL, folder.resolve("my model.onnx"));
    Path picture = Files.copy(IMAGES.resolve("samples/3.png"), folder.resolve("my.png"));
    Command run =
        Command.run(
            folder,
            "--put",
            model + ":/my/model.onnx",
            "--put",
            picture + ":/my/picture",
            "--",
            "infer classify /my/model.onnx /my/picture");
    assertEquals(classifiedHere(model, picture), run.output(), run.errors());
    assertEquals(0, run.status());
  }

  @Test
  void filesPutUnderTmpCanBeChanged() throws Exception {
    Path text = Files.writeString(folder.resolve("text"), "one\n");
    Command run =
        Command.run(
            folder,
            "--put",
            text + ":/tmp/deep/text",
            "--",
            "echo two >> /tmp/deep/text; cat /tmp/deep/text; ls /tmp");
    assertEquals(new Command(0, "one\ntwo\ndeep/\n", ""), run);
  }

  @Test
  void aProgramOfTheHostRuns() throws Exception {
    Path program = Repository.image().programs().get("template");
    Command run =
        Command.run(
            folder, "--put", program + ":/my/count", "--", "echo one two | run /my/count; echo $?");
    assertTrue(run.output().contains("2"), run.toString());
    assertTrue(run.output().endsWith("\n0\n"), run.toString());
    assertEquals(0, run.status());
  }

  @Test
  void whatTheGuestWroteComesBack() throws Exception {
    Path copy = folder.resolve("copy");
    Command run =
        Command.run(
            folder,
            "--get",
            "/tmp/copy:" + copy,
            "--get",
            "/models/mnist.onnx:" + folder.resolve("model"),
            "--",
            "cat /samples/5-large.png > /tmp/copy");
    assertEquals(new Command(0, "", ""), run);
    assertArrayEquals(
        Files.readAllBytes(IMAGES.resolve("samples/5-large.png")), Files.readAllBytes(copy));
    assertArrayEquals(Files.readAllBytes(MODEL), Files.readAllBytes(folder.resolve("model")));
  }

  @Test
  void aFileThatTheGuestDoesNotHaveIsAnError() throws Exception {
    Path copy = folder.resolve("copy");
    Command run = Command.run(folder, "--get", "/tmp/nope:" + copy, "--", "echo done");
    assertEquals(new Command(1, "done\n", "edgex: --get: the guest has no file /tmp/nope\n"), run);
    assertFalse(Files.exists(copy));
  }

  @Test
  void theStatusIsThatOfTheCommand() throws Exception {
    assertEquals(1, Command.run(folder, "--", "cat /nope").status());
    Command unknown = Command.run(folder, "--", "nosuch --flag");
    assertEquals(127, unknown.status());
    assertTrue(unknown.output().contains("nosuch: unknown command"), unknown.toString());
    assertEquals(126, Command.run(folder, "--", "run /samples/7.pgm").status());
  }

  @Test
  void badFilesAreNamed() throws Exception {
    Command run =
        Command.run(
            folder,
            "--",
            "infer classify /samples/7.pgm /samples/7.pgm; echo $?;"
                + " infer classify /models/mnist.onnx /models/mnist.onnx");
    assertTrue(run.output().contains("infer: /samples/7.pgm: "), run.toString());
    assertTrue(run.output().contains("\n1\n"), run.toString());
    assertTrue(
        run.output()
            .endsWith(
                "infer: /models/mnist.onnx: the file is not a PNG, JPEG, BMP, PGM or PPM"
                    + " picture\n"),
        run.toString());
    assertEquals(1, run.status());
  }

  @Test
  void aGuestThatHangsIsStopped() throws Exception {
    Command run = Command.start(folder, "run", "--timeout", "5", "--", "cat");
    assertEquals(124, run.status(), run.toString());
    assertEquals("edgex: the guest did not end within 5 seconds: QEMU stopped\n", run.errors());
  }
}
