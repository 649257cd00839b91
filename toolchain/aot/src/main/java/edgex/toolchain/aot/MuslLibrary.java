package edgex.toolchain.aot;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * musl, built from Debian's source package so that every system call becomes a call of {@code long
 * edgex_system_call(long number, long a, long b, long c, long d, long e, long f)}, which the
 * program supplies.
 */
final class MuslLibrary {
  private static final Object ONE_BUILD_AT_A_TIME = new Object();
  private static final String DONE = "complete";

  private final Path folder;
  private final String print;

  private MuslLibrary(Path folder, String print) {
    this.folder = folder;
    this.print = print;
  }

  /** The folder of the C headers. */
  Path includeFolder() {
    return folder.resolve("include");
  }

  /** The object with {@code _start}. */
  Path startFile() {
    return folder.resolve("lib/crt1.o");
  }

  /** The library. */
  Path libraryFile() {
    return folder.resolve("lib/libc.a");
  }

  /** Tells two libraries apart that differ in source, compiler or way of building. */
  String print() {
    return print;
  }

  /**
   * Finds the library in the cache, or builds it there, which takes about half a minute. Another
   * source package or another compiler than last time makes it anew.
   */
  static MuslLibrary provide(Architecture architecture, Path cacheFolder)
      throws AotException, IOException {
    Path muslFolder = Files.createDirectories(cacheFolder.resolve("musl"));
    Path sources = Files.createDirectories(muslFolder.resolve("source"));
    Path folder = Files.createDirectories(muslFolder.resolve(architecture.directoryName()));
    Tool gcc = new Tool(architecture.tool("gcc"), architecture.debianPackage());
    String compiler = Toolchain.compiler(gcc, muslFolder);
    synchronized (ONE_BUILD_AT_A_TIME) {
      try (FileChannel channel =
              FileChannel.open(
                  muslFolder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
          FileLock lock = channel.lock()) {
        Path done = folder.resolve(DONE);
        if (lock.isValid() && !printOf(compiler, sources).equals(readIfThere(done))) {
          Files.deleteIfExists(done);
          build(architecture, folder, sources);
          Files.writeString(done, printOf(compiler, sources));
        }
        return new MuslLibrary(folder, Files.readString(done));
      }
    }
  }

  /** The source package is part of the print, so the first one comes with the first build. */
  private static String printOf(String compiler, Path sources) throws AotException, IOException {
    return new Fingerprint()
        .add(compiler)
        .add(NativeSources.read("musl/edgex_syscall_arch.h"))
        .add(NativeSources.read("musl/build.sh"))
        .addPath(sources)
        .hex();
  }

  private static String readIfThere(Path file) throws IOException {
    return Files.isRegularFile(file) ? Files.readString(file) : "";
  }

  private static void build(Architecture architecture, Path folder, Path sources)
      throws AotException, IOException {
    Path script = folder.resolve("build.sh");
    Files.write(script, NativeSources.read("musl/build.sh"));
    Files.write(
        folder.resolve("edgex_syscall_arch.h"), NativeSources.read("musl/edgex_syscall_arch.h"));
    new Tool("make", "make").query(folder, "--version");
    new Tool("bash", "bash")
        .run(
            folder,
            List.of(
                "build.sh",
                architecture.directoryName(),
                architecture.crossPrefix(),
                sources.toString()));
  }
}
