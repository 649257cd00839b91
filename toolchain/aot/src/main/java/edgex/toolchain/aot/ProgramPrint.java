package edgex.toolchain.aot;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** The fingerprint of a program's inputs: its description, its files, the tools that compile it. */
final class ProgramPrint {
  private ProgramPrint() {}

  /**
   * Two compilations with equal prints give equal files.
   *
   * @param toolchain the print of the tools
   */
  static String of(AotProgram program, String toolchain) throws AotException, IOException {
    Fingerprint print = new Fingerprint().add(toolchain);
    print.add(program.toString()).add(new TreeMap<>(program.defines()).toString());
    List<Path> inputs = new ArrayList<>(program.classPath());
    inputs.addAll(program.cSources());
    inputs.addAll(program.computeSources());
    inputs.addAll(program.assemblySources());
    inputs.addAll(program.includeDirectories());
    program.linkerScript().ifPresent(inputs::add);
    for (Path input : inputs) {
      print.addPath(input);
    }
    return print.hex();
  }
}
