package edgex.crypto.encoding.der;

/**
 * Days since 1970 from and to dates of the Gregorian calendar. {@code java.time} would do the same,
 * at the price of hundreds of kilobytes of a program on the device.
 *
 * <p>Years begin in March here, so the leap day is the last: 400 years have 146,097 days, and
 * months from March on have 30.6 days on average, which rounding turns into 31, 30, 31, 30, 31.
 */
final class Calendar {
  private static final int DAYS_OF_400_YEARS = 146_097;

  /** From 1 March 0000 to 1 January 1970. */
  private static final int DAYS_BEFORE_1970 = 719_468;

  private Calendar() {}

  static boolean isDate(int year, int month, int day) {
    if (month < 1 || month > 12 || day < 1) {
      return false;
    }
    int[] again = date(day(year, month, day));
    return again[0] == year && again[1] == month && again[2] == day;
  }

  static long day(int year, int month, int dayOfMonth) {
    int marchYear = month > 2 ? year : year - 1;
    int marchMonth = (month + 9) % 12;
    return 365L * marchYear
        + Math.floorDiv(marchYear, 4)
        - Math.floorDiv(marchYear, 100)
        + Math.floorDiv(marchYear, 400)
        + (153 * marchMonth + 2) / 5
        + dayOfMonth
        - 1
        - DAYS_BEFORE_1970;
  }

  /** Year, month, day of the month. */
  static int[] date(long epochDay) {
    long shifted = epochDay + DAYS_BEFORE_1970;
    long era = Math.floorDiv(shifted, (long) DAYS_OF_400_YEARS);
    int dayOfEra = (int) Math.floorMod(shifted, (long) DAYS_OF_400_YEARS);
    // 1460, 36524 and 146096: days of 4, 100, 400 years, but the last one.
    int yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365;
    int dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
    int marchMonth = (5 * dayOfYear + 2) / 153;
    int day = dayOfYear - (153 * marchMonth + 2) / 5 + 1;
    int month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
    int year = (int) (400 * era) + yearOfEra + (month <= 2 ? 1 : 0);
    return new int[] {year, month, day};
  }
}
