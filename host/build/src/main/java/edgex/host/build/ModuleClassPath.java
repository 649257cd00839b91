package edgex.host.build;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

/**
 * The class path that a Maven module is compiled with ahead of time: the run-time class path as its
 * last {@code mvn package} wrote it, and the native twins of the modules on it. Paths are real
 * ones: Maven may have run in the repository under another name, through a symbolic link.
 */
final class ModuleClassPath {
  private final Path root;
  private final List<Path> entries;

  private ModuleClassPath(Path root, List<Path> entries) {
    this.root = root;
    this.entries = entries;
  }

  /**
   * Reads the class path.
   *
   * @throws BuildException if the module has not been packaged
   */
  static ModuleClassPath read(Path root, Path module) throws BuildException {
    Path target = module.resolve("target");
    List<Path> entries = new ArrayList<>();
    try {
      Path realRoot = root.toRealPath();
      add(entries, realRoot, ownJar(target));
      String dependencies = Files.readString(target.resolve("classpath")).strip();
      for (String entry : dependencies.split(File.pathSeparator, -1)) {
        if (!entry.isEmpty()) {
          add(entries, realRoot, Path.of(entry).toRealPath());
        }
      }
      return new ModuleClassPath(realRoot, entries);
    } catch (IOException cause) {
      throw new BuildException(
          "module "
              + root.relativize(module)
              + " is not built: it must be listed in pom.xml ("
              + cause.getMessage()
              + ")",
          cause);
    }
  }

  /** Adds a jar and, before it, the native twin that replaces some of its classes. */
  private static void add(List<Path> entries, Path root, Path jar)
      throws BuildException, IOException {
    Path target = jar.getParent();
    if (jar.startsWith(root) && target.endsWith("target")) {
      Optional<Path> twin = NativeTwin.of(target.getParent());
      if (twin.isPresent()) {
        Path twinJar = ownJar(twin.get().resolve("target"));
        NativeTwin.requireSameInterface(jar, twinJar);
        entries.add(twinJar);
      }
    }
    entries.add(jar);
  }

  private static Path ownJar(Path target) throws IOException {
    try (Stream<Path> files = Files.list(target)) {
      return files
          .filter(file -> file.getFileName().toString().endsWith(".jar"))
          .min(Path::compareTo)
          .orElseThrow(() -> new IOException("no jar in " + target))
          .toRealPath();
    }
  }

  /** Jars, the module's own before its dependencies, a native twin before what it replaces. */
  List<Path> entries() {
    return entries;
  }

  /** True if one of the jars has a class. */
  boolean hasClass(String name) throws BuildException {
    String entryName = name.replace('.', '/') + ".class";
    for (Path entry : entries) {
      try (ZipFile jar = new ZipFile(entry.toFile())) {
        if (jar.getEntry(entryName) != null) {
          return true;
        }
      } catch (IOException damaged) {
        throw new BuildException(entry + ": " + damaged.getMessage(), damaged);
      }
    }
    return false;
  }

  /** The folders of those entries that are modules of this repository. */
  List<Path> modules() {
    List<Path> modules = new ArrayList<>();
    for (Path entry : entries) {
      Path target = entry.getParent();
      if (entry.startsWith(root) && target.endsWith("target")) {
        modules.add(target.getParent());
      }
    }
    return modules;
  }
}
