package edgex.toolchain.aot;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.teavm.vm.TeaVM;

/**
 * Compiles programs. One compiler may serve many threads; keep it for as long as possible, since
 * TeaVM runs in this JVM and is twice as fast once warm.
 */
public final class AotCompiler {
  private final Path cacheFolder;

  /**
   * Creates a compiler.
   *
   * @param cacheFolder where the C library of processes is built once and kept
   */
  public AotCompiler(Path cacheFolder) {
    this.cacheFolder = cacheFolder.toAbsolutePath();
  }

  /**
   * Compiles a program to {@code outputFolder/NAME.elf}, or does nothing when neither the program
   * nor its inputs nor the tools have changed since the last time.
   *
   * @throws AotException with a message for the user: an error in the Java code, in the C code, a
   *     tool that is missing, a full disk
   */
  public AotResult compile(AotProgram program, Path outputFolder) throws AotException {
    try {
      return new Job(program, outputFolder.toAbsolutePath()).run();
    } catch (IOException cause) {
      throw new AotException(explain(program, cause), cause);
    }
  }

  private static String explain(AotProgram program, IOException cause) {
    String message = String.valueOf(cause.getMessage());
    if (message.toLowerCase(Locale.ROOT).contains("no space left on device")) {
      return program.name() + ": the disk is full (" + message + ")";
    }
    String kind = cause instanceof FileNotFoundException ? "no such file: " : "";
    return program.name() + ": cannot read or write: " + kind + message;
  }

  /** One compilation: its folders, tools and steps. */
  private final class Job {
    private final AotProgram program;
    private final Path elf;
    private final Path workFolder;
    private final Path generatedFolder;
    private final Path printFile;
    private final Tool gcc;

    Job(AotProgram program, Path outputFolder) {
      this.program = program;
      elf = outputFolder.resolve(program.name() + ".elf");
      workFolder = outputFolder.resolve(program.name());
      generatedFolder = workFolder.resolve("c");
      printFile = workFolder.resolve("fingerprint");
      gcc = new Tool(program.architecture().tool("gcc"), program.architecture().debianPackage());
    }

    AotResult run() throws AotException, IOException {
      Files.createDirectories(generatedFolder);
      String print = fingerprint();
      if (Files.isRegularFile(elf) && print.equals(readPrint())) {
        return new AotResult(elf, true, 0, 0, "");
      }
      Files.deleteIfExists(printFile);
      Optional<MuslLibrary> musl =
          program.kind() == TargetKind.USER
              ? Optional.of(MuslLibrary.provide(program.architecture(), cacheFolder))
              : Optional.empty();
      long started = System.nanoTime();
      Translation translation = translate();
      SortedMap<String, byte[]> files = new TreeMap<>(translation.files());
      files.putAll(NativeSources.of(program.kind()));
      String unit = new UnitWriter(translation, program.kind()).write();
      files.put("unit.c", unit.getBytes(StandardCharsets.UTF_8));
      GeneratedFiles.synchronize(generatedFolder, files);
      long translated = System.nanoTime();
      String diagnostics = build(translation, musl);
      long compiled = System.nanoTime();
      Files.writeString(printFile, print);
      return new AotResult(elf, false, translated - started, compiled - translated, diagnostics);
    }

    private String readPrint() throws IOException {
      return Files.isRegularFile(printFile) ? Files.readString(printFile) : "";
    }

    private String fingerprint() throws AotException, IOException {
      Fingerprint print = new Fingerprint();
      print.add(gcc.query(generatedFolder, "--version"));
      print.add(String.valueOf(TeaVM.class.getProtectionDomain().getCodeSource().getLocation()));
      print.add(CompilerFlags.class.getName()).add(NativeSources.read("version.txt"));
      for (Map.Entry<String, byte[]> file : NativeSources.of(program.kind()).entrySet()) {
        print.add(file.getKey()).add(file.getValue());
      }
      print.add(program.toString()).add(new TreeMap<>(program.defines()).toString());
      List<Path> inputs = new ArrayList<>(program.classPath());
      inputs.addAll(program.cSources());
      inputs.addAll(program.assemblySources());
      inputs.addAll(program.includeDirectories());
      program.linkerScript().ifPresent(inputs::add);
      for (Path input : inputs) {
        print.addPath(input);
      }
      return print.hex();
    }

    private Translation translate() throws AotException, IOException {
      Path entryFolder = Files.createDirectories(workFolder.resolve("entry"));
      String entryClass = program.mainClass();
      if (program.kind() != TargetKind.KERNEL) {
        EntryClass.write(entryFolder, program.mainClass());
        entryClass = EntryClass.NAME;
      }
      return new TeaVmTranslator(program).translate(entryFolder, entryClass);
    }

    private String build(Translation translation, Optional<MuslLibrary> musl)
        throws AotException, IOException {
      Path offsetsFolder = Files.createDirectories(workFolder.resolve("offsets"));
      CompilerFlags flags = new CompilerFlags(program, generatedFolder, offsetsFolder, musl, gcc);
      List<String> compileFlags = flags.compile();
      OffsetsHeader.write(
          translation, generatedFolder, offsetsFolder.resolve("offsets.h"), gcc, compileFlags);
      Path object = workFolder.resolve(program.name() + ".elf.new");
      List<String> arguments = new ArrayList<>(compileFlags);
      arguments.addAll(List.of("-o", object.toString(), "unit.c"));
      if (program.kind() == TargetKind.KERNEL) {
        arguments.addAll(List.of("-fno-tree-loop-distribute-patterns", "native/memory.c"));
      }
      program.cSources().forEach(source -> arguments.add(source.toAbsolutePath().toString()));
      program
          .assemblySources()
          .forEach(source -> arguments.add(source.toAbsolutePath().toString()));
      arguments.addAll(flags.link());
      String diagnostics = gcc.run(generatedFolder, arguments);
      if (program.kind() == TargetKind.KERNEL) {
        KernelCheck.requireNoFloatingPoint(program.architecture(), object);
      }
      Files.move(object, elf, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
      return diagnostics;
    }
  }
}
