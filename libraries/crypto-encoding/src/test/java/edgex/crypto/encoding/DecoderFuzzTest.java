package edgex.crypto.encoding;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Jazzer, which learns from the code that an input reaches, on every decoder. */
@Tag("fuzz")
final class DecoderFuzzTest {
  private static final int RUNS = 10_000_000;

  /** Enough to see that the fuzzer starts and reaches the decoder. */
  private static final int FEW_RUNS = 20_000;

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(Decoder.class)
  @Tag("long")
  void decoderKeepsItsWord(Decoder decoder) throws Exception {
    fuzz(decoder, RUNS);
  }

  @Test
  void fuzzerRuns() throws Exception {
    fuzz(Decoder.CBOR, FEW_RUNS);
  }

  private void fuzz(Decoder decoder, int runs) throws Exception {
    Path corpus = Files.createDirectory(folder.resolve("corpus"));
    int number = 0;
    for (byte[] sample : decoder.samples()) {
      Files.write(corpus.resolve("sample" + number++), sample);
    }
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Dedgex.fuzz.decoder=" + decoder);
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add("com.code_intelligence.jazzer.Jazzer");
    command.add("--target_class=" + DecoderFuzzTarget.class.getName());
    command.add("--instrumentation_includes=edgex.crypto.encoding.**");
    command.add("--reproducer_path=" + folder);
    command.addAll(List.of("-runs=" + runs, "-seed=1", "-max_len=4096", corpus.toString()));
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

  private static String read(Path output) {
    try {
      return Files.readString(output);
    } catch (java.io.IOException e) {
      return e.toString();
    }
  }
}
