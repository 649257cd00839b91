package edgex.bench.peers;

import edgex.bench.report.BenchReport;
import edgex.bench.report.BenchResult;
import edgex.bench.report.Measurement;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Linux measured for its own sake: the benchmark {@code linux}, which has no EdgeX in it. */
public final class LinuxBench {
  private LinuxBench() {}

  /**
   * Measures Linux as {@link LinuxPeer#measure(Path, Consumer)} does and reports each figure as a
   * result of its own.
   */
  public static BenchReport run(Path cacheDirectory, Consumer<String> progress) throws IOException {
    List<BenchResult> results = new ArrayList<>();
    Map<String, Measurement> measured = LinuxPeer.measure(cacheDirectory, progress);
    measured.forEach((name, measurement) -> results.add(BenchResult.alone(name, measurement)));
    return new BenchReport("linux", "x86_64", results);
  }

  /**
   * Prints the table; the steps go to standard error.
   *
   * @param arguments the cache directory
   */
  public static void main(String[] arguments) throws IOException {
    if (arguments.length != 1) {
      System.err.println("usage: LinuxBench CACHE_DIRECTORY");
      System.exit(2);
    }
    try {
      System.out.print(run(Path.of(arguments[0]), System.err::println).toTable());
    } catch (PeerException failure) {
      System.err.println(failure.getMessage());
      System.exit(1);
    }
  }
}
