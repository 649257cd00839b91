package edgex.toolchain.aot;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What to compile.
 *
 * @param name names the output: {@code name.elf}
 * @param mainClass the class whose {@code main(String[])} runs
 * @param classPath folders and jars with the program's classes; the Java library comes with the
 *     compiler
 * @param kind what the program runs on
 * @param architecture the processor
 * @param minimumHeapBytes the heap at start; a kernel's heap is what its boot code hands over
 * @param maximumHeapBytes the heap never grows beyond this; reaching it ends the process
 * @param cSources C files compiled and linked beside the program, with Java's arithmetic
 * @param computeSources C files that compute: plain C, where overflow and aliasing are undefined,
 *     optimised for speed
 * @param assemblySources assembly files (.S), preprocessed; may include {@code "offsets.h"}
 * @param includeDirectories where {@code @Include}d headers and those of the C sources are
 * @param assemblyConstants what {@code offsets.h} defines
 * @param linkerScript replaces the linker's own
 * @param defines C macros
 * @param compilerFlags further flags for gcc, compiling and linking
 */
public record AotProgram(
    String name,
    String mainClass,
    List<Path> classPath,
    TargetKind kind,
    Architecture architecture,
    int minimumHeapBytes,
    int maximumHeapBytes,
    List<Path> cSources,
    List<Path> computeSources,
    List<Path> assemblySources,
    List<Path> includeDirectories,
    List<AssemblyConstant> assemblyConstants,
    Optional<Path> linkerScript,
    Map<String, String> defines,
    List<String> compilerFlags) {

  /** Copies the lists, so that a program never changes. */
  public AotProgram {
    Objects.requireNonNull(name);
    Objects.requireNonNull(mainClass);
    if (minimumHeapBytes <= 0 || maximumHeapBytes < minimumHeapBytes) {
      throw new IllegalArgumentException(
          "heap of " + name + ": minimum " + minimumHeapBytes + ", maximum " + maximumHeapBytes);
    }
    classPath = List.copyOf(classPath);
    cSources = List.copyOf(cSources);
    computeSources = List.copyOf(computeSources);
    assemblySources = List.copyOf(assemblySources);
    includeDirectories = List.copyOf(includeDirectories);
    assemblyConstants = List.copyOf(assemblyConstants);
    defines = Map.copyOf(defines);
    compilerFlags = List.copyOf(compilerFlags);
  }

  /** Starts a description. */
  public static Builder builder(
      String name, String mainClass, TargetKind kind, Architecture architecture) {
    return new Builder(name, mainClass, kind, architecture);
  }

  /** Collects the parts of a program; everything not named stays empty. */
  public static final class Builder {
    private final String name;
    private final String mainClass;
    private final TargetKind kind;
    private final Architecture architecture;
    private final List<Path> classPath = new ArrayList<>();
    private final List<Path> cSources = new ArrayList<>();
    private final List<Path> computeSources = new ArrayList<>();
    private final List<Path> assemblySources = new ArrayList<>();
    private final List<Path> includeDirectories = new ArrayList<>();
    private final List<AssemblyConstant> assemblyConstants = new ArrayList<>();
    private final Map<String, String> defines = new TreeMap<>();
    private final List<String> compilerFlags = new ArrayList<>();
    private int minimumHeapBytes = 1 << 20;
    private int maximumHeapBytes = 64 << 20;
    private Path linkerScript;

    private Builder(String name, String mainClass, TargetKind kind, Architecture architecture) {
      this.name = name;
      this.mainClass = mainClass;
      this.kind = kind;
      this.architecture = architecture;
    }

    /** Adds folders or jars with classes. */
    public Builder classPath(List<Path> entries) {
      classPath.addAll(entries);
      return this;
    }

    /** Sets the heap's first and largest size. */
    public Builder heap(int minimumBytes, int maximumBytes) {
      minimumHeapBytes = minimumBytes;
      maximumHeapBytes = maximumBytes;
      return this;
    }

    /** Adds a C file. */
    public Builder cSource(Path file) {
      cSources.add(file);
      return this;
    }

    /** Adds a C file that computes, to be optimised as plain C. */
    public Builder computeSource(Path file) {
      computeSources.add(file);
      return this;
    }

    /** Adds a preprocessed assembly file. */
    public Builder assemblySource(Path file) {
      assemblySources.add(file);
      return this;
    }

    /** Adds a folder of headers. */
    public Builder includeDirectory(Path folder) {
      includeDirectories.add(folder);
      return this;
    }

    /** Adds constants to {@code offsets.h}. */
    public Builder assemblyConstants(List<AssemblyConstant> constants) {
      assemblyConstants.addAll(constants);
      return this;
    }

    /** Replaces the linker's own script. */
    public Builder linkerScript(Path file) {
      linkerScript = file;
      return this;
    }

    /** Defines a C macro. */
    public Builder define(String macro, String value) {
      defines.put(macro, value);
      return this;
    }

    /** Adds a flag for gcc. */
    public Builder compilerFlag(String flag) {
      compilerFlags.add(flag);
      return this;
    }

    /** Ends the description. */
    public AotProgram build() {
      return new AotProgram(
          name,
          mainClass,
          classPath,
          kind,
          architecture,
          minimumHeapBytes,
          maximumHeapBytes,
          cSources,
          computeSources,
          assemblySources,
          includeDirectories,
          assemblyConstants,
          Optional.ofNullable(linkerScript),
          defines,
          compilerFlags);
    }
  }
}
