package edgex.toolchain.aot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The C library of processes asks the EdgeX runtime, never the processor, for a system call. */
@Tag("aot")
final class MuslLibraryTest {
  @ParameterizedTest
  @CsvSource({"X86_64, syscall, call", "AARCH64, svc, bl", "RISCV64, ecall, auipc"})
  void executesNoSystemCallItself(Architecture architecture, String trap, String call)
      throws Exception {
    MuslLibrary musl = MuslLibrary.provide(architecture, Fixtures.cache());
    Path library = musl.libraryFile();
    String listing =
        new Tool(architecture.tool("objdump"), architecture.debianPackage())
            .run(library.getParent(), List.of("-d", "--no-show-raw-insn", library.toString()));
    // Only the return from a signal handler, which EdgeX never delivers, is musl's assembly.
    List<String> instructions =
        listing.lines().filter(line -> line.matches(".*:\\s+" + trap + "(\\s.*)?")).toList();
    assertEquals(1, instructions.size(), instructions.toString());
    assertTrue(listing.contains("<__restore"));
    long calls = listing.lines().filter(line -> line.contains("\t" + call)).count();
    assertTrue(calls > 1000, () -> "calls: " + calls);
  }
}
