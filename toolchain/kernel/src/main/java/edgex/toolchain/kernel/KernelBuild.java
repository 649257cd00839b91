package edgex.toolchain.kernel;

import edgex.toolchain.aot.AotCompiler;
import edgex.toolchain.aot.AotException;
import edgex.toolchain.aot.AotProgram;
import edgex.toolchain.aot.AotResult;
import edgex.toolchain.aot.Architecture;
import edgex.toolchain.aot.AssemblyConstant;
import edgex.toolchain.aot.TargetKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Builds {@code kernel-x86_64.elf}, which QEMU and any PVH loader boot. */
public final class KernelBuild {
  private static final String NAME = "kernel-x86_64";
  private static final String MAIN_CLASS = "edgex.kernel.arch.Start";
  private static final String CONTEXT_CLASS = "edgex.kernel.arch.Context";

  /** The fields of the saved context that {@code trap.S} stores and loads. */
  private static final List<String> CONTEXT_FIELDS =
      List.of(
          "rax",
          "rbx",
          "rcx",
          "rdx",
          "rsi",
          "rdi",
          "rbp",
          "r8",
          "r9",
          "r10",
          "r11",
          "r12",
          "r13",
          "r14",
          "r15",
          "stackPointer",
          "instructionPointer",
          "flags",
          "interrupted");

  private KernelBuild() {}

  /**
   * Describes the kernel to the compiler.
   *
   * @param classPath classes of {@code abi}, {@code kernel/core}, {@code kernel/arch-x86_64} and
   *     TeaVM's interop annotations, and no other {@code arch-*} module
   * @param nativeFolder {@code kernel/arch-x86_64/src/main/native}
   */
  public static AotProgram describe(List<Path> classPath, Path nativeFolder) {
    return AotProgram.builder(NAME, MAIN_CLASS, TargetKind.KERNEL, Architecture.X86_64)
        .classPath(classPath)
        .includeDirectory(nativeFolder)
        .assemblySource(nativeFolder.resolve("boot.S"))
        .assemblySource(nativeFolder.resolve("trap.S"))
        .compilerFlag("-fwhole-program")
        .compilerFlag("-include")
        .compilerFlag(nativeFolder.resolve("entries.h").toAbsolutePath().toString())
        .linkerScript(nativeFolder.resolve("kernel.ld"))
        .assemblyConstants(AssemblyConstant.fieldOffsets("CONTEXT_", CONTEXT_CLASS, CONTEXT_FIELDS))
        .build();
  }

  /**
   * Compiles, links and fills in the table of function names; does nothing that is up to date.
   *
   * @param compiler runs TeaVM and gcc
   * @param classPath see {@link #describe}
   * @param nativeFolder see {@link #describe}
   * @param outputFolder where {@code kernel-x86_64.elf} goes; intermediate files go below it
   * @return the finished image
   * @throws AotException with a message for the user
   */
  public static Path build(
      AotCompiler compiler, List<Path> classPath, Path nativeFolder, Path outputFolder)
      throws AotException {
    AotResult linked =
        compiler.compile(describe(classPath, nativeFolder), outputFolder.resolve("linked"));
    Path image = outputFolder.resolve(NAME + ".elf");
    nameFunctions(linked.elf(), image);
    return image;
  }

  /**
   * Writes a linked kernel with its table of function names filled in; leaves an equal file alone.
   *
   * @throws AotException if the names need more room than the linker script reserves, or a file
   *     cannot be read or written
   */
  public static void nameFunctions(Path linked, Path image) throws AotException {
    try {
      byte[] finished = SymbolTable.fillIn(Files.readAllBytes(linked));
      if (!Files.isRegularFile(image) || !Arrays.equals(Files.readAllBytes(image), finished)) {
        Files.write(image, finished);
      }
    } catch (IOException cause) {
      throw new AotException(image + ": cannot read or write: " + cause.getMessage(), cause);
    }
  }
}
