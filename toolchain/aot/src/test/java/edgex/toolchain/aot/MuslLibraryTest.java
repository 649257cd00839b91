package edgex.toolchain.aot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The C library of processes asks the EdgeX runtime, never the processor, for a system call. */
@Tag("aot")
final class MuslLibraryTest {
  @Test
  void executesNoSystemCallItself() throws Exception {
    MuslLibrary musl = MuslLibrary.provide(Architecture.X86_64, Fixtures.cache());
    Path library = musl.libraryFile();
    String listing =
        new Tool("x86_64-linux-gnu-objdump", "binutils")
            .run(library.getParent(), List.of("-d", "--no-show-raw-insn", library.toString()));
    // Only the return from a signal handler, which EdgeX never delivers, is musl's assembly.
    List<String> instructions =
        listing.lines().filter(line -> line.matches(".*:\\s+syscall\\s*")).toList();
    assertEquals(1, instructions.size(), instructions.toString());
    assertTrue(listing.contains("<__restore_rt>:"));
    assertTrue(listing.lines().filter(line -> line.contains("call ")).count() > 1000);
  }
}
