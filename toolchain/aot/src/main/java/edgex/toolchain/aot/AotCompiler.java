package edgex.toolchain.aot;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

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
    private final Path objectFolder;
    private final Path printFile;
    private final Tool gcc;

    Job(AotProgram program, Path outputFolder) {
      this.program = program;
      elf = outputFolder.resolve(program.name() + ".elf");
      workFolder = outputFolder.resolve(program.name());
      generatedFolder = workFolder.resolve("c");
      objectFolder = workFolder.resolve("objects");
      printFile = workFolder.resolve("fingerprint");
      gcc = new Tool(program.architecture().tool("gcc"), program.architecture().debianPackage());
    }

    AotResult run() throws AotException, IOException {
      Files.createDirectories(generatedFolder);
      Files.createDirectories(objectFolder);
      Optional<MuslLibrary> musl =
          program.kind() == TargetKind.USER
              ? Optional.of(MuslLibrary.provide(program.architecture(), cacheFolder))
              : Optional.empty();
      String print = ProgramPrint.of(program, Toolchain.print(gcc, workFolder, musl));
      if (Files.isRegularFile(elf) && print.equals(readPrint())) {
        return new AotResult(elf, true, 0, 0, "");
      }
      Files.deleteIfExists(printFile);
      long started = System.nanoTime();
      Translation translation = translate();
      SortedMap<String, byte[]> files = new TreeMap<>(translation.files());
      TableTuning.apply(files);
      SpillRepair.apply(files);
      HeapRepair.apply(files);
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

    private Translation translate() throws AotException, IOException {
      Path entryFolder = Files.createDirectories(workFolder.resolve("entry"));
      String entryClass = program.mainClass();
      if (!program.kind().isFreestanding()) {
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
      StringBuilder diagnostics = new StringBuilder();
      List<String> objects = new ArrayList<>();
      for (String source : sources()) {
        objects.add(compileSource(source, objects.size(), compileFlags, diagnostics));
      }
      List<String> computeFlags = flags.compileForComputing();
      for (Path source : program.computeSources()) {
        String file = source.toAbsolutePath().toString();
        objects.add(compileSource(file, objects.size(), computeFlags, diagnostics));
      }
      Path linked = workFolder.resolve(program.name() + ".elf.new");
      List<String> arguments = new ArrayList<>(program.compilerFlags());
      arguments.addAll(List.of("-o", linked.toString()));
      arguments.addAll(objects);
      arguments.addAll(flags.link());
      diagnostics.append(gcc.run(objectFolder, arguments));
      if (program.kind().isFreestanding()) {
        KernelCheck.requireNoFloatingPoint(program.architecture(), linked);
      }
      Files.move(linked, elf, StandardCopyOption.REPLACE_EXISTING);
      return diagnostics.toString();
    }

    private List<String> sources() {
      List<String> sources = new ArrayList<>(List.of("unit.c"));
      if (program.kind().isFreestanding()) {
        sources.add("native/memory.c");
        sources.add("native/bits.c");
      }
      program.cSources().forEach(source -> sources.add(source.toAbsolutePath().toString()));
      program.assemblySources().forEach(source -> sources.add(source.toAbsolutePath().toString()));
      return sources;
    }

    /**
     * Compiles one source to an object whose name depends on the source alone: gcc's own temporary
     * names would get into the symbol table.
     */
    private String compileSource(
        String source, int index, List<String> compileFlags, StringBuilder diagnostics)
        throws AotException, IOException {
      String object = index + "-" + Path.of(source).getFileName() + ".o";
      List<String> arguments = new ArrayList<>(compileFlags);
      if (source.equals("native/memory.c")) {
        arguments.add("-fno-tree-loop-distribute-patterns");
      }
      arguments.addAll(List.of("-c", "-o", objectFolder.resolve(object).toString(), source));
      diagnostics.append(gcc.run(generatedFolder, arguments));
      return object;
    }
  }
}
