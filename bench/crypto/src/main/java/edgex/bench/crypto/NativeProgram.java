package edgex.bench.crypto;

import edgex.host.build.BuildException;
import edgex.host.build.HostProgram;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The part of the benchmark that is compiled ahead of time, and other commands. */
final class NativeProgram {
  private static final int HEAP_BYTES = 64 << 20;

  private NativeProgram() {}

  static Path compile(Path root, String name, String mainClass, List<String> compilerFlags)
      throws BuildException {
    return HostProgram.compile(
        root,
        "bench/crypto-target",
        name,
        "edgex.bench.crypto.target." + mainClass,
        HEAP_BYTES,
        compilerFlags);
  }

  /** Runs a command and returns its output. */
  static String run(List<String> command) throws BuildException, InterruptedException {
    try {
      Process process =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new BuildException(command.get(0) + " ended with status " + process.exitValue());
      }
      return output;
    } catch (IOException cause) {
      throw new BuildException("cannot run " + command.get(0) + ": " + cause.getMessage(), cause);
    }
  }

  /** The numbers of each line "NAME NUMBER NUMBER ...". */
  static Map<String, double[]> parse(String output) throws BuildException {
    Map<String, double[]> samples = new LinkedHashMap<>();
    for (String line : output.lines().toList()) {
      String[] fields = line.split(" ", -1);
      double[] numbers = new double[fields.length - 1];
      try {
        for (int i = 0; i < numbers.length; i++) {
          numbers[i] = Double.parseDouble(fields[i + 1]);
        }
      } catch (NumberFormatException wrong) {
        throw new BuildException("the program printed no numbers: " + line, wrong);
      }
      if (numbers.length == 0) {
        throw new BuildException("the program printed no numbers: " + line);
      }
      samples.put(fields[0], numbers);
    }
    return samples;
  }
}
