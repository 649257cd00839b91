package edgex.host.build;

import edgex.toolchain.aot.AotCompiler;
import edgex.toolchain.aot.AotException;
import edgex.toolchain.aot.AotProgram;
import edgex.toolchain.aot.AotResult;
import edgex.toolchain.aot.Architecture;
import edgex.toolchain.aot.TargetKind;
import java.nio.file.Path;
import java.util.List;

/**
 * A class of a module, compiled ahead of time to a Linux program with the same libraries and native
 * twins that a program on the device gets. For honest timing on a real processor, for debuggers and
 * sanitizers.
 */
public final class HostProgram {
  private static final int MINIMUM_HEAP_BYTES = 1 << 20;

  private HostProgram() {}

  /**
   * Compiles the program to {@code build/host/NAME.elf}, or does nothing if it is up to date.
   *
   * @param root the repository's folder
   * @param module the folder of a packaged Maven module, relative to it; it and its dependencies
   *     must not be of the runtime, which is for the device
   * @param name the program's name
   * @param mainClass the class with {@code main}
   * @param heapBytes the largest size of its heap
   * @param compilerFlags further flags for gcc, such as {@code -g}
   * @return the program
   * @throws BuildException with a message for the user
   */
  public static Path compile(
      Path root,
      String module,
      String name,
      String mainClass,
      int heapBytes,
      List<String> compilerFlags)
      throws BuildException {
    ModuleClassPath classPath = ModuleClassPath.read(root, root.resolve(module));
    AotProgram.Builder program =
        AotProgram.builder(name, mainClass, TargetKind.HOST, Architecture.X86_64)
            .classPath(classPath.entries())
            .heap(Math.min(MINIMUM_HEAP_BYTES, heapBytes), heapBytes);
    compilerFlags.forEach(program::compilerFlag);
    NativeSources.addTo(program, classPath.modules(), Architecture.X86_64);
    try {
      AotResult result =
          new AotCompiler(root.resolve("build/cache"))
              .compile(program.build(), root.resolve("build/host"));
      return result.elf();
    } catch (AotException failure) {
      throw new BuildException(failure.getMessage(), failure);
    }
  }
}
