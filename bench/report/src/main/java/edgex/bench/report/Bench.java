package edgex.bench.report;

import edgex.host.build.BuildException;
import edgex.host.build.Progress;
import edgex.toolchain.aot.Architecture;
import java.nio.file.Path;

/**
 * A measured comparison that {@code ./edgex bench NAME} can run. A module offers one by naming its
 * class in {@code META-INF/services/edgex.bench.report.Bench}, and {@code host/cli} by depending on
 * that module.
 */
public interface Bench {
  /** What the user types. */
  String name();

  /**
   * Measures EdgeX and, in the same run, its peers.
   *
   * @param root the repository's folder; everything made goes below its {@code build/}
   * @param architecture what is measured
   * @param progress where long steps are reported
   * @throws BuildException with a message for the user, if EdgeX itself cannot be measured; a peer
   *     that cannot be had is left out of the report instead
   */
  BenchReport measure(Path root, Architecture architecture, Progress progress)
      throws BuildException, InterruptedException;
}
