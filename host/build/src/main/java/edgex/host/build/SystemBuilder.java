package edgex.host.build;

import edgex.toolchain.aot.AotCompiler;
import edgex.toolchain.aot.AotException;
import edgex.toolchain.aot.AotProgram;
import edgex.toolchain.aot.AotResult;
import edgex.toolchain.aot.Architecture;
import edgex.toolchain.aot.TargetKind;
import edgex.toolchain.image.Board;
import edgex.toolchain.image.ImageAssembler;
import edgex.toolchain.image.ImageException;
import edgex.toolchain.image.ImagePlan;
import edgex.toolchain.image.ImagePlanner;
import edgex.toolchain.image.ProgramPlan;
import edgex.toolchain.image.TomlSection;
import edgex.toolchain.kernel.EfiProgram;
import edgex.toolchain.kernel.FlatImage;
import edgex.toolchain.kernel.FunctionNames;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Builds kernels and images of one repository. What has not changed since the last build is not
 * compiled again. Several builders, also of several JVMs, take turns.
 */
public final class SystemBuilder {
  /** One translation and one gcc run of a large program take about 1 GiB together. */
  private static final int PARALLEL_COMPILATIONS = 2;

  private static final int MINIMUM_HEAP_BYTES = 64 << 10;

  /** The runtime's first instruction: it reads the start block before the C library starts. */
  private static final String USER_ENTRY = "edgex_entry";

  private static final String LOADER = "loader";
  private static final String LOADER_MAIN = "edgex.boot.uefi.start.Start";
  private static final String LOADER_ENTRY = "edgex_uefi_entry";

  private static final double NANOS_PER_SECOND = 1e9;

  private final Path root;
  private final Progress progress;
  private final AotCompiler compiler;

  /**
   * Creates a builder.
   *
   * @param root the repository's folder
   * @param progress where it says what it compiles
   */
  public SystemBuilder(Path root, Progress progress) {
    this.root = root;
    this.progress = progress;
    this.compiler = new AotCompiler(root.resolve("build/cache"));
  }

  /** Where everything of an architecture is put. */
  public Path outputFolder(Architecture architecture) {
    return root.resolve("build").resolve(architecture.directoryName());
  }

  /**
   * Builds a kernel and an image that is named in {@code images/}.
   *
   * @throws BuildException with a message for the user
   */
  public BuiltImage build(String imageName, Board board)
      throws BuildException, InterruptedException {
    Architecture architecture =
        Architecture.named(board.architecture())
            .orElseThrow(
                () ->
                    new BuildException(
                        "board " + board.name() + ": no architecture " + board.architecture()));
    Path output = outputFolder(architecture);
    try {
      Files.createDirectories(output);
      try (FileChannel channel =
              FileChannel.open(
                  output.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
          FileLock lock = channel.lock()) {
        if (!lock.isValid()) {
          throw new BuildException("another build holds " + output);
        }
        return buildLocked(ImagePlanner.plan(root, imageName, board), architecture);
      }
    } catch (ImageException refused) {
      throw new BuildException(refused.getMessage(), refused);
    } catch (IOException cause) {
      throw new BuildException(DiskErrors.explain(cause), cause);
    }
  }

  /**
   * Writes a variant of an image with further files.
   *
   * @param additions path in the image to file on this machine
   */
  public void assemble(BuiltImage built, Map<String, Path> additions, Path output)
      throws BuildException {
    try {
      ImageAssembler.assemble(built.plan(), built.programs(), additions, output);
    } catch (ImageException refused) {
      throw new BuildException(refused.getMessage(), refused);
    } catch (IOException cause) {
      throw new BuildException(DiskErrors.explain(cause), cause);
    }
  }

  /**
   * Builds the boot loader for UEFI of an image's processor.
   *
   * @return the program as firmware loads it
   */
  public Path buildLoader(BuiltImage built) throws BuildException, InterruptedException {
    Architecture architecture =
        Architecture.named(built.plan().board().architecture()).orElseThrow();
    Path output = outputFolder(architecture);
    Path program = output.resolve(LOADER + ".efi");
    try (FileChannel channel = FileChannel.open(output.resolve("lock"), StandardOpenOption.WRITE);
        FileLock lock = channel.lock()) {
      assert lock.isValid();
      Path module = KernelDescription.read(root, architecture).loader();
      Path elf = compileAll(List.of(loader(module, architecture)), output).get(LOADER);
      EfiProgram.write(elf, program);
      return program;
    } catch (ImageException | AotException refused) {
      throw new BuildException(refused.getMessage(), refused);
    } catch (IOException cause) {
      throw new BuildException(DiskErrors.explain(cause), cause);
    }
  }

  private AotProgram loader(Path module, Architecture architecture) throws BuildException {
    ModuleClassPath classPath = ModuleClassPath.read(root, module);
    AotProgram.Builder program =
        AotProgram.builder(LOADER, LOADER_MAIN, TargetKind.LOADER, architecture)
            .classPath(classPath.entries())
            .compilerFlag("-Wl,-e," + LOADER_ENTRY);
    NativeSources.addTo(program, classPath.modules(), architecture);
    return program.build();
  }

  private BuiltImage buildLocked(ImagePlan plan, Architecture architecture)
      throws BuildException, ImageException, IOException, InterruptedException {
    Path output = outputFolder(architecture);
    KernelDescription kernel = KernelDescription.read(root, architecture);
    List<AotProgram> programs = new ArrayList<>();
    programs.add(kernel.program());
    programs.add(describe(plan.root(), architecture));
    for (ProgramPlan program : plan.programs()) {
      programs.add(describe(program, architecture));
    }
    Map<String, Path> elfs = compileAll(programs, output);
    Path image = output.resolve(fileName(plan));
    ImageAssembler.assemble(plan, elfs, Map.of(), image);
    Path linkedKernel = elfs.get(kernel.program().name());
    return new BuiltImage(plan, bootable(kernel, linkedKernel), linkedKernel, elfs, image);
  }

  /** Images differ by board, since drivers do. */
  private static String fileName(ImagePlan plan) {
    Board board = plan.board();
    return plan.name() + (board.usual() ? "" : "-" + board.name()) + ".img";
  }

  private static Path bootable(KernelDescription kernel, Path elf) throws BuildException {
    if (kernel.format() == KernelDescription.Format.ELF) {
      return elf;
    }
    Path flat = elf.resolveSibling(kernel.program().name() + ".flat");
    try {
      FlatImage.write(elf, flat);
    } catch (AotException failure) {
      throw new BuildException(failure.getMessage(), failure);
    }
    return flat;
  }

  private AotProgram describe(ProgramPlan plan, Architecture architecture)
      throws BuildException, ImageException {
    ModuleClassPath classPath = ModuleClassPath.read(root, plan.folder());
    if (!classPath.hasClass(plan.mainClass())) {
      throw TomlSection.read(root, plan.description())
          .failure("main", "there is no class " + plan.mainClass());
    }
    int heapBytes = (int) Math.min(plan.heapBytes(), Integer.MAX_VALUE);
    AotProgram.Builder program =
        AotProgram.builder(plan.name(), plan.mainClass(), TargetKind.USER, architecture)
            .classPath(classPath.entries())
            .heap(Math.min(MINIMUM_HEAP_BYTES, heapBytes), heapBytes)
            .compilerFlag("-Wl,-e," + USER_ENTRY);
    NativeSources.addTo(program, classPath.modules(), architecture);
    return program.build();
  }

  private Map<String, Path> compileAll(List<AotProgram> programs, Path output)
      throws BuildException, InterruptedException {
    ExecutorService workers = Executors.newFixedThreadPool(PARALLEL_COMPILATIONS);
    try {
      Map<String, Future<Path>> results = new TreeMap<>();
      for (AotProgram program : programs) {
        results.put(program.name(), workers.submit(compilation(program, output)));
      }
      Map<String, Path> elfs = new TreeMap<>();
      for (Map.Entry<String, Future<Path>> result : results.entrySet()) {
        elfs.put(result.getKey(), result.getValue().get());
      }
      return elfs;
    } catch (ExecutionException failure) {
      throw new BuildException(failure.getCause().getMessage(), failure.getCause());
    } finally {
      workers.shutdownNow();
    }
  }

  private Callable<Path> compilation(AotProgram program, Path output) {
    return () -> {
      try {
        boolean isKernel = program.kind() == TargetKind.KERNEL;
        AotResult result = compiler.compile(program, isKernel ? output.resolve("linked") : output);
        if (!result.upToDate()) {
          report(program, result);
        }
        if (!isKernel) {
          return result.elf();
        }
        Path kernel = output.resolve(program.name() + ".elf");
        FunctionNames.fillIn(result.elf(), kernel);
        return kernel;
      } catch (AotException failure) {
        throw new BuildException(failure.getMessage(), failure);
      } catch (RuntimeException bug) {
        throw new BuildException("the compiler failed on " + program.name() + ": " + bug, bug);
      }
    };
  }

  private void report(AotProgram program, AotResult result) {
    progress.step(
        String.format(
            "compiled %s (to C %.1f s, to machine code %.1f s)",
            program.name(),
            result.translateNanos() / NANOS_PER_SECOND,
            result.compileNanos() / NANOS_PER_SECOND));
    if (!result.diagnostics().isBlank()) {
      progress.step(result.diagnostics().strip());
    }
  }
}
