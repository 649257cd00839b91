package edgex.host.cli;

import edgex.host.build.DiskErrors;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;

/** Runs {@code mvn verify}, tells how it goes, and counts the tests. */
final class MavenTests {
  private static final int TAIL_LINES = 40;

  /** Lines of Maven's output that tell the user how far it is, or what is wrong. */
  private static final Pattern SHOWN =
      Pattern.compile(
          "\\[INFO\\] Building EdgeX.*|\\[INFO\\] Running .*|\\[ERROR\\] (Tests run|  ).*");

  private static final Pattern OFFLINE_MISS =
      Pattern.compile(".*(has not been downloaded from it before|in offline mode).*");

  private final Workspace workspace;
  private final List<String> arguments;
  private final Path log;
  private final Deque<String> tail = new ArrayDeque<>();
  private boolean missedOffline;

  MavenTests(Workspace workspace, List<String> arguments) {
    this.workspace = workspace;
    this.arguments = arguments;
    this.log = workspace.root().resolve("build/test.log");
  }

  /** Runs the tests; a build that fails though no test did counts as one failure. */
  TestCounts run() throws UserException, InterruptedException {
    try {
      Files.createDirectories(log.getParent());
      SurefireReports reports = new SurefireReports(workspace.root());
      reports.clear();
      int status = runMaven(true);
      if (status != 0 && missedOffline) {
        workspace.progress().step("something is not downloaded yet: trying again online");
        reports.clear();
        status = runMaven(false);
      }
      return judge(reports.count(), status);
    } catch (IOException cause) {
      throw new UserException(DiskErrors.explain(cause));
    }
  }

  private TestCounts judge(TestCounts counts, int status) {
    if (status == 0 && counts.passed() + counts.failed() == 0) {
      System.err.println("edgex: no test ran");
      return counts.plus(new TestCounts(0, 1, 0));
    }
    if (status == 0) {
      return counts;
    }
    tail.forEach(System.err::println);
    System.err.println("edgex: the build failed; all of its output: " + log);
    return counts.failed() > 0 ? counts : counts.plus(new TestCounts(0, 1, 0));
  }

  private int runMaven(boolean offline) throws IOException, InterruptedException {
    List<String> words = new ArrayList<>(List.of("mvn", "-B", "--fail-at-end"));
    if (offline) {
      words.add("-o");
    }
    words.add("verify");
    words.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
    builder.directory(workspace.root().toFile());
    missedOffline = false;
    tail.clear();
    Process maven = builder.start();
    Thread guard = new Thread(() -> stop(maven), "maven-guard");
    Runtime.getRuntime().addShutdownHook(guard);
    try (BufferedReader output = maven.inputReader(StandardCharsets.UTF_8);
        PrintWriter copy = new PrintWriter(Files.newBufferedWriter(log))) {
      maven.getOutputStream().close();
      for (String line = output.readLine(); line != null; line = output.readLine()) {
        copy.println(line);
        show(line);
      }
      return maven.waitFor();
    } finally {
      stop(maven);
      try {
        Runtime.getRuntime().removeShutdownHook(guard);
      } catch (IllegalStateException shuttingDown) {
        // The guard is at work already.
      }
    }
  }

  private static void stop(Process maven) {
    maven.descendants().forEach(ProcessHandle::destroyForcibly);
    maven.destroyForcibly();
  }

  private void show(String line) {
    missedOffline |= OFFLINE_MISS.matcher(line).matches();
    if (SHOWN.matcher(line).matches()) {
      workspace.progress().step(line.substring(line.indexOf(']') + 2));
    }
    tail.addLast(line);
    if (tail.size() > TAIL_LINES) {
      tail.removeFirst();
    }
  }
}
