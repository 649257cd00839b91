package edgex.bench.crypto;

import edgex.bench.crypto.target.Operation;
import edgex.bench.report.Bench;
import edgex.bench.report.BenchReport;
import edgex.bench.report.BenchResult;
import edgex.bench.report.Measurement;
import edgex.host.build.BuildException;
import edgex.host.build.Progress;
import edgex.toolchain.aot.Architecture;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Cryptography on the real processor: EdgeX compiled ahead of time to a Linux program, with its
 * native twins, and in the same run BouncyCastle on this JVM and a JDK; and on target, in
 * instructions. {@code docs/benchmarks.md} tells how.
 */
public final class CryptoBench implements Bench {
  /** What native twins may use: all of the processor, or portable C. */
  private static final String WHOLE_PROCESSOR = "2";

  private static final String PORTABLE = "0";

  private static final String PORTABLE_SUFFIX = ".portable";

  @Override
  public String name() {
    return "crypto";
  }

  @Override
  public BenchReport measure(Path root, Architecture architecture, Progress progress)
      throws BuildException, InterruptedException {
    List<BenchResult> results = new ArrayList<>();
    if (architecture == Architecture.X86_64) {
      measureHere(root, progress, results);
    }
    results.addAll(GuestInstructions.measure(root, architecture, progress));
    return new BenchReport(name(), architecture.directoryName(), results);
  }

  /** On this machine's own processor. */
  private static void measureHere(Path root, Progress progress, List<BenchResult> results)
      throws BuildException, InterruptedException {
    progress.step("compiling the benchmark");
    Path program = NativeProgram.compile(root, "crypto-bench", "CryptoTarget", List.of());
    progress.step("measuring a verifier's size");
    results.addAll(VerifierSize.measure(root));
    progress.step("measuring EdgeX");
    Map<String, double[]> own = run(program, WHOLE_PROCESSOR);
    progress.step("measuring EdgeX's portable loops");
    Map<String, double[]> portable = run(program, PORTABLE);
    progress.step("measuring BouncyCastle on this JVM");
    List<Operation> castle = BouncyCastleOperations.all();
    Map<String, Map<String, double[]>> peers = new LinkedHashMap<>();
    peers.put("bouncycastle", JdkPeer.measureHere(castle));
    progress.step("measuring the JDK");
    peers.put("jdk", JdkPeer.measure());
    own.forEach(
        (operation, rates) -> {
          results.add(beside(operation, "", rates, peers));
          results.add(beside(operation, PORTABLE_SUFFIX, portable.get(operation), peers));
        });
  }

  private static Map<String, double[]> run(Path program, String level)
      throws BuildException, InterruptedException {
    return NativeProgram.parse(NativeProgram.run(List.of(program.toString(), level)));
  }

  private static BenchResult beside(
      String operation, String suffix, double[] rates, Map<String, Map<String, double[]>> peers) {
    String unit = operation.endsWith(".bulk") ? "megabytes per second" : "operations per second";
    Map<String, Measurement> others = new LinkedHashMap<>();
    peers.forEach(
        (peer, figures) -> {
          double[] theirs = figures.get(operation);
          if (theirs != null) {
            others.put(peer, Measurement.ofSamples(theirs, unit));
          }
        });
    return new BenchResult(operation + suffix, Measurement.ofSamples(rates, unit), others);
  }
}
