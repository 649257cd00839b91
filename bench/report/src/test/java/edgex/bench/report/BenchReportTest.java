package edgex.bench.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchReportTest {
  private static Measurement instructions(double value) {
    return Measurement.exact(value, "instructions");
  }

  private static BenchReport sample() {
    Map<String, Measurement> peers = new LinkedHashMap<>();
    peers.put("linux.pipe.roundtrip", instructions(11495));
    peers.put("linux.futex.roundtrip", instructions(11043.5));
    return new BenchReport(
        "kernel",
        "x86_64",
        List.of(
            new BenchResult(
                "ipc.roundtrip.words4", new Measurement(512, 0.25, 600, "instructions"), peers),
            BenchResult.alone("process.kill", instructions(1812))));
  }

  /** The contract that other tools rely on, to the character. */
  @Test
  void jsonIsAsTheDesignSays() {
    BenchReport report =
        new BenchReport(
            "kernel",
            "x86_64",
            List.of(
                new BenchResult(
                    "ipc.roundtrip.words4",
                    instructions(512),
                    Map.of("linux.pipe.roundtrip", instructions(12552)))));
    assertEquals(
        "{\"bench\":\"kernel\",\"arch\":\"x86_64\",\"results\":["
            + "{\"name\":\"ipc.roundtrip.words4\",\"unit\":\"instructions\",\"value\":512,"
            + "\"deviation\":0,\"max\":512,\"peers\":{\"linux.pipe.roundtrip\":12552}}]}\n",
        report.toJson());
  }

  @Test
  void writtenFileIsReadBackByAnIndependentParser(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("report.json");
    sample().writeJson(file);
    JsonObject json = JsonParser.parseString(Files.readString(file)).getAsJsonObject();
    JsonObject first = json.getAsJsonArray("results").get(0).getAsJsonObject();
    assertEquals(0.25, first.get("deviation").getAsDouble());
    assertEquals("600", first.get("max").getAsString());
    assertEquals(
        List.of("linux.pipe.roundtrip", "linux.futex.roundtrip"),
        List.copyOf(first.getAsJsonObject("peers").keySet()));
    assertEquals(
        11043.5, first.getAsJsonObject("peers").get("linux.futex.roundtrip").getAsDouble());
    JsonObject second = json.getAsJsonArray("results").get(1).getAsJsonObject();
    assertTrue(second.getAsJsonObject("peers").isEmpty());
  }

  @Test
  void unwritableFileIsNamed(@TempDir Path folder) {
    Path file = folder.resolve("missing").resolve("report.json");
    IOException failure = assertThrows(IOException.class, () -> sample().writeJson(file));
    assertTrue(failure.getMessage().contains(file.toString()), failure.getMessage());
  }

  @Test
  void tableAlignsColumnsAndShowsHowManyTimesThePeerTakes() {
    assertEquals(
        """
        name                  value  unit          peer                        value  ratio
        ipc.roundtrip.words4    512  instructions  linux.pipe.roundtrip       11,495  22.45
                                                   linux.futex.roundtrip  11,043.500  21.57
        process.kill          1,812  instructions
        """,
        sample().toTable());
  }

  @Test
  void ratioToZeroIsLeftOut() {
    BenchResult result = new BenchResult("idle", instructions(0), Map.of("p", instructions(5)));
    String lastLine =
        new BenchReport("b", "a", List.of(result)).toTable().lines().skip(1).findFirst().get();
    assertTrue(lastLine.endsWith(" -"), lastLine);
  }

  @Test
  void peerInAnotherUnitIsRefused() {
    Map<String, Measurement> peers = Map.of("linux.ram", Measurement.exact(5, "bytes"));
    IllegalArgumentException failure =
        assertThrows(
            IllegalArgumentException.class,
            () -> new BenchResult("null_call", instructions(1), peers));
    assertTrue(failure.getMessage().contains("linux.ram is in bytes"), failure.getMessage());
  }

  @Test
  void sameNameTwiceIsRefused() {
    BenchResult result = BenchResult.alone("null_call", instructions(1));
    assertThrows(
        IllegalArgumentException.class,
        () -> new BenchReport("kernel", "x86_64", List.of(result, result)));
  }
}
