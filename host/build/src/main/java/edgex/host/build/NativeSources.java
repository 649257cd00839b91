package edgex.host.build;

import edgex.toolchain.aot.AotProgram;
import edgex.toolchain.aot.Architecture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The native code of a program, found by place: of every module on its class path, the C and
 * assembly files in {@code src/main/native} and in the folder there that is named as the
 * architecture. A {@code kernel.ld} among them is the linker script. The C files of a native twin
 * compute and are compiled as such.
 */
final class NativeSources {
  private static final String FOLDER = "src/main/native";
  private static final String LINKER_SCRIPT = "kernel.ld";

  private NativeSources() {}

  static void addTo(AotProgram.Builder program, List<Path> modules, Architecture architecture)
      throws BuildException {
    for (Path module : modules) {
      Path common = module.resolve(FOLDER);
      boolean computes = NativeTwin.isTwin(module);
      addFolder(program, common, computes);
      addFolder(program, common.resolve(architecture.directoryName()), computes);
    }
  }

  private static void addFolder(AotProgram.Builder program, Path folder, boolean computes)
      throws BuildException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    program.includeDirectory(folder);
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        String name = file.getFileName().toString();
        if (name.endsWith(".c") && computes) {
          program.computeSource(file);
        } else if (name.endsWith(".c")) {
          program.cSource(file);
        } else if (name.endsWith(".S")) {
          program.assemblySource(file);
        } else if (name.equals(LINKER_SCRIPT)) {
          program.linkerScript(file);
        }
      }
    } catch (IOException cause) {
      throw new BuildException("cannot list " + folder + ": " + cause.getMessage(), cause);
    }
  }
}
