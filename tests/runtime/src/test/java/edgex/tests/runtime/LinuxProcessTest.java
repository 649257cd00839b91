package edgex.tests.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import edgex.abi.StartBlock;
import edgex.runtime.Capabilities;
import edgex.toolchain.aot.AotCompiler;
import edgex.toolchain.aot.AotException;
import edgex.toolchain.aot.AotProgram;
import edgex.toolchain.aot.Architecture;
import edgex.toolchain.aot.TargetKind;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.teavm.interop.Address;

/**
 * The real start code and C library under a compiled program, with Linux in the kernel's place: see
 * {@code src/test/native/linux-kernel.c}.
 */
class LinuxProcessTest {
  private static final Path MODULE = classes(LinuxProcessTest.class).resolve("../..").normalize();
  private static final Path NATIVE = MODULE.resolve("../../runtime/src/main/native").normalize();
  private static final Path STANDIN = MODULE.resolve("src/test/native");
  private static final int HEAP_BYTES = 8 << 20;

  @Test
  void plainProgramRuns() throws Exception {
    Ended ended = run(compile("hello", HelloProgram.class));
    assertEquals(
        List.of(
            "hello, w\u00f6rld",
            "number format",
            "caught index",
            "garbage 400000",
            "slept true",
            "fibers [main, other, other again]",
            "input -1",
            "variable null",
            "file false",
            "to the error stream"),
        ended.output().lines().limit(10).toList());
    assertTrue(
        ended.output().contains("java.lang.IllegalStateException: uncaught on purpose"),
        ended.output());
    assertTrue(
        ended.output().matches("(?s).*HelloProgram\\.main.*HelloProgram\\.java:\\d+.*"),
        ended.output());
    assertEquals(1, ended.status());
  }

  @Test
  void fullHeapEndsTheProcessAndSaysTheLimit() throws Exception {
    Ended ended = run(compile("hog", HogProgram.class));
    String expected = "out of memory: heap limit " + HEAP_BYTES + " bytes";
    assertTrue(ended.output().contains(expected), ended.output());
    assertEquals(3, ended.status());
  }

  @Test
  void tooFewObjectsEndTheProcessAndSayTheLimit() throws Exception {
    Path hello = compile("hello", HelloProgram.class);
    int limit = 0;
    Ended ended = run(hello, String.valueOf(limit));
    while (ended.status() == 3) {
      String expected = "out of kernel objects: limit " + limit + " of component root\n";
      assertTrue(ended.output().contains(expected), ended.output());
      limit++;
      ended = run(hello, String.valueOf(limit));
    }
    assertEquals(1, ended.status(), ended.output());
    assertTrue(ended.output().contains("uncaught on purpose"), ended.output());
    assertTrue(limit > 2, "the program runs with " + limit + " objects");
  }

  private record Ended(int status, String output) {}

  private static Path compile(String name, Class<?> main) throws AotException, IOException {
    AotProgram.Builder program =
        AotProgram.builder(name, main.getName(), TargetKind.USER, Architecture.X86_64)
            .classPath(
                List.of(
                    classes(Capabilities.class),
                    classes(StartBlock.class),
                    classes(Address.class),
                    classes(main)))
            .heap(1 << 20, HEAP_BYTES)
            .compilerFlag("-Wl,-e,edgex_entry")
            .includeDirectory(STANDIN)
            .includeDirectory(NATIVE)
            .cSource(STANDIN.resolve("linux-kernel.c"));
    try (Stream<Path> files = Files.list(NATIVE)) {
      files.filter(file -> file.toString().endsWith(".c")).sorted().forEach(program::cSource);
    }
    Path output = MODULE.resolve("target/compiled");
    return new AotCompiler(MODULE.resolve("target/aot-cache"))
        .compile(program.build(), output)
        .elf();
  }

  private static Ended run(Path program, String... arguments) throws IOException, InterruptedException {
    Path captured = program.resolveSibling(program.getFileName() + ".output");
    List<String> words = new ArrayList<>(List.of(program.toString()));
    words.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(words)
            .redirectErrorStream(true)
            .redirectOutput(captured.toFile())
            .start();
    try {
      assertTrue(process.waitFor(60, TimeUnit.SECONDS), "the program hangs");
      return new Ended(process.exitValue(), Files.readString(captured, StandardCharsets.UTF_8));
    } finally {
      process.destroyForcibly();
    }
  }

  private static Path classes(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException wrong) {
      throw new IllegalStateException(wrong);
    }
  }
}
