package edgex.bench.kernel;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the command {@code uptime SECONDS} says of the time for which it has watched.
 *
 * @param wakeups interrupts that came while nothing ran, the command's own alarm among them
 * @param seconds the time
 */
record IdleLine(long wakeups, double seconds) {
  private static final Pattern LINE =
      Pattern.compile("(?m)^(\\d+\\.\\d{3}) s, .* % idle, woken (\\d+) times");

  /**
   * Finds it in the command's output.
   *
   * @throws IllegalArgumentException if it is not there, or not even the alarm was counted
   */
  static IdleLine parse(String output) {
    Matcher line = LINE.matcher(output);
    if (!line.find()) {
      throw new IllegalArgumentException("the command uptime did not tell how it went");
    }
    IdleLine idle = new IdleLine(Long.parseLong(line.group(2)), Double.parseDouble(line.group(1)));
    if (idle.wakeups < 1 || idle.seconds <= 0) {
      throw new IllegalArgumentException("not even the alarm of the command uptime was counted");
    }
    return idle;
  }

  /** Without the command's own alarm. */
  double wakeupsPerSecond() {
    return (double) (wakeups - 1) / seconds;
  }
}
