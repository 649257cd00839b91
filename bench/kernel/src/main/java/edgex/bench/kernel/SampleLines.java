package edgex.bench.kernel;

import edgex.bench.report.Measurement;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the measuring program wrote: lines {@code SAMPLES name value...} among others. The samples
 * of {@code overhead} are what two neighbouring readings of the counter are apart, that of {@code
 * calibration} encloses 200,001 instructions.
 */
final class SampleLines {
  private static final String PREFIX = "SAMPLES ";
  private static final String OVERHEAD = "overhead";
  private static final String CALIBRATION = "calibration";
  private static final int CALIBRATION_INSTRUCTIONS = 200_001;

  private final Map<String, double[]> samples = new LinkedHashMap<>();

  private SampleLines() {}

  /**
   * Reads the lines and checks the counter.
   *
   * @throws IllegalArgumentException if a line is broken, the two special ones are missing, or the
   *     counter does not count instructions
   */
  static SampleLines parse(String output) {
    SampleLines lines = new SampleLines();
    for (String line : output.lines().toList()) {
      int start = line.indexOf(PREFIX);
      if (start >= 0) {
        lines.add(line.substring(start + PREFIX.length()).strip());
      }
    }
    lines.check();
    return lines;
  }

  private void add(String line) {
    String[] words = line.split(" ", -1);
    if (words.length < 2) {
      throw new IllegalArgumentException("no samples in the line '" + line + "'");
    }
    double[] values =
        Arrays.stream(words).skip(1).mapToLong(Long::parseLong).asDoubleStream().toArray();
    if (samples.put(words[0], values) != null) {
      throw new IllegalArgumentException("measured twice: " + words[0]);
    }
  }

  private void check() {
    double counted = required(CALIBRATION)[0] - overhead();
    if (counted != CALIBRATION_INSTRUCTIONS) {
      throw new IllegalArgumentException(
          "the counter took "
              + CALIBRATION_INSTRUCTIONS
              + " instructions for "
              + counted
              + ": it does not count instructions");
    }
  }

  private double[] required(String name) {
    double[] values = samples.get(name);
    if (values == null) {
      throw new IllegalArgumentException("the guest did not measure " + name);
    }
    return values;
  }

  private double overhead() {
    return Arrays.stream(required(OVERHEAD)).min().orElseThrow();
  }

  /** Instructions, without those of reading the counter. */
  Measurement instructions(String name) {
    double overhead = overhead();
    double[] values = Arrays.stream(required(name)).map(value -> value - overhead).toArray();
    return Measurement.ofSamples(values, "instructions");
  }

  /** A size that does not vary. */
  Measurement bytes(String name) {
    return Measurement.exact(required(name)[0], "bytes");
  }
}
