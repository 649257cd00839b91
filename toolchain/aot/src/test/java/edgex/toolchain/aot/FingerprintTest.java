package edgex.toolchain.aot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever decides an output changes the fingerprint, so that nothing stale is kept. */
@Tag("aot")
final class FingerprintTest {
  private static final String TOOLS = "tools";

  @TempDir Path folder;
  private Path classes;
  private Path source;
  private Path script;

  @BeforeEach
  void writeInputs() throws IOException {
    classes = Files.createDirectories(folder.resolve("classes"));
    Files.writeString(classes.resolve("A.class"), "a");
    source = Files.writeString(folder.resolve("a.c"), "int a;");
    script = Files.writeString(folder.resolve("a.ld"), "SECTIONS {}");
  }

  private AotProgram program(Consumer<AotProgram.Builder> change) {
    AotProgram.Builder builder =
        AotProgram.builder("a", "A", TargetKind.USER, Architecture.X86_64)
            .classPath(List.of(classes))
            .cSource(source)
            .linkerScript(script);
    change.accept(builder);
    return builder.build();
  }

  private String print() throws Exception {
    return ProgramPrint.of(program(builder -> {}), TOOLS);
  }

  private void assertChanges(Set<String> seen, AotProgram program) throws Exception {
    assertTrue(seen.add(ProgramPrint.of(program, TOOLS)), program::toString);
  }

  @Test
  void everyPartOfTheDescriptionCounts() throws Exception {
    Set<String> seen = new HashSet<>(Set.of(print()));
    assertChanges(seen, program(builder -> builder.compilerFlag("-O3")));
    assertChanges(seen, program(builder -> builder.define("DEBUG", "1")));
    assertChanges(seen, program(builder -> builder.define("DEBUG", "2")));
    assertChanges(seen, program(builder -> builder.heap(1 << 16, 1 << 17)));
    assertChanges(seen, program(builder -> builder.includeDirectory(classes)));
    assertChanges(
        seen,
        program(
            builder ->
                builder.assemblyConstants(
                    List.of(AssemblyConstant.staticField("SYMBOL", "A", "field")))));
    assertEquals(print(), print());
  }

  @Test
  void everyInputFileCounts() throws Exception {
    String before = print();
    for (Path file : List.of(source, script, classes.resolve("A.class"))) {
      String old = Files.readString(file);
      Files.writeString(file, old + " ");
      assertNotEquals(before, print(), file::toString);
      Files.writeString(file, old);
      assertEquals(before, print());
    }
    Files.writeString(classes.resolve("B.class"), "");
    assertNotEquals(before, print());
  }

  @Test
  void theToolsCount() throws Exception {
    assertNotEquals(print(), ProgramPrint.of(program(builder -> {}), "other tools"));
    Set<String> seen = new HashSet<>();
    assertTrue(seen.add(compiler("12", "2.40")));
    assertTrue(seen.add(compiler("13", "2.40")));
    assertTrue(seen.add(compiler("12", "2.41")), "the linker is part of the tools");
  }

  /** The print of stand-ins for gcc and binutils that tell these versions. */
  private String compiler(String gccVersion, String binutilsVersion) throws Exception {
    Path bin = Files.createTempDirectory(folder, "bin");
    Path binutils = executable(bin.resolve("binutils"), "echo " + binutilsVersion);
    Path gcc =
        executable(
            bin.resolve("gcc"),
            "case $1 in --version) echo " + gccVersion + ";; *) echo " + binutils + ";; esac");
    return Toolchain.print(new Tool(gcc.toString(), "gcc"), folder, Optional.empty());
  }

  private static Path executable(Path file, String text) throws IOException {
    Files.writeString(file, "#!/bin/sh\n" + text + "\n");
    assertTrue(file.toFile().setExecutable(true));
    return file;
  }

  @Test
  void theSourceOfTheCLibraryCounts() throws Exception {
    MuslLibrary library = MuslLibrary.provide(Architecture.X86_64, Fixtures.cache());
    assertEquals(
        library.print(), MuslLibrary.provide(Architecture.X86_64, Fixtures.cache()).print());
    Tool gcc = new Tool(Architecture.X86_64.tool("gcc"), "gcc");
    assertNotEquals(
        Toolchain.print(gcc, folder, Optional.empty()),
        Toolchain.print(gcc, folder, Optional.of(library)));

    // A cache whose library was made from another package than the one that lies there now.
    Path musl = Files.createDirectories(folder.resolve("cache/musl"));
    Path built = Files.createDirectories(musl.resolve("x86_64"));
    Files.writeString(built.resolve("complete"), library.print());
    Path sources = Files.createDirectories(musl.resolve("source"));
    Files.writeString(sources.resolve("musl_9.9.9.orig.tar.gz"), "no archive");
    AotException failure =
        assertThrows(
            AotException.class,
            () -> MuslLibrary.provide(Architecture.X86_64, folder.resolve("cache")));
    assertTrue(failure.getMessage().contains("bash failed"), failure.getMessage());
  }
}
