package edgex.apps.infer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command as a user sees it: from pictures to a model that classifies others. */
class TrainingTest {
  private static final int SIDE = 16;
  private static final int COUNT = 210;

  @TempDir private Path folder;

  private Path pictures;
  private Path labels;

  /** A bar in one of three places, with noise: class 0 left, 1 in the middle, 2 right. */
  private static byte[] bar(int place, Random random) {
    byte[] pixels = new byte[SIDE * SIDE];
    for (int index = 0; index < pixels.length; index++) {
      int column = index % SIDE;
      boolean inBar = column >= 1 + 5 * place && column < 5 + 5 * place;
      pixels[index] = (byte) ((inBar ? 160 : 0) + random.nextInt(90));
    }
    return pixels;
  }

  @BeforeEach
  void write() throws IOException {
    Random random = new Random(9);
    ByteBuffer images = ByteBuffer.allocate(16 + COUNT * SIDE * SIDE);
    ByteBuffer classes = ByteBuffer.allocate(8 + COUNT).putInt(2049).putInt(COUNT);
    images.putInt(2051).putInt(COUNT).putInt(SIDE).putInt(SIDE);
    for (int index = 0; index < COUNT; index++) {
      images.put(bar(index % 3, random));
      classes.put((byte) (index % 3));
    }
    pictures = Files.write(folder.resolve("pictures"), images.array());
    labels = Files.write(folder.resolve("labels"), classes.array());
  }

  private CommandRun train(Path model, String... options) {
    List<String> words = new ArrayList<>();
    words.addAll(List.of("train", pictures.toString(), labels.toString(), model.toString()));
    words.addAll(Arrays.asList(options));
    return CommandRun.of(words.toArray(new String[0]));
  }

  @Test
  void bothNetworksMakeModelsThatClassify() throws IOException {
    for (String network : new String[] {"perceptron", "convolutional"}) {
      Path model = folder.resolve(network + ".onnx");
      CommandRun result = train(model, "--network", network, "--epochs", "5");
      assertEquals(Infer.SUCCESS, result.status(), result.toString());
      String[] lines = result.out().split("\n", -1);
      assertEquals(6, lines.length, result.out());
      String[] last = lines[4].split("\t", -1);
      assertEquals("5", last[0]);
      assertTrue(Double.parseDouble(last[2]) > 0.95, result.out());
      for (int place = 0; place < 3; place++) {
        byte[] header = "P5 16 16 255\n".getBytes(StandardCharsets.US_ASCII);
        byte[] pixels = bar(place, new Random(100 + place));
        byte[] file = Arrays.copyOf(header, header.length + pixels.length);
        System.arraycopy(pixels, 0, file, header.length, pixels.length);
        Path picture = Files.write(folder.resolve("bar.pgm"), file);
        CommandRun classes = CommandRun.of("classify", model.toString(), picture.toString());
        assertEquals(Integer.toString(place), classes.out().substring(0, 1), classes.toString());
      }
    }
  }

  @Test
  void trainingGoesOnFromItsCheckpoint() throws IOException {
    Path straight = folder.resolve("straight.onnx");
    Path resumed = folder.resolve("resumed.onnx");
    String checkpoint = folder.resolve("checkpoint").toString();
    CommandRun whole = train(straight, "--epochs", "4");
    CommandRun first = train(resumed, "--epochs", "2", "--checkpoint", checkpoint);
    CommandRun second = train(resumed, "--epochs", "4", "--checkpoint", checkpoint);
    assertEquals(whole.out(), first.out() + second.out());
    assertArrayEquals(Files.readAllBytes(straight), Files.readAllBytes(resumed));
  }

  @Test
  void whatIsWrongIsSaid() {
    Path model = folder.resolve("model.onnx");
    assertFailure(2, "--epochs is a number from 1 to 10000", train(model, "--epochs", "no"));
    assertFailure(2, "--epochs is a number", train(model, "--epochs", "0"));
    assertFailure(2, "no network 'huge'", train(model, "--network", "huge"));
    String folderName = folder.toString();
    assertFailure(
        1,
        "not in the format IDX",
        CommandRun.of("train", labels.toString(), folderName + "/labels", "m"));
    assertFailure(1, "no such file", CommandRun.of("train", folderName + "/none", "labels", "m"));
    assertFailure(1, "cannot be created", train(folder.resolve("no/model.onnx"), "--epochs", "1"));
  }

  private static void assertFailure(int status, String message, CommandRun result) {
    assertEquals(status, result.status(), result.toString());
    assertTrue(result.err().contains(message), result.err());
  }
}
