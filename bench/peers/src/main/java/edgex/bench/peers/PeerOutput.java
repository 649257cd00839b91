package edgex.bench.peers;

import edgex.bench.report.Measurement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the measuring program printed, checked. Its lines start with {@code @peer}; others are the
 * kernel's and are skipped. The grammar stands at the top of main.c.
 *
 * @param release the kernel that was measured, for example {@code 6.1.0-56-cloud-amd64}
 * @param measurements by name, in the order in which they were made
 */
record PeerOutput(String release, Map<String, Measurement> measurements) {
  private static final String PREFIX = "@peer ";

  /** Words of "result NAME UNIT VALUE...", of "calibration EXPECTED ACTUAL", of "release NAME". */
  private static final int RESULT_WORDS_BEFORE_VALUES = 3;

  private static final int CALIBRATION_WORDS = 3;
  private static final int RELEASE_WORDS = 2;

  /** How much of the guest's output a complaint shows. */
  private static final int SHOWN_LINES = 15;

  /**
   * Reads the output of a whole run.
   *
   * @param serial all that came over the serial line
   * @param expectedNames exactly the results that must be there
   * @throws PeerException if the guest reported an error or stopped early, a line is malformed, a
   *     value is not a positive number, a result is missing, unknown or doubled, or the counter did
   *     not count instructions
   */
  static PeerOutput parse(String serial, Set<String> expectedNames) throws PeerException {
    return new Reader(serial.lines().toList()).read(expectedNames);
  }

  private static final class Reader {
    private final List<String> lines;
    private final Map<String, Measurement> measurements = new LinkedHashMap<>();
    private String release;
    private boolean calibrated;
    private boolean ended;

    Reader(List<String> lines) {
      this.lines = lines;
    }

    PeerOutput read(Set<String> expectedNames) throws PeerException {
      for (String line : lines) {
        if (line.startsWith(PREFIX)) {
          readLine(line.substring(PREFIX.length()).strip());
        }
      }
      if (!ended) {
        throw complaint("the Linux guest stopped before it had measured everything");
      }
      if (release == null || !calibrated) {
        throw complaint("the Linux guest told no kernel release or no calibration");
      }
      if (!measurements.keySet().equals(expectedNames)) {
        Set<String> missing = new TreeSet<>(expectedNames);
        missing.removeAll(measurements.keySet());
        Set<String> unknown = new TreeSet<>(measurements.keySet());
        unknown.removeAll(expectedNames);
        throw complaint("the Linux guest left out " + missing + " and added " + unknown);
      }
      return new PeerOutput(release, measurements);
    }

    private void readLine(String line) throws PeerException {
      String[] words = line.split(" +");
      switch (words[0]) {
        case "release" -> {
          requireWords(line, words.length == RELEASE_WORDS);
          release = words[1];
        }
        case "calibration" -> {
          requireWords(line, words.length == CALIBRATION_WORDS);
          readCalibration(number(line, words[1]), number(line, words[2]));
        }
        case "result" -> {
          requireWords(line, words.length > RESULT_WORDS_BEFORE_VALUES);
          readResult(line, words);
        }
        case "error" -> throw complaint("the Linux guest failed: " + line);
        case "end" -> ended = true;
        default -> throw complaint("the Linux guest printed an unknown line: " + line);
      }
    }

    private void readCalibration(double expected, double actual) throws PeerException {
      if (expected != actual) {
        throw complaint(
            String.format(
                Locale.ROOT,
                "QEMU's time stamp counter does not count instructions (a loop of %.0f counted as"
                    + " %.0f); figures from it would mean nothing",
                expected,
                actual));
      }
      calibrated = true;
    }

    private void readResult(String line, String[] words) throws PeerException {
      double[] samples = new double[words.length - RESULT_WORDS_BEFORE_VALUES];
      for (int sample = 0; sample < samples.length; sample++) {
        samples[sample] = number(line, words[RESULT_WORDS_BEFORE_VALUES + sample]);
      }
      Measurement measurement = Measurement.ofSamples(samples, words[2]);
      if (measurements.put(words[1], measurement) != null) {
        throw complaint("the Linux guest measured " + words[1] + " twice");
      }
    }

    private double number(String line, String word) throws PeerException {
      try {
        long value = Long.parseLong(word);
        if (value > 0) {
          return value;
        }
      } catch (NumberFormatException cause) {
        throw new PeerException("not a number: \"" + word + "\" in: " + line, cause);
      }
      throw complaint("not a positive number: \"" + word + "\" in: " + line);
    }

    private void requireWords(String line, boolean enough) throws PeerException {
      if (!enough) {
        throw complaint("the Linux guest printed a malformed line: " + line);
      }
    }

    private PeerException complaint(String what) {
      int first = Math.max(0, lines.size() - SHOWN_LINES);
      return new PeerException(
          what + "\nits last lines:\n" + String.join("\n", lines.subList(first, lines.size())));
    }
  }
}
