package edgex.apps.tools;

/** Numbers for people. */
final class Numbers {
  private static final long NANOS_PER_MILLISECOND = 1_000_000;
  private static final long NANOS_PER_MICROSECOND = 1_000;
  private static final int MILLISECONDS_PER_SECOND = 1_000;
  private static final int MICROSECONDS_PER_SECOND = 1_000_000;
  private static final int SECONDS_PER_MINUTE = 60;
  private static final int MINUTES_PER_HOUR = 60;
  private static final int HOURS_PER_DAY = 24;
  private static final int PER_MILLE = 1_000;
  private static final long BYTES_PER_KIBIBYTE = 1_024;

  private Numbers() {}

  /** Seconds with three decimals, rounded down. */
  static String seconds(long nanos) {
    long milliseconds = nanos / NANOS_PER_MILLISECOND;
    return milliseconds / MILLISECONDS_PER_SECOND
        + "."
        + padded(milliseconds % MILLISECONDS_PER_SECOND, 3);
  }

  /** Seconds with six decimals, rounded down. */
  static String preciseSeconds(long nanos) {
    long microseconds = nanos / NANOS_PER_MICROSECOND;
    return microseconds / MICROSECONDS_PER_SECOND
        + "."
        + padded(microseconds % MICROSECONDS_PER_SECOND, 6);
  }

  /** Days, hours, minutes and seconds, such as {@code 2 days 03:04:05}. */
  static String duration(long nanos) {
    long seconds = nanos / NANOS_PER_MILLISECOND / MILLISECONDS_PER_SECOND;
    long minutes = seconds / SECONDS_PER_MINUTE;
    long hours = minutes / MINUTES_PER_HOUR;
    long days = hours / HOURS_PER_DAY;
    String clock =
        padded(hours % HOURS_PER_DAY, 2)
            + ":"
            + padded(minutes % MINUTES_PER_HOUR, 2)
            + ":"
            + padded(seconds % SECONDS_PER_MINUTE, 2);
    return days == 0 ? clock : days + (days == 1 ? " day " : " days ") + clock;
  }

  /** A share of a whole in per cent with one decimal; 0.0 of nothing. */
  static String percent(long part, long whole) {
    // In floating point: the product of two times in nanoseconds overflows after some hours.
    long perMille = whole <= 0 ? 0 : Math.round((double) part / whole * PER_MILLE);
    return perMille / 10 + "." + perMille % 10;
  }

  /** Kibibytes, rounded up. */
  static String kibibytes(long bytes) {
    return Long.toString((bytes + BYTES_PER_KIBIBYTE - 1) / BYTES_PER_KIBIBYTE);
  }

  /**
   * A positive decimal number.
   *
   * @return -1 if the text is none, or is too large
   */
  static int parsePositive(String text) {
    try {
      int number = Integer.parseInt(text);
      return number > 0 ? number : -1;
    } catch (NumberFormatException notANumber) {
      return -1;
    }
  }

  private static String padded(long number, int digits) {
    StringBuilder text = new StringBuilder(Long.toString(number));
    while (text.length() < digits) {
      text.insert(0, '0');
    }
    return text.toString();
  }
}
