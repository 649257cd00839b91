package edgex.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import edgex.onnx.session.Session;
import edgex.tensor.Tensor;
import edgex.toolchain.aot.AotCompiler;
import edgex.toolchain.aot.AotException;
import edgex.toolchain.aot.AotProgram;
import edgex.toolchain.aot.Architecture;
import edgex.toolchain.aot.TargetKind;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The official cases once more, run by operators that are compiled ahead of time. */
@Tag("long")
class CompiledCasesTest {
  private static final int HEAP_BYTES = 512 << 20;
  private static final long TIMEOUT_MINUTES = 10;

  @TempDir Path folder;

  @Test
  void compiledOperatorsGiveTheSameVerdicts()
      throws IOException, AotException, InterruptedException {
    Path archive = SharedData.find("onnx-tests/cases.tar.xz");
    assumeTrue(archive != null);
    Map<String, Map<String, byte[]>> cases = CaseArchive.read(archive);
    StringBuilder list = new StringBuilder();
    List<String> expected = new ArrayList<>();
    for (Map.Entry<String, Map<String, byte[]>> entry : cases.entrySet()) {
      for (Map.Entry<String, byte[]> file : entry.getValue().entrySet()) {
        Path path = folder.resolve(entry.getKey()).resolve(file.getKey());
        Files.createDirectories(path.getParent());
        Files.write(path, file.getValue());
      }
      list.append(entry.getKey()).append('\n');
      expected.add(CaseRunner.run(entry.getValue()).verdict() + " " + entry.getKey());
    }
    Files.writeString(folder.resolve("cases"), list);
    List<String> actual = new ArrayList<>();
    for (String line : run(compile())) {
      String[] words = line.split(" ", 3);
      actual.add(words[0] + " " + words[1]);
      if (words[0].equals("FAILED")) {
        System.out.println("compiled: " + line);
      }
    }
    assertEquals(String.join("\n", expected), String.join("\n", actual));
  }

  private static Path compile() throws AotException {
    AotProgram program =
        AotProgram.builder(
                "onnx-cases", CaseProgram.class.getName(), TargetKind.HOST, Architecture.X86_64)
            .classPath(
                List.of(classes(CaseProgram.class), classes(Session.class), classes(Tensor.class)))
            .heap(1 << 20, HEAP_BYTES)
            .build();
    Path target = classes(CaseProgram.class).getParent();
    return new AotCompiler(target.resolve("aot-cache"))
        .compile(program, target.resolve("compiled"))
        .elf();
  }

  private static Path classes(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException wrong) {
      throw new IllegalStateException(wrong);
    }
  }

  private List<String> run(Path program) throws IOException, InterruptedException {
    Path output = folder.resolve("output");
    Process process =
        new ProcessBuilder(program.toString(), folder.toString())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    try {
      assertTrue(process.waitFor(TIMEOUT_MINUTES, TimeUnit.MINUTES), "the program hangs");
    } finally {
      process.destroyForcibly();
    }
    List<String> lines = Files.readAllLines(output);
    assertEquals(0, process.exitValue(), () -> String.join("\n", lines));
    return lines;
  }
}
