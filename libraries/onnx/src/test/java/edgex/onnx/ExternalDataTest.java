package edgex.onnx;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import edgex.onnx.model.ExternalData;
import edgex.onnx.session.Session;
import edgex.tensor.LongTensor;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Constants whose elements lie in files beside the model. */
class ExternalDataTest {
  private static final long LIMIT_BYTES = 1 << 20;

  /** A file of 64 bytes, each its own index. */
  private static final ExternalData BESIDE =
      (path, offset, length) -> {
        if (!path.equals("weights/w.bin")) {
          throw new IOException("there is no such file");
        }
        byte[] content = new byte[64];
        for (int index = 0; index < content.length; index++) {
          content[index] = (byte) index;
        }
        if (offset + length > content.length) {
          throw new IOException("it is too short");
        }
        return Arrays.copyOfRange(content, (int) offset, (int) offset + length);
      };

  private static byte[] entry(String key, String value) {
    return ModelBuilder.message(13, ModelBuilder.text(1, key), ModelBuilder.text(2, value));
  }

  /** A model that negates two 64-bit constants at the given place. */
  private static byte[] model(byte[]... place) {
    byte[] tensor =
        ModelBuilder.message(
            5,
            ModelBuilder.integer(1, 2),
            ModelBuilder.integer(2, ModelBuilder.INT64),
            ModelBuilder.text(8, "w"),
            ModelBuilder.join(place),
            ModelBuilder.integer(14, 1));
    return new ModelBuilder()
        .raw(tensor)
        .output("y", ModelBuilder.INT64, 2)
        .node("Neg", "w", "y")
        .build();
  }

  private static void assertRefused(String message, ExternalData beside, byte[]... place) {
    ModelFormatException exception =
        assertThrows(
            ModelFormatException.class, () -> Session.load(model(place), beside, LIMIT_BYTES));
    assertTrue(exception.getMessage().contains(message), exception.getMessage());
  }

  @Test
  void elementsAreReadFromTheirPlace() throws ModelFormatException, InferenceException {
    byte[] file =
        model(entry("location", "weights/w.bin"), entry("offset", "8"), entry("length", "16"));
    Session session = Session.load(file, BESIDE, LIMIT_BYTES);
    LongTensor result = (LongTensor) session.run(Map.of()).get("y");
    long[] expected = {-0x0F0E0D0C0B0A0908L, -0x1716151413121110L};
    assertArrayEquals(expected, result.values());
    assertEquals(16, session.constantBytes());
  }

  @Test
  void placesThatAreNotBesideTheModelAreRefused() {
    for (String path : new String[] {"", "/etc/passwd", "../w.bin", "a/../../w", "a//b", "a\\b"}) {
      assertRefused("not beside the model", BESIDE, entry("location", path));
    }
  }

  @Test
  void missingAndShortFilesAreRefused() {
    assertRefused("no such file", BESIDE, entry("location", "other.bin"));
    byte[] location = entry("location", "weights/w.bin");
    assertRefused("too short", BESIDE, location, entry("offset", "56"));
    assertRefused("8 bytes instead of 16", BESIDE, location, entry("length", "8"));
    assertRefused("offset '-1'", BESIDE, location, entry("offset", "-1"));
    assertRefused("offset 'x'", BESIDE, location, entry("offset", "x"));
    assertRefused("has 3 bytes", (path, offset, length) -> new byte[3], location);
    assertRefused("without the files beside it", ExternalData.NONE, location);
  }
}
