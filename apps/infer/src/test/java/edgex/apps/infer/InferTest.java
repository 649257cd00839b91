package edgex.apps.infer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command as a user sees it: output, messages and exit status. */
class InferTest {
  private static final String MODEL = Samples.MODEL.toString();
  private static final String PICTURE = Samples.FOLDER.resolve("7.pgm").toString();

  @TempDir private Path folder;

  private record Result(int status, String out, String err) {}

  private static Result infer(String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int status =
        Infer.run(
            arguments,
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8));
    return new Result(
        status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private static void assertFailure(int status, String message, Result result) {
    assertEquals(status, result.status, result.toString());
    assertEquals("", result.out);
    assertTrue(result.err.startsWith("infer: "), result.err);
    assertTrue(result.err.contains(message), result.err);
    assertEquals(1, result.err.lines().count(), result.err);
  }

  @Test
  void everySampleIsClassifiedAsItsName() throws IOException {
    for (Path picture : Samples.pictures()) {
      Result result = infer("classify", MODEL, picture.toString());
      assertEquals(Infer.SUCCESS, result.status, result.toString());
      assertEquals("", result.err);
      String[] lines = result.out.split("\n", -1);
      assertEquals(11, lines.length, result.out);
      assertEquals("", lines[10]);
      String digit = picture.getFileName().toString().substring(0, 1);
      assertEquals(digit, lines[0].split("\t", -1)[0], picture.toString());
    }
  }

  @Test
  void linesHoldEveryClassOnceBestFirst() {
    Result result = infer("classify", MODEL, PICTURE);
    boolean[] seen = new boolean[10];
    double last = 1;
    double sum = 0;
    for (String line : result.out.lines().toList()) {
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
    Result result = infer("describe", MODEL);
    assertEquals(Infer.SUCCESS, result.status);
    assertTrue(result.out.contains("input\tInput3\tfloat32 1x1x28x28\n"), result.out);
    assertTrue(result.out.contains("output\tPlus214_Output_0\tfloat32 1x10\n"), result.out);
    assertTrue(result.out.contains("operator\tConv\t2\n"), result.out);
  }

  @Test
  void aWrongCommandLineShowsTheUsage() {
    assertFailure(Infer.USAGE, "usage", infer());
    assertFailure(Infer.USAGE, "usage", infer("classify", MODEL));
    assertFailure(Infer.USAGE, "usage", infer("classify", MODEL, PICTURE, "more"));
    assertFailure(Infer.USAGE, "usage", infer("describe"));
    assertFailure(Infer.USAGE, "usage", infer("guess", MODEL, PICTURE));
    assertFailure(Infer.USAGE, "unknown option --big", infer("detect", "--big", "x", "m", "p"));
    assertFailure(Infer.USAGE, "--draw needs a value", infer("detect", "m", "p", "--draw"));
  }

  @Test
  void filesThatAreNotWhatTheyShouldBeAreNamed() throws IOException {
    Path empty = Files.write(folder.resolve("empty"), new byte[0]);
    String missing = folder.resolve("missing").toString();
    assertFailure(1, missing + ": there is no such file", infer("describe", missing));
    assertFailure(1, missing + ": there is no such file", infer("classify", MODEL, missing));
    assertFailure(1, "directory", infer("describe", folder.toString()));
    assertFailure(1, "empty", infer("describe", empty.toString()));
    assertFailure(1, "empty", infer("classify", MODEL, empty.toString()));
    assertFailure(1, PICTURE + ": ", infer("classify", PICTURE, PICTURE));
    assertFailure(1, "not a PNG, JPEG, BMP, PGM or PPM", infer("classify", MODEL, MODEL));
  }

  @Test
  void modelsThatDoNotFitATaskAreNamed() {
    assertFailure(1, MODEL + ": a detector takes", infer("detect", MODEL, PICTURE));
    assertFailure(1, MODEL + ": a voice detector has", infer("vad", MODEL, PICTURE));
    assertFailure(1, PICTURE + ": ", infer("embed", MODEL, PICTURE, "words"));
    assertFailure(1, "not a WAV", infer("speech-features", MODEL, MODEL, PICTURE));
    assertFailure(1, "the model takes float32 1x1x28x28", infer("ocr-detect", MODEL, PICTURE));
  }

  @Test
  void boxesAreDrawnIntoACopyOfThePicture() throws IOException {
    Path model = Samples.shared("models/ultraface-slim-320.onnx");
    assumeTrue(model != null);
    BufferedImage image = Drawings.canvas(320, 240, 0x5A7896);
    Drawings.face(image, 115, 52);
    Path picture = Files.write(folder.resolve("in.jpg"), Drawings.file(image, "jpeg"));
    Path drawn = folder.resolve("out.png");
    Result result =
        infer("detect", model.toString(), picture.toString(), "--draw", drawn.toString());
    assertEquals(Infer.SUCCESS, result.status, result.toString());
    String[] fields = result.out.strip().split("\t", -1);
    assertEquals(5, fields.length, result.out);
    BufferedImage copy = ImageIO.read(drawn.toFile());
    int left = Integer.parseInt(fields[1]);
    int top = Integer.parseInt(fields[2]);
    assertEquals(0x00E640, copy.getRGB(left, top) & 0xFFFFFF);
    assertTrue((copy.getRGB(5, 5) & 0xFFFFFF) != 0x00E640);
    assertFailure(
        1,
        "cannot be created",
        infer("detect", model.toString(), picture.toString(), "--draw", "/no/x"));
  }
}
