package edgex.tests.system;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The sources of this repository in another folder, where nothing is built yet but the C library of
 * processes, and commands that run there without a network.
 */
final class RepositoryCopy {
  private static final Path LIBRARY_CACHE = Path.of("build", "cache", "musl");

  /** A port that nothing listens on, for programs in a sandbox that cannot be cut off otherwise. */
  private static final String NOWHERE = "http://127.0.0.1:9";

  private static final String MAVEN_NOWHERE =
      " -Dhttp.proxyHost=127.0.0.1 -Dhttp.proxyPort=9"
          + " -Dhttps.proxyHost=127.0.0.1 -Dhttps.proxyPort=9";

  private final Path root;
  private final Path folder;
  private final List<String> cutOff;

  private RepositoryCopy(Path folder) throws IOException, InterruptedException {
    this.folder = folder;
    this.root = folder.resolve("another/place");
    this.cutOff = wordsThatCutOff();
  }

  /** Copies the sources. */
  static RepositoryCopy create(Path folder) throws IOException, InterruptedException {
    RepositoryCopy copy = new RepositoryCopy(folder.toRealPath());
    Files.walkFileTree(Repository.ROOT, copy.new Copier());
    Path library = Repository.ROOT.resolve(LIBRARY_CACHE);
    if (Files.isDirectory(library)) {
      Files.walkFileTree(library, copy.new Copier());
    }
    return copy;
  }

  private final class Copier extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult preVisitDirectory(Path source, BasicFileAttributes attributes)
        throws IOException {
      boolean built =
          source.endsWith(".git")
              || source.equals(Repository.ROOT.resolve("build"))
              || (source.endsWith("target") && Files.exists(source.resolveSibling("pom.xml")));
      if (built) {
        return FileVisitResult.SKIP_SUBTREE;
      }
      Files.createDirectories(counterpart(source));
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path source, BasicFileAttributes attributes)
        throws IOException {
      Files.copy(source, counterpart(source));
      return FileVisitResult.CONTINUE;
    }
  }

  private Path counterpart(Path source) {
    return root.resolve(Repository.ROOT.relativize(source));
  }

  /** The copy's folder. */
  Path root() {
    return root;
  }

  /** Runs commands of bash in the copy's folder, up to the first that fails. */
  Command bash(String commands) throws IOException, InterruptedException {
    List<String> words = new ArrayList<>(cutOff);
    words.addAll(List.of("bash", "-ec", commands));
    ProcessBuilder builder = new ProcessBuilder(words).directory(root.toFile());
    Map<String, String> environment = builder.environment();
    // Left by the Maven that runs these tests.
    environment.remove("MAVEN_PROJECTBASEDIR");
    environment.remove("MAVEN_CMD_LINE_ARGS");
    environment.merge("MAVEN_OPTS", MAVEN_NOWHERE, String::concat);
    for (String variable : List.of("http_proxy", "https_proxy")) {
      environment.put(variable, NOWHERE);
    }
    return Command.start(folder, builder);
  }

  /** What goes before a command so that it has no network; nothing where that is not permitted. */
  private static List<String> wordsThatCutOff() throws IOException, InterruptedException {
    List<List<String>> ways = List.of(List.of("unshare", "-n"), List.of("unshare", "-rn"));
    for (List<String> way : ways) {
      List<String> trial = Stream.concat(way.stream(), Stream.of("true")).toList();
      Optional<Process> process = start(new ProcessBuilder(trial));
      if (process.isPresent() && process.get().waitFor() == 0) {
        return way;
      }
    }
    return List.of();
  }

  private static Optional<Process> start(ProcessBuilder builder) {
    try {
      return Optional.of(builder.start());
    } catch (IOException missing) {
      return Optional.empty();
    }
  }
}
