package edgex.bench.crypto;

import edgex.bench.kernel.Guest;
import edgex.bench.report.BenchResult;
import edgex.bench.report.Measurement;
import edgex.host.build.BuildException;
import edgex.host.build.BuiltImage;
import edgex.host.build.Progress;
import edgex.host.build.SystemBuilder;
import edgex.toolchain.aot.Architecture;
import edgex.toolchain.image.Board;
import edgex.toolchain.image.ImageException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Instructions of each operation on target, in an emulated machine that counts them. */
final class GuestInstructions {
  private static final String IMAGE = "crypto-bench";
  private static final String PREFIX = "SAMPLES ";

  private GuestInstructions() {}

  static List<BenchResult> measure(Path root, Architecture architecture, Progress progress)
      throws BuildException, InterruptedException {
    BuiltImage built = build(root, architecture, progress);
    progress.step("counting instructions on " + architecture.directoryName());
    String output = Guest.run(built, "image=" + IMAGE);
    String samples =
        output
            .lines()
            .filter(line -> line.startsWith(PREFIX))
            .map(line -> line.substring(PREFIX.length()).strip())
            .collect(Collectors.joining("\n"));
    List<BenchResult> results = new ArrayList<>();
    NativeProgram.parse(samples)
        .forEach(
            (operation, counts) ->
                results.add(
                    BenchResult.alone(
                        operation + ".guest", Measurement.ofSamples(counts, "instructions"))));
    if (results.isEmpty()) {
      throw new BuildException("the guest counted nothing; it said:\n" + output);
    }
    return results;
  }

  private static BuiltImage build(Path root, Architecture architecture, Progress progress)
      throws BuildException, InterruptedException {
    try {
      Board board = Board.usual(root, architecture.directoryName());
      return new SystemBuilder(root, progress).build(IMAGE, board);
    } catch (ImageException refused) {
      throw new BuildException(refused.getMessage(), refused);
    }
  }
}
