package edgex.toolchain.aot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import edgex.toolchain.aot.fixture.ToyKernel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A kernel in Java boots in QEMU, on the bare machine. */
@Tag("aot")
final class KernelTargetTest {
  private static final String SLOT = ToyKernel.class.getName() + "$Slot";

  @TempDir Path folder;

  private static AotProgram.Builder toyKernel() {
    Path sources = Fixtures.resource("kernel");
    return AotProgram.builder(
            "toy", ToyKernel.class.getName(), TargetKind.KERNEL, Architecture.X86_64)
        .classPath(List.of(Fixtures.classes()))
        .includeDirectory(sources)
        .cSource(sources.resolve("failure.c"))
        .assemblySource(sources.resolve("boot.S"))
        .linkerScript(sources.resolve("kernel.ld"))
        .assemblyConstants(
            List.of(
                AssemblyConstant.fieldOffset("SLOT_VALUE", SLOT, "value"),
                AssemblyConstant.staticField(
                    "FIXTURE_CURRENT", ToyKernel.class.getName(), "current")));
  }

  @Test
  void bootsAllocatesAndCallsBackFromAssembly() throws Exception {
    AotCompiler compiler = new AotCompiler(Fixtures.cache());
    AotProgram program = toyKernel().build();
    AotResult result = compiler.compile(program, folder);
    assertFalse(result.upToDate());
    Fixtures.Output output =
        Fixtures.run(
            folder,
            List.of(
                "qemu-system-x86_64",
                "-nodefaults",
                "-display",
                "none",
                "-no-reboot",
                "-serial",
                "stdio",
                "-device",
                "isa-debug-exit,iobase=0xf4,iosize=0x04",
                "-kernel",
                result.elf().toString()));
    // 0 + 1 + ... + 999; (40 + 2) + 42; nothing allocated after boot; then the index is too high.
    assertEquals(
        "booted\npool sum 499500\ntrap 84\nheap 0\narray index out of bounds\n", output.text());
    assertEquals(2 * 17 + 1, output.status());

    byte[] first = Files.readAllBytes(result.elf());
    assertTrue(compiler.compile(program, folder).upToDate());
    AotResult elsewhere = compiler.compile(program, folder.resolve("elsewhere"));
    assertEquals(-1, java.util.Arrays.mismatch(first, Files.readAllBytes(elsewhere.elf())));
  }

  @Test
  void vanishedFieldFailsTheBuild() {
    AotProgram program =
        toyKernel()
            .assemblyConstants(List.of(AssemblyConstant.fieldOffset("SLOT_COLOR", SLOT, "color")))
            .build();
    AotException error =
        assertThrows(
            AotException.class, () -> new AotCompiler(Fixtures.cache()).compile(program, folder));
    assertTrue(error.getMessage().contains("$Slot.color for SLOT_COLOR"), error.getMessage());
  }
}
