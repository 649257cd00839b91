package edgex.crypto.encoding.der;

import edgex.crypto.CryptoException;
import java.nio.charset.StandardCharsets;

/**
 * Points in time as certificates have them (RFC 5280, section 4.1.2.5): UTCTime until 2049,
 * GeneralizedTime from 2050 on, always in UTC, always with seconds and without fractions.
 */
public final class DerTime {
  private static final int FIRST_OF_UTC_TIME = 1950;
  private static final int FIRST_OF_GENERALIZED_TIME = 2050;
  private static final int SECONDS_A_DAY = 86_400;

  private DerTime() {}

  /** Appends a time of the years 1950 to 9999. */
  public static void write(DerWriter output, long epochSeconds) {
    long day = Math.floorDiv(epochSeconds, (long) SECONDS_A_DAY);
    int second = (int) Math.floorMod(epochSeconds, (long) SECONDS_A_DAY);
    int[] date = Calendar.date(day);
    if (date[0] < FIRST_OF_UTC_TIME || date[0] > 9999) {
      throw new IllegalArgumentException("certificates have no year " + date[0]);
    }
    StringBuilder text = new StringBuilder();
    boolean isLate = date[0] >= FIRST_OF_GENERALIZED_TIME;
    if (isLate) {
      appendTwoDigits(text, date[0] / 100);
    }
    appendTwoDigits(text, date[0] % 100);
    appendTwoDigits(text, date[1]);
    appendTwoDigits(text, date[2]);
    appendTwoDigits(text, second / 3600);
    appendTwoDigits(text, second / 60 % 60);
    appendTwoDigits(text, second % 60);
    text.append('Z');
    output.element(
        isLate ? DerTag.GENERALIZED_TIME : DerTag.UTC_TIME,
        text.toString().getBytes(StandardCharsets.US_ASCII));
  }

  private static void appendTwoDigits(StringBuilder text, int value) {
    text.append((char) ('0' + value / 10)).append((char) ('0' + value % 10));
  }

  /** Reads a time, in seconds since 1970. */
  public static long read(DerReader input) {
    boolean isLate = input.nextIs(DerTag.GENERALIZED_TIME);
    byte[] text = input.readContent(isLate ? DerTag.GENERALIZED_TIME : DerTag.UTC_TIME);
    int yearDigits = isLate ? 4 : 2;
    if (text.length != yearDigits + 11 || text[text.length - 1] != 'Z') {
      throw new CryptoException("a time is not YYMMDDHHMMSSZ or YYYYMMDDHHMMSSZ");
    }
    int year = twoDigits(text, 0);
    if (isLate) {
      year = 100 * year + twoDigits(text, 2);
      if (year < FIRST_OF_GENERALIZED_TIME) {
        throw new CryptoException("a time before 2050 is a GeneralizedTime");
      }
    } else {
      year += year < 50 ? 2000 : 1900;
    }
    int month = twoDigits(text, yearDigits);
    int day = twoDigits(text, yearDigits + 2);
    int hour = twoDigits(text, yearDigits + 4);
    int minute = twoDigits(text, yearDigits + 6);
    int second = twoDigits(text, yearDigits + 8);
    if (!Calendar.isDate(year, month, day) || hour > 23 || minute > 59 || second > 59) {
      throw new CryptoException("a time that does not exist");
    }
    return Calendar.day(year, month, day) * SECONDS_A_DAY + 3600L * hour + 60L * minute + second;
  }

  private static int twoDigits(byte[] text, int at) {
    int high = text[at] - '0';
    int low = text[at + 1] - '0';
    if (high < 0 || high > 9 || low < 0 || low > 9) {
      throw new CryptoException("a time with something other than digits");
    }
    return 10 * high + low;
  }
}
