package edgex.toolchain.aot;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The gcc command line of a program, in its two halves: compiling and linking. */
final class CompilerFlags {
  /** Java wraps on overflow and reuses memory under other types. */
  private static final List<String> JAVA =
      List.of("-O2", "-fwrapv", "-fno-strict-aliasing", "-fno-delete-null-pointer-checks");

  /**
   * For C that computes. Loops over vectors need the rules of C for overflow; nobody reads errno or
   * the floating-point flags.
   */
  private static final List<String> COMPUTING =
      List.of("-O3", "-ffp-contract=fast", "-fno-math-errno", "-fno-trapping-math");

  /** Prefix maps and a fixed seed keep the build's folder and chance out of the output. */
  private static final List<String> COMMON =
      List.of(
          "-std=gnu11",
          "-ffunction-sections",
          "-fdata-sections",
          "-fno-asynchronous-unwind-tables",
          "-fno-ident",
          "-Wno-discarded-qualifiers",
          "-frandom-seed=edgex",
          "-ffile-prefix-map=.=.");

  /** Pages have 4 KiB on every architecture, and code shares none; some linkers assume others. */
  private static final List<String> PAGES =
      List.of("-Wl,-z,max-page-size=4096", "-Wl,-z,separate-code");

  private final AotProgram program;
  private final Path generatedFolder;
  private final Path offsetsFolder;
  private final Optional<MuslLibrary> musl;
  private final Tool gcc;

  CompilerFlags(
      AotProgram program,
      Path generatedFolder,
      Path offsetsFolder,
      Optional<MuslLibrary> musl,
      Tool gcc) {
    this.program = program;
    this.generatedFolder = generatedFolder;
    this.offsetsFolder = offsetsFolder;
    this.musl = musl;
    this.gcc = gcc;
  }

  /** Flags that decide how a source is compiled; gcc runs in the folder of generated files. */
  List<String> compile() throws AotException, IOException {
    return compile(JAVA);
  }

  /** As {@link #compile()}, for the program's compute sources. */
  List<String> compileForComputing() throws AotException, IOException {
    return compile(COMPUTING);
  }

  private List<String> compile(List<String> language) throws AotException, IOException {
    List<String> flags = new ArrayList<>(language);
    flags.addAll(COMMON);
    flags.addAll(program.architecture().commonFlags());
    flags.addAll(program.kind().compilerFlags());
    if (program.kind().isFreestanding()) {
      flags.addAll(program.architecture().freestandingFlags());
      flags.add("-isystem");
      flags.add("native/include");
    }
    if (program.kind() == TargetKind.KERNEL) {
      flags.addAll(program.architecture().kernelAddressFlags());
    }
    if (musl.isPresent()) {
      flags.add("-isystem");
      flags.add(musl.get().includeFolder().toString());
    }
    if (program.kind() != TargetKind.HOST) {
      flags.add("-isystem");
      flags.add(gcc.query(generatedFolder, "-print-file-name=include"));
    }
    flags.addAll(List.of("-iquote", ".", "-iquote", "native", "-I", offsetsFolder.toString()));
    for (Path folder : program.includeDirectories()) {
      flags.add("-I");
      flags.add(folder.toAbsolutePath().toString());
    }
    for (Map.Entry<String, String> macro : new TreeMap<>(program.defines()).entrySet()) {
      flags.add("-D" + macro.getKey() + "=" + macro.getValue());
    }
    flags.addAll(program.compilerFlags());
    return flags;
  }

  /** Flags and libraries that end the command line of the link. */
  List<String> link() throws AotException, IOException {
    List<String> flags = new ArrayList<>(List.of("-Wl,--gc-sections", "-Wl,--build-id=none"));
    if (program.kind() == TargetKind.HOST) {
      flags.add("-lm");
      return flags;
    }
    flags.addAll(
        program.kind() == TargetKind.LOADER
            ? List.of("-static-pie", "-Wl,-z,text")
            : List.of("-static", "-no-pie"));
    flags.addAll(List.of("-nostdlib", "-Wl,-z,noexecstack", "-Wl,-z,norelro"));
    flags.addAll(PAGES);
    if (program.linkerScript().isPresent()) {
      flags.add("-Wl,-T," + program.linkerScript().get().toAbsolutePath());
    }
    if (musl.isPresent()) {
      flags.add(musl.get().startFile().toString());
      flags.add(musl.get().libraryFile().toString());
    }
    flags.add(gcc.query(generatedFolder, "-print-libgcc-file-name"));
    return flags;
  }
}
