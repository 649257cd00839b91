package edgex.apps.infer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command as a user sees it: output, messages and exit status. */
class InferTest {
  private static final String MODEL = Samples.MODEL.toString();
  private static final String PICTURE = Samples.FOLDER.resolve("7.pgm").toString();

  @TempDir private Path folder;

  private static void assertFailure(int status, String message, CommandRun result) {
    assertEquals(status, result.status(), result.toString());
    assertEquals("", result.out());
    assertTrue(result.err().startsWith("infer: "), result.err());
    assertTrue(result.err().contains(message), result.err());
    assertEquals(1, result.err().lines().count(), result.err());
  }

  @Test
  void everySampleIsClassifiedAsItsName() throws IOException {
    for (Path picture : Samples.pictures()) {
      CommandRun result = CommandRun.of("classify", MODEL, picture.toString());
      assertEquals(Infer.SUCCESS, result.status(), result.toString());
      assertEquals("", result.err());
      String[] lines = result.out().split("\n", -1);
      assertEquals(11, lines.length, result.out());
      assertEquals("", lines[10]);
      String digit = picture.getFileName().toString().substring(0, 1);
      assertEquals(digit, lines[0].split("\t", -1)[0], picture.toString());
    }
  }

  @Test
  void linesHoldEveryClassOnceBestFirst() {
    CommandRun result = CommandRun.of("classify", MODEL, PICTURE);
    boolean[] seen = new boolean[10];
    double last = 1;
    double sum = 0;
    for (String line : result.out().lines().toList()) {
      String[] fields = line.split("\t", -1);
      assertEquals(2, fields.length, line);
      assertTrue(!seen[Integer.parseInt(fields[0])], line);
      seen[Integer.parseInt(fields[0])] = true;
      double probability = Double.parseDouble(fields[1]);
      assertTrue(probability <= last, line);
      last = probability;
      sum += probability;
    }
    assertEquals(1, sum, 1e-5);
  }

  @Test
  void describeNamesInputsOutputsAndOperators() {
    CommandRun result = CommandRun.of("describe", MODEL);
    assertEquals(Infer.SUCCESS, result.status());
    assertTrue(result.out().contains("input\tInput3\tfloat32 1x1x28x28\n"), result.out());
    assertTrue(result.out().contains("output\tPlus214_Output_0\tfloat32 1x10\n"), result.out());
    assertTrue(result.out().contains("operator\tConv\t2\n"), result.out());
  }

  @Test
  void explainTellsEachNodeAndTheMemory() {
    CommandRun result = CommandRun.of("explain", MODEL);
    assertEquals(Infer.SUCCESS, result.status(), result.toString());
    assertTrue(result.out().contains("node\tedgex.Convolution\t"), result.out());
    assertTrue(result.out().contains("float32 1x8x28x28"), result.out());
    Map<String, Long> totals = new HashMap<>();
    for (String line : result.out().lines().filter(text -> text.endsWith(" bytes")).toList()) {
      String[] fields = line.split("[\t ]", -1);
      totals.put(fields[0], Long.parseLong(fields[1]));
    }
    assertEquals(totals.get("constants") + totals.get("values"), totals.get("memory"));
    assertTrue(totals.get("arena") <= totals.get("values"), result.out());
    assertEquals(result.out(), CommandRun.of("explain", MODEL, "Input3=1x1x28x28").out());
  }

  @Test
  void explainRefusesShapesThatDoNotFit() {
    assertFailure(1, "Input3", CommandRun.of("explain", MODEL, "Input3=1x1x28x29"));
    assertFailure(1, "is not a shape", CommandRun.of("explain", MODEL, "Input3=1xx28"));
    assertFailure(
        1, "is not a shape", CommandRun.of("explain", MODEL, "Input3=99999999999999x9999999999"));
    assertFailure(1, "no input 'other'", CommandRun.of("explain", MODEL, "other=1"));
    assertFailure(1, "not NAME=SHAPE", CommandRun.of("explain", MODEL, "Input3"));
  }

  @Test
  void aWrongCommandLineShowsTheUsage() {
    assertFailure(Infer.USAGE, "usage", CommandRun.of());
    assertFailure(Infer.USAGE, "usage", CommandRun.of("classify", MODEL));
    assertFailure(Infer.USAGE, "usage", CommandRun.of("classify", MODEL, PICTURE, "more"));
    assertFailure(Infer.USAGE, "usage", CommandRun.of("describe"));
    assertFailure(Infer.USAGE, "usage", CommandRun.of("guess", MODEL, PICTURE));
    assertFailure(
        Infer.USAGE, "unknown option --big", CommandRun.of("detect", "--big", "x", "m", "p"));
    assertFailure(Infer.USAGE, "--draw needs a value", CommandRun.of("detect", "m", "p", "--draw"));
  }

  @Test
  void filesThatAreNotWhatTheyShouldBeAreNamed() throws IOException {
    Path empty = Files.write(folder.resolve("empty"), new byte[0]);
    String missing = folder.resolve("missing").toString();
    assertFailure(1, missing + ": there is no such file", CommandRun.of("describe", missing));
    assertFailure(
        1, missing + ": there is no such file", CommandRun.of("classify", MODEL, missing));
    assertFailure(1, "directory", CommandRun.of("describe", folder.toString()));
    assertFailure(1, "empty", CommandRun.of("describe", empty.toString()));
    assertFailure(1, "empty", CommandRun.of("classify", MODEL, empty.toString()));
    assertFailure(1, PICTURE + ": ", CommandRun.of("classify", PICTURE, PICTURE));
    assertFailure(1, "not a PNG, JPEG, BMP, PGM or PPM", CommandRun.of("classify", MODEL, MODEL));
  }

  @Test
  void modelsThatDoNotFitATaskAreNamed() {
    assertFailure(1, MODEL + ": a detector takes", CommandRun.of("detect", MODEL, PICTURE));
    assertFailure(1, MODEL + ": a voice detector has", CommandRun.of("vad", MODEL, PICTURE));
    assertFailure(1, PICTURE + ": ", CommandRun.of("embed", MODEL, PICTURE, "words"));
    assertFailure(1, "not a WAV", CommandRun.of("speech-features", MODEL, MODEL, PICTURE));
    assertFailure(
        1, "the model takes float32 1x1x28x28", CommandRun.of("ocr-detect", MODEL, PICTURE));
  }

  @Test
  void boxesAreDrawnIntoACopyOfThePicture() throws IOException {
    Path model = Samples.shared("models/ultraface-slim-320.onnx");
    assumeTrue(model != null);
    BufferedImage image = Drawings.canvas(320, 240, 0x5A7896);
    Drawings.face(image, 115, 52);
    Path picture = Files.write(folder.resolve("in.jpg"), Drawings.file(image, "jpeg"));
    Path drawn = folder.resolve("out.png");
    CommandRun result =
        CommandRun.of("detect", model.toString(), picture.toString(), "--draw", drawn.toString());
    assertEquals(Infer.SUCCESS, result.status(), result.toString());
    String[] fields = result.out().strip().split("\t", -1);
    assertEquals(5, fields.length, result.out());
    BufferedImage copy = ImageIO.read(drawn.toFile());
    int left = Integer.parseInt(fields[1]);
    int top = Integer.parseInt(fields[2]);
    assertEquals(0x00E640, copy.getRGB(left, top) & 0xFFFFFF);
    assertTrue((copy.getRGB(5, 5) & 0xFFFFFF) != 0x00E640);
    assertFailure(
        1,
        "cannot be created",
        CommandRun.of("detect", model.toString(), picture.toString(), "--draw", "/no/x"));
  }
}
