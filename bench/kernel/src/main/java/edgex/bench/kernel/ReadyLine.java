package edgex.bench.kernel;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the shell logs before its first prompt or command, as the command {@code log} shows it.
 *
 * @param nanos virtual time since reset
 * @param ramBytes RAM that was not free
 */
record ReadyLine(long nanos, long ramBytes) {
  private static final Pattern LINE =
      Pattern.compile("(?m)^(\\d+)\\.(\\d{6}) information shell: ready, (\\d+) bytes");
  private static final long NANOS_PER_SECOND = 1_000_000_000L;
  private static final long NANOS_PER_MICROSECOND = 1_000L;

  /**
   * Finds it in the log.
   *
   * @throws IllegalArgumentException if the log has no such line
   */
  static ReadyLine parse(String log) {
    Matcher line = LINE.matcher(log);
    if (!line.find()) {
      throw new IllegalArgumentException("the shell did not log that it was ready");
    }
    long nanos =
        Long.parseLong(line.group(1)) * NANOS_PER_SECOND
            + Long.parseLong(line.group(2)) * NANOS_PER_MICROSECOND;
    return new ReadyLine(nanos, Long.parseLong(line.group(3)));
  }
}
