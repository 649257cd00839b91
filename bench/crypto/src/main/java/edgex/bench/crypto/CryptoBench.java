package edgex.bench.crypto;

import edgex.bench.crypto.target.Operation;
import edgex.bench.crypto.target.Sampler;
import edgex.bench.report.Bench;
import edgex.bench.report.BenchReport;
import edgex.bench.report.BenchResult;
import edgex.bench.report.Measurement;
import edgex.host.build.BuildException;
import edgex.host.build.HostProgram;
import edgex.host.build.Progress;
import edgex.toolchain.aot.Architecture;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Cryptography on the real processor: EdgeX compiled ahead of time to a Linux program, with its
 * native twins, and in the same run BouncyCastle and the JDK on this JVM. {@code
 * docs/benchmarks.md} tells how.
 */
public final class CryptoBench implements Bench {
  private static final int HEAP_BYTES = 64 << 20;
  private static final long JVM_WARM_UP_NANOS = 1_500_000_000;

  @Override
  public String name() {
    return "crypto";
  }

  @Override
  public BenchReport measure(Path root, Architecture architecture, Progress progress)
      throws BuildException, InterruptedException {
    if (architecture != Architecture.X86_64) {
      throw new BuildException("the crypto benchmark runs on the machine's own processor: x86_64");
    }
    Map<String, double[]> own = measureProgram(root, "crypto-bench", List.of(), progress);
    Map<String, double[]> portable =
        measureProgram(root, "crypto-bench-portable", List.of("-DEDGEX_CRYPTO_PORTABLE"), progress);
    progress.step("measuring BouncyCastle and the JDK on this JVM");
    Map<String, Map<String, Measurement>> peers = new LinkedHashMap<>();
    Map<String, String> units = new LinkedHashMap<>();
    measure("bouncycastle", BouncyCastleOperations.all(), peers, units);
    measure("jdk", JdkOperations.all(), peers, units);
    List<BenchResult> results = new ArrayList<>();
    for (String operation : own.keySet()) {
      Map<String, Measurement> others = peers.getOrDefault(operation, Map.of());
      String unit = units.getOrDefault(operation, "operations per second");
      results.add(
          new BenchResult(operation, Measurement.ofSamples(own.get(operation), unit), others));
      results.add(
          new BenchResult(
              operation + ".portable",
              Measurement.ofSamples(portable.get(operation), unit),
              others));
    }
    return new BenchReport(name(), architecture.directoryName(), results);
  }

  private static Map<String, double[]> measureProgram(
      Path root, String program, List<String> compilerFlags, Progress progress)
      throws BuildException, InterruptedException {
    progress.step("compiling " + program);
    Path compiled =
        HostProgram.compile(
            root,
            "bench/crypto-target",
            program,
            "edgex.bench.crypto.target.CryptoTarget",
            HEAP_BYTES,
            compilerFlags);
    progress.step("measuring " + program);
    return parse(run(compiled));
  }

  private static void measure(
      String peer,
      List<Operation> operations,
      Map<String, Map<String, Measurement>> peers,
      Map<String, String> units) {
    Sampler sampler =
        new Sampler(
            ManagementFactory.getThreadMXBean()::getCurrentThreadCpuTime, JVM_WARM_UP_NANOS);
    for (Operation operation : operations) {
      Measurement rate = Measurement.ofSamples(sampler.measure(operation), operation.unit());
      peers.computeIfAbsent(operation.name(), name -> new LinkedHashMap<>()).put(peer, rate);
      units.put(operation.name(), operation.unit());
    }
  }

  private static String run(Path program) throws BuildException, InterruptedException {
    try {
      Process process =
          new ProcessBuilder(program.toString())
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new BuildException(program + " ended with status " + process.exitValue());
      }
      return output;
    } catch (IOException cause) {
      throw new BuildException("cannot run " + program + ": " + cause.getMessage(), cause);
    }
  }

  /** The samples of each line "NAME RATE RATE ...". */
  static Map<String, double[]> parse(String output) throws BuildException {
    Map<String, double[]> samples = new LinkedHashMap<>();
    for (String line : output.lines().toList()) {
      String[] fields = line.split(" ", -1);
      double[] rates = new double[fields.length - 1];
      try {
        for (int i = 0; i < rates.length; i++) {
          rates[i] = Double.parseDouble(fields[i + 1]);
        }
      } catch (NumberFormatException wrong) {
        throw new BuildException("the program printed no rates: " + line, wrong);
      }
      if (rates.length == 0) {
        throw new BuildException("the program printed no rates: " + line);
      }
      samples.put(fields[0], rates);
    }
    return samples;
  }
}
