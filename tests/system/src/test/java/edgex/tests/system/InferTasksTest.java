package edgex.tests.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import edgex.apps.infer.Infer;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tasks beyond classifying, compiled and in the guest, say what they say on this JVM. */
@Tag("qemu")
@Tag("shell")
class InferTasksTest {
  private static final int PICTURES = 40;
  private static final int SIDE = 8;

  @TempDir Path folder;

  @BeforeAll
  static void build() throws Exception {
    Repository.image();
  }

  private static String here(String... words) {
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    PrintStream print = new PrintStream(output, true, StandardCharsets.UTF_8);
    assertEquals(0, Infer.run(words, print, System.err));
    return output.toString(StandardCharsets.UTF_8);
  }

  /** Checks fields: texts are equal, numbers nearly, since kernels sum in other orders. */
  private static void assertNear(String expected, String actual) {
    String[] wanted = expected.split("[\t\n]", -1);
    String[] fields = actual.split("[\t\n]", -1);
    assertEquals(wanted.length, fields.length, actual);
    for (int index = 0; index < wanted.length; index++) {
      if (wanted[index].contains(".")) {
        double number = Double.parseDouble(wanted[index]);
        double tolerance = 1e-3 + 1e-3 * Math.abs(number);
        assertEquals(
            number, Double.parseDouble(fields[index]), tolerance, actual + "not\n" + expected);
      } else {
        assertEquals(wanted[index], fields[index]);
      }
    }
  }

  /** A file of the shared test data; the test is skipped if it is not there. */
  private static Path shared(String relative) {
    String named = System.getenv("EDGEX_SHARED");
    Path path = Repository.ROOT.resolve(named == null ? "../shared" : named).resolve(relative);
    assumeTrue(Files.exists(path), "no " + path + " (set EDGEX_SHARED)");
    return path;
  }

  @Test
  void picturesAreWrittenInTheGuest() throws Exception {
    Path drawn = folder.resolve("drawn.png");
    Command run =
        Command.run(
            folder,
            "--put",
            shared("models/ultraface-slim-320.onnx") + ":/tmp/model",
            "--get",
            "/tmp/drawn.png:" + drawn,
            "--",
            "infer detect /tmp/model /samples/5-large.png --draw /tmp/drawn.png");
    assertEquals("", run.errors());
    BufferedImage expected =
        ImageIO.read(Repository.ROOT.resolve("images/samples/5-large.png").toFile());
    BufferedImage actual = ImageIO.read(drawn.toFile());
    assertEquals(expected.getWidth(), actual.getWidth());
    assertEquals(expected.getHeight(), actual.getHeight());
  }

  @Test
  void voicesAreHeardInTheGuest() throws Exception {
    Path model = shared("models/silero_vad_v5.onnx");
    Path sound = shared("models/testdata/yes_1000ms.wav");
    Command run =
        Command.run(
            folder,
            "--put",
            model + ":/tmp/model",
            "--put",
            sound + ":/tmp/sound",
            "--",
            "infer vad /tmp/model /tmp/sound");
    assertEquals("", run.errors());
    assertNear(here("vad", model.toString(), sound.toString()), run.output());
    assertEquals(0, run.status());
  }

  /** Dark pictures are of class 0, bright ones of class 1. */
  private void writeDataSet(Path pictures, Path labels) throws IOException {
    Random random = new Random(5);
    ByteBuffer images = ByteBuffer.allocate(16 + PICTURES * SIDE * SIDE);
    ByteBuffer classes = ByteBuffer.allocate(8 + PICTURES).putInt(2049).putInt(PICTURES);
    images.putInt(2051).putInt(PICTURES).putInt(SIDE).putInt(SIDE);
    for (int index = 0; index < PICTURES * SIDE * SIDE; index++) {
      boolean isBright = index / (SIDE * SIDE) % 2 == 1;
      images.put((byte) (random.nextInt(100) + (isBright ? 150 : 0)));
    }
    for (int index = 0; index < PICTURES; index++) {
      classes.put((byte) (index % 2));
    }
    Files.write(pictures, images.array());
    Files.write(labels, classes.array());
  }

  @Test
  void aModelIsTrainedInTheGuest() throws Exception {
    Path pictures = folder.resolve("pictures");
    Path labels = folder.resolve("labels");
    writeDataSet(pictures, labels);
    Path model = folder.resolve("model.onnx");
    Command run =
        Command.run(
            folder,
            "--put",
            pictures + ":/tmp/pictures",
            "--put",
            labels + ":/tmp/labels",
            "--get",
            "/tmp/model.onnx:" + model,
            "--",
            "train /tmp/pictures /tmp/labels /tmp/model.onnx --epochs 3 --checkpoint /tmp/c;"
                + "train /tmp/pictures /tmp/labels /tmp/model.onnx --epochs 4 --checkpoint /tmp/c;"
                + "train /tmp/pictures /tmp/labels /tmp/whole.onnx --epochs 4");
    assertEquals("", run.errors());
    // Four lines with a stop in between and four without.
    List<String> epochs = run.output().lines().toList();
    assertEquals(8, epochs.size(), run.output());
    assertEquals(epochs.subList(0, 4), epochs.subList(4, 8));
    assertTrue(epochs.get(3).endsWith("\t1.000000"), run.output());
    Path own = folder.resolve("own.onnx");
    String expected =
        here("train", pictures.toString(), labels.toString(), own.toString(), "--epochs", "4");
    // Later epochs drift apart from the JVM's (CAVEATS.md).
    assertNear(expected.lines().toList().get(0), epochs.get(0));
    assertEquals(Files.size(own), Files.size(model));
    Path dark = folder.resolve("dark.pgm");
    Files.writeString(dark, "P5 1 1 255\n ", StandardCharsets.US_ASCII);
    for (Path trained : new Path[] {own, model}) {
      String classes = here("classify", trained.toString(), dark.toString());
      assertEquals("0", classes.substring(0, 1), classes);
    }
  }
}
