package edgex.bench.inference;

import edgex.bench.inference.BenchModels.BenchModel;
import edgex.bench.inference.SampleOutput.Scale;
import edgex.bench.peers.OpenBlasPeer;
import edgex.bench.report.Bench;
import edgex.bench.report.BenchReport;
import edgex.bench.report.BenchResult;
import edgex.bench.report.Measurement;
import edgex.host.build.BuildException;
import edgex.host.build.HostProgram;
import edgex.host.build.Progress;
import edgex.toolchain.aot.Architecture;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Models and matrix products on this machine's processor, compiled ahead of time, and their peers
 * in the same run. {@code docs/benchmarks.md} tells how.
 */
public final class InferenceBench implements Bench {
  private static final String MODULE = "bench/inference-target";
  private static final String MAIN = "edgex.bench.inference.target.Samples";
  private static final int HEAP_BYTES = 1000 << 20;
  private static final int[] SIZES = {256, 512, 1024};
  private static final double NANOS_PER_MILLISECOND = 1e6;

  @Override
  public String name() {
    return "inference";
  }

  @Override
  public BenchReport measure(Path root, Architecture architecture, Progress progress)
      throws BuildException, InterruptedException {
    if (architecture != Architecture.X86_64) {
      throw new BuildException("inference is measured on x86_64 only");
    }
    progress.step("compiling the benchmark");
    Path program =
        HostProgram.compile(root, MODULE, "inference-samples", MAIN, HEAP_BYTES, List.of());
    List<BenchResult> results = new ArrayList<>();
    try {
      addProducts(root, program, progress, results);
      for (BenchModel model : BenchModels.find(root)) {
        progress.step("measuring " + model.name());
        addModel(program, model, progress, results);
      }
    } catch (IOException cause) {
      throw new BuildException(cause.getMessage(), cause);
    }
    return new BenchReport(name(), architecture.directoryName(), results);
  }

  private static void addProducts(
      Path root, Path program, Progress progress, List<BenchResult> results)
      throws IOException, InterruptedException {
    Optional<OpenBlasPeer> peer = openBlas(root, progress);
    for (int size : SIZES) {
      progress.step("measuring products of " + size + " x " + size);
      String text = Integer.toString(size);
      SampleOutput own = SampleProcess.run(List.of(program.toString(), "gemm", text));
      SampleOutput other = SampleOutput.parse(peer.isPresent() ? peer.get().run(size) : "");
      double operations = 2.0 * size * size * size;
      add(
          results,
          "gemm." + size,
          "openblas",
          own.measurement("gemm.nanos", nanos -> operations / nanos, "GFLOP/s"),
          other.measurement("gemm.nanos", nanos -> operations / nanos, "GFLOP/s"));
    }
  }

  private static Optional<OpenBlasPeer> openBlas(Path root, Progress progress) {
    try {
      Path sources = root.resolve("bench/peers/openblas");
      Path folder = root.resolve("build/cache/openblas");
      return Optional.of(OpenBlasPeer.build(sources, folder, progress::step));
    } catch (IOException missing) {
      progress.step("OpenBLAS is left out: " + missing.getMessage());
      return Optional.empty();
    }
  }

  private static void addModel(
      Path program, BenchModel model, Progress progress, List<BenchResult> results)
      throws InterruptedException {
    List<String> arguments = new ArrayList<>(List.of(model.file().toString()));
    model.inputs().forEach(input -> arguments.add(input.toString()));
    SampleOutput own;
    try {
      List<String> command = new ArrayList<>(List.of(program.toString(), "model"));
      command.addAll(arguments);
      own = SampleProcess.run(command);
    } catch (IOException refused) {
      progress.step(model.name() + " is left out: " + refused.getMessage());
      return;
    }
    SampleOutput peer = onnxRuntime(arguments, progress);
    Scale milliseconds = nanos -> nanos / NANOS_PER_MILLISECOND;
    Scale same = bytes -> bytes;
    addBoth(results, "model." + model.name(), "run.nanos", milliseconds, "ms", own, peer);
    addBoth(results, "memory." + model.name(), "memory.bytes", same, "bytes", own, peer);
    addBoth(results, "load." + model.name(), "load.nanos", milliseconds, "ms", own, peer);
  }

  private static SampleOutput onnxRuntime(List<String> arguments, Progress progress)
      throws InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path")));
    command.add(OnnxRuntimeSamples.class.getName());
    command.addAll(arguments);
    try {
      return SampleProcess.run(command);
    } catch (IOException missing) {
      progress.step("ONNX Runtime is left out: " + missing.getMessage());
      return SampleOutput.parse("");
    }
  }

  private static void addBoth(
      List<BenchResult> results,
      String name,
      String sample,
      Scale scale,
      String unit,
      SampleOutput own,
      SampleOutput peer) {
    add(
        results,
        name,
        "onnxruntime",
        own.measurement(sample, scale, unit),
        peer.measurement(sample, scale, unit));
  }

  private static void add(
      List<BenchResult> results,
      String name,
      String peerName,
      Optional<Measurement> own,
      Optional<Measurement> peer) {
    own.ifPresent(
        figure ->
            results.add(
                new BenchResult(
                    name, figure, peer.isPresent() ? Map.of(peerName, peer.get()) : Map.of())));
  }
}
