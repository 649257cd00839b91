package edgex.toolchain.aot;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
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

  private MuslLibrary(Path folder) {
    this.folder = folder;
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

  /** Finds the library in the cache, or builds it there, which takes about half a minute. */
  static MuslLibrary provide(Architecture architecture, Path cacheFolder)
      throws AotException, IOException {
    Path muslFolder = Files.createDirectories(cacheFolder.resolve("musl"));
    String print =
        new Fingerprint()
            .add(NativeSources.read("musl/edgex_syscall_arch.h"))
            .add(NativeSources.read("musl/build.sh"))
            .hex();
    Path folder = muslFolder.resolve(architecture.directoryName() + "-" + print.substring(0, 16));
    MuslLibrary library = new MuslLibrary(folder);
    synchronized (ONE_BUILD_AT_A_TIME) {
      try (FileChannel channel =
              FileChannel.open(
                  muslFolder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
          FileLock lock = channel.lock()) {
        if (lock.isValid() && !Files.isRegularFile(folder.resolve(DONE))) {
          library.build(architecture, muslFolder.resolve("source"));
        }
      }
    }
    return library;
  }

  private void build(Architecture architecture, Path sourceFolder)
      throws AotException, IOException {
    Files.createDirectories(folder);
    Files.createDirectories(sourceFolder);
    Path script = folder.resolve("build.sh");
    Files.write(script, NativeSources.read("musl/build.sh"));
    Files.write(
        folder.resolve("edgex_syscall_arch.h"), NativeSources.read("musl/edgex_syscall_arch.h"));
    new Tool(architecture.tool("gcc"), architecture.debianPackage()).query(folder, "--version");
    new Tool("make", "make").query(folder, "--version");
    new Tool("bash", "bash")
        .run(
            folder,
            List.of(
                "build.sh",
                architecture.directoryName(),
                architecture.crossPrefix(),
                sourceFolder.toString()));
    Files.writeString(folder.resolve(DONE), "", StandardCharsets.UTF_8);
  }
}
