package edgex.toolchain.aot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import edgex.toolchain.aot.fixture.Hog;
import edgex.toolchain.aot.fixture.Thrower;
import edgex.toolchain.aot.fixture.TwoStreams;
import edgex.toolchain.aot.fixture.Workout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Programs for Linux and for EdgeX processes do what the same classes do on a JVM. */
@Tag("aot")
final class ProcessTargetTest {
  @TempDir Path folder;

  private static AotProgram.Builder program(Class<?> main, TargetKind kind) {
    AotProgram.Builder builder =
        AotProgram.builder(main.getSimpleName(), main.getName(), kind, Architecture.X86_64)
            .classPath(List.of(Fixtures.classes()));
    // Linux itself stands in for EdgeX: each system call arrives at one C function.
    return kind == TargetKind.USER
        ? builder.cSource(Fixtures.resource("user/linux_system_call.c"))
        : builder;
  }

  private Fixtures.Output compileAndRun(AotProgram program) throws Exception {
    AotResult result = new AotCompiler(Fixtures.cache()).compile(program, folder);
    return Fixtures.run(folder, List.of(result.elf().toString(), folder.toString()));
  }

  @ParameterizedTest
  @EnumSource(names = {"HOST", "USER"})
  void printsWhatTheJvmPrints(TargetKind kind) throws Exception {
    Fixtures.Output compiled = compileAndRun(program(Workout.class, kind).build());
    Fixtures.Output jvm =
        Fixtures.run(
            folder,
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dfile.encoding=UTF-8",
                "-Dsun.stdout.encoding=UTF-8",
                "-Dstdout.encoding=UTF-8",
                "-cp",
                Fixtures.classes().toString(),
                Workout.class.getName(),
                folder.toString()));
    assertEquals(0, jvm.status(), jvm.text());
    assertEquals(jvm.text(), compiled.text());
    assertEquals(0, compiled.status());
  }

  @ParameterizedTest
  @EnumSource(names = {"HOST", "USER"})
  void bothOutputStreamsGoTheirOwnWay(TargetKind kind) throws Exception {
    String elf =
        new AotCompiler(Fixtures.cache())
            .compile(program(TwoStreams.class, kind).build(), folder)
            .elf()
            .toString();
    assertEquals("out 1, err 1\nout 2\nerr 2", shell(elf));
    assertEquals("out 1, out 2\n", shell(elf + " 2>/dev/null"));
    assertEquals("err 1\nerr 2", shell(elf + " 2>&1 >/dev/null"));
  }

  private String shell(String command) throws Exception {
    return Fixtures.run(folder, List.of("sh", "-c", command)).text();
  }

  @Test
  void uncaughtExceptionIsTracedAndEndsWithStatusOne() throws Exception {
    Fixtures.Output output = compileAndRun(program(Thrower.class, TargetKind.USER).build());
    assertEquals(1, output.status());
    String text = output.text();
    assertTrue(text.startsWith("before java.lang.IllegalStateException: outer"), text);
    assertTrue(text.contains("\tat " + Thrower.class.getName() + ".main(Thrower.java:"), text);
    assertTrue(text.contains("Caused by: java.lang.ArrayIndexOutOfBounds"), text);
    assertTrue(text.contains("\tat " + Thrower.class.getName() + ".element(Thrower.java:8)"), text);
  }

  @Test
  void fullHeapSaysSoAndEndsWithStatusThree() throws Exception {
    Fixtures.Output output =
        compileAndRun(program(Hog.class, TargetKind.USER).heap(1 << 20, 4 << 20).build());
    assertEquals(3, output.status(), output.text());
    assertTrue(output.text().contains("out of memory: heap limit 4194304 bytes\n"), output.text());
  }

  @Test
  void heapStaysBelowASmallerLimitOfTheRuntime() throws Exception {
    Path limit = Fixtures.resource("user/heap_limit.c");
    Fixtures.Output output =
        compileAndRun(
            program(Hog.class, TargetKind.USER).heap(1 << 20, 64 << 20).cSource(limit).build());
    assertEquals(3, output.status(), output.text());
    // A limit of 300,000 bytes is 73 whole pages, less than the heap was to start with.
    assertTrue(output.text().endsWith("out of memory: heap limit 299008 bytes\n"), output.text());
  }

  @Test
  void errorsNameWhatIsWrong() throws Exception {
    AotProgram unknownMain =
        AotProgram.builder("p", "no.such.Main", TargetKind.HOST, Architecture.X86_64).build();
    assertTrue(failure(unknownMain).contains("no.such.Main"), failure(unknownMain));
    Path broken = Files.writeString(folder.resolve("broken.c"), "int x = y;\n");
    String error = failure(program(Thrower.class, TargetKind.HOST).cSource(broken).build());
    assertTrue(error.contains("broken.c:1:9") && error.contains("undeclared"), error);
    AotProgram missing =
        program(Thrower.class, TargetKind.HOST).cSource(Path.of("absent.c")).build();
    assertTrue(failure(missing).contains("no such file or folder: absent.c"), failure(missing));
    Tool absent = new Tool("edgex-no-such-tool", "some-package");
    AotException noTool =
        assertThrows(AotException.class, () -> absent.run(folder, List.of("--version")));
    assertTrue(noTool.getMessage().contains("apt-get install some-package"));
    assertFalse(Files.exists(folder.resolve("p.elf")));
  }

  private String failure(AotProgram program) {
    AotCompiler compiler = new AotCompiler(Fixtures.cache());
    return assertThrows(AotException.class, () -> compiler.compile(program, folder)).getMessage();
  }
}
