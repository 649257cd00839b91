package edgex.host.cli;

import edgex.bench.report.Bench;
import edgex.bench.report.BenchReport;
import edgex.host.build.BuildException;
import edgex.host.build.DiskErrors;
import edgex.toolchain.aot.Architecture;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./edgex bench}: one measured comparison. */
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    description = "Measure EdgeX beside its peers.")
final class BenchCommand implements Callable<Integer> {
  @Parameters(paramLabel = "NAME", description = "Which comparison.")
  String name;

  @Option(
      names = "--arch",
      paramLabel = "ARCH",
      defaultValue = "x86_64",
      description = "On which processor (default: ${DEFAULT-VALUE}).")
  String architectureName;

  @Option(names = "--json", paramLabel = "FILE", description = "Also write the figures there.")
  Path json;

  @Spec CommandSpec spec;

  @Override
  public Integer call() throws UserException, BuildException, InterruptedException {
    Bench bench = find(name);
    Workspace workspace = Workspace.current();
    Architecture architecture = Targets.architecture(workspace.root(), architectureName);
    BenchReport report = bench.measure(workspace.root(), architecture, workspace.progress());
    PrintWriter printer = spec.commandLine().getOut();
    printer.print(report.toTable());
    printer.flush();
    if (json != null) {
      try {
        report.writeJson(json);
      } catch (IOException cause) {
        throw new UserException(DiskErrors.explain(cause));
      }
    }
    return 0;
  }

  private static Bench find(String name) throws UserException {
    TreeMap<String, Bench> benches = new TreeMap<>();
    ServiceLoader.load(Bench.class).forEach(bench -> benches.put(bench.name(), bench));
    Bench bench = benches.get(name);
    if (bench == null) {
      String known = benches.isEmpty() ? "none yet" : String.join(", ", benches.keySet());
      throw new UserException("no bench '" + name + "'; there are: " + known, ExitStatus.USAGE);
    }
    return bench;
  }
}
