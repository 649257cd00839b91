package edgex.host.cli;

import edgex.toolchain.aot.Architecture;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./edgex test}: builds everything with all checks and runs the tests. */
@Command(
    name = "test",
    mixinStandardHelpOptions = true,
    description = "Run the tests and the build's checks; the last line counts the tests.")
final class TestCommand implements Callable<Integer> {
  @Option(
      names = "--arch",
      paramLabel = "ARCH",
      defaultValue = "all",
      description = "Where tests on target run: an architecture, all, or none.")
  String architectureName;

  @Option(names = "--only", paramLabel = "NAME", description = "One suite of tests/suites.toml.")
  String suiteName;

  @Option(names = "--long", description = "Soak tests and long fuzz runs too.")
  boolean includeLong;

  @Option(names = "--calls", paramLabel = "N", description = "How many calls the fuzzers make.")
  Long calls;

  @Spec CommandSpec spec;

  @Override
  public Integer call() throws UserException, InterruptedException {
    if (calls != null && calls < 1) {
      throw new UserException("--calls " + calls + ": must be at least 1", ExitStatus.USAGE);
    }
    Workspace workspace = Workspace.current();
    boolean onTarget = !architectureName.equals("none");
    if (onTarget && !architectureName.equals("all")) {
      Architecture unused = Targets.architecture(workspace.root(), architectureName);
      assert unused != null;
    }
    MavenTests maven = new MavenTests(workspace, arguments(workspace, onTarget));
    TestCounts counts = maven.run();
    PrintWriter output = spec.commandLine().getOut();
    output.println(counts.summary());
    output.flush();
    return counts.failed() == 0 ? 0 : ExitStatus.FAILURE;
  }

  private List<String> arguments(Workspace workspace, boolean onTarget) throws UserException {
    List<String> arguments = new ArrayList<>();
    List<String> excluded = new ArrayList<>();
    if (!onTarget) {
      excluded.add("qemu");
    }
    if (!includeLong) {
      excluded.add("long");
    }
    arguments.add("-Dedgex.test.excludedGroups=" + String.join(",", excluded));
    arguments.add("-Dedgex.test.architecture=" + architectureName);
    if (calls != null) {
      arguments.add("-Dedgex.fuzz.calls=" + calls);
    }
    if (suiteName != null) {
      addSuite(arguments, Suite.find(workspace.root(), suiteName));
    }
    return arguments;
  }

  private static void addSuite(List<String> arguments, Suite suite) {
    if (!suite.modules().isEmpty()) {
      arguments.addAll(List.of("-pl", String.join(",", suite.modules()), "-am"));
    }
    if (!suite.tags().isEmpty()) {
      arguments.add("-Dedgex.test.groups=" + String.join(",", suite.tags()));
    }
    if (!suite.classes().isEmpty()) {
      arguments.add("-Dtest=" + String.join(",", suite.classes()));
      arguments.add("-Dsurefire.failIfNoSpecifiedTests=false");
    }
  }
}
