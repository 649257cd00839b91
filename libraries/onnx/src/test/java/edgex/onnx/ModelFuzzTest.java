package edgex.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Jazzer, which learns from the code that an input reaches, on models from load to run. */
@Tag("long")
class ModelFuzzTest {
  /** Some minutes; {@code -Dedgex.fuzz.runs} asks for more. */
  private static final int RUNS = Integer.getInteger("edgex.fuzz.runs", 100_000);

  private static final int LARGEST_SAMPLE_BYTES = 4096;

  @TempDir Path folder;

  @Test
  void modelsKeepTheirWord() throws IOException, InterruptedException {
    Path corpus = Files.createDirectory(folder.resolve("corpus"));
    addSamples(corpus);
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add("com.code_intelligence.jazzer.Jazzer");
    command.add("--target_class=" + ModelFuzzTarget.class.getName());
    command.add("--instrumentation_includes=edgex.onnx.**:edgex.tensor.**");
    command.add("--reproducer_path=" + folder);
    command.addAll(List.of("-runs=" + RUNS, "-seed=1", "-max_len=" + LARGEST_SAMPLE_BYTES));
    command.addAll(List.of("-timeout=60", "-rss_limit_mb=4096", corpus.toString()));
    Path output = folder.resolve("output");
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    try {
      assertEquals(0, process.waitFor(), () -> read(output));
    } finally {
      process.destroyForcibly();
    }
  }

  /** The official cases that are small, each operator's among them. */
  private static void addSamples(Path corpus) throws IOException {
    Path archive = SharedData.find("onnx-tests/cases.tar.xz");
    Map<String, Map<String, byte[]>> cases = archive == null ? Map.of() : CaseArchive.read(archive);
    for (Map.Entry<String, Map<String, byte[]>> sample : cases.entrySet()) {
      byte[] model = sample.getValue().get("model.onnx");
      if (model != null && model.length <= LARGEST_SAMPLE_BYTES) {
        Files.write(corpus.resolve(sample.getKey().replace('/', '_')), model);
      }
    }
    ModelBuilder tiny =
        new ModelBuilder()
            .input("x", ModelBuilder.FLOAT32, 2)
            .output("y", ModelBuilder.FLOAT32, 2)
            .node("Relu", "x", "y");
    Files.write(corpus.resolve("tiny"), tiny.build());
  }

  private static String read(Path output) {
    try {
      return Files.readString(output);
    } catch (IOException lost) {
      return lost.toString();
    }
  }
}
