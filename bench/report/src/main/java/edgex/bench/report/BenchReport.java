package edgex.bench.report;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * All results of one {@code ./edgex bench NAME}.
 *
 * <p>As JSON, numbers without a fraction are written without one:
 *
 * <pre>
 * {"bench":"kernel","arch":"x86_64","results":[
 *   {"name":"null_call","unit":"instructions","value":89,"deviation":0,"max":89,
 *    "peers":{"linux.getppid":329}}]}
 * </pre>
 *
 * @param bench the benchmark's name, for example {@code kernel}
 * @param architecture what was measured, for example {@code x86_64}
 * @param results in the order in which they are shown
 */
public record BenchReport(String bench, String architecture, List<BenchResult> results) {
  /** Largest magnitude up to which every integer is a double of its own. */
  private static final double EXACT_INTEGERS = 1L << 53;

  /**
   * Keeps a copy of the results.
   *
   * @throws IllegalArgumentException if two results have the same name
   */
  public BenchReport {
    results = List.copyOf(results);
    Set<String> names = new HashSet<>();
    for (BenchResult result : results) {
      if (!names.add(result.name())) {
        throw new IllegalArgumentException("measured twice: " + result.name());
      }
    }
  }

  /** The report as one line of JSON, ended by a line feed. */
  public String toJson() {
    StringWriter text = new StringWriter();
    try (JsonWriter json = new JsonWriter(text)) {
      writeReport(json);
    } catch (IOException impossible) {
      throw new UncheckedIOException("a string cannot fail to take text", impossible);
    }
    return text + "\n";
  }

  /**
   * Writes the JSON to a file, replacing what it held.
   *
   * @throws IOException naming the file, if it cannot be written
   */
  public void writeJson(Path file) throws IOException {
    try {
      Files.writeString(file, toJson());
    } catch (IOException cause) {
      throw new IOException("cannot write the benchmark report to " + file + ": " + cause, cause);
    }
  }

  /** The report for people: see {@link ConsoleTable}. */
  public String toTable() {
    return ConsoleTable.render(results);
  }

  private void writeReport(JsonWriter json) throws IOException {
    json.beginObject();
    json.name("bench").value(bench);
    json.name("arch").value(architecture);
    json.name("results").beginArray();
    for (BenchResult result : results) {
      writeResult(json, result);
    }
    json.endArray();
    json.endObject();
  }

  private static void writeResult(JsonWriter json, BenchResult result) throws IOException {
    json.beginObject();
    json.name("name").value(result.name());
    json.name("unit").value(result.own().unit());
    writeNumber(json.name("value"), result.own().value());
    writeNumber(json.name("deviation"), result.own().deviation());
    writeNumber(json.name("max"), result.own().max());
    json.name("peers").beginObject();
    for (Map.Entry<String, Measurement> peer : result.peers().entrySet()) {
      writeNumber(json.name(peer.getKey()), peer.getValue().value());
    }
    json.endObject();
    json.endObject();
  }

  private static void writeNumber(JsonWriter json, double number) throws IOException {
    if (number == Math.rint(number) && Math.abs(number) <= EXACT_INTEGERS) {
      json.value((long) number);
    } else {
      json.value(number);
    }
  }
}
