package edgex.apps.tools;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class NumbersTest {
  private static final long SECOND = 1_000_000_000L;

  @Test
  void secondsAreCutNotRounded() {
    assertEquals("0.000", Numbers.seconds(999_999));
    assertEquals("0.001", Numbers.seconds(1_000_000));
    assertEquals("59.999", Numbers.seconds(60 * SECOND - 1));
    assertEquals("9223372036.854", Numbers.seconds(Long.MAX_VALUE));
    assertEquals("1.000001", Numbers.preciseSeconds(SECOND + 1_999));
  }

  @Test
  void durationsCountDays() {
    assertEquals("00:00:00", Numbers.duration(SECOND - 1));
    assertEquals("01:01:01", Numbers.duration(3661 * SECOND));
    assertEquals("1 day 00:00:00", Numbers.duration(86_400 * SECOND));
    assertEquals("2 days 23:59:59", Numbers.duration((3 * 86_400 - 1) * SECOND));
  }

  @Test
  void percentSurvivesYearsAndNothing() {
    long year = 365 * 86_400 * SECOND;
    assertEquals("100.0", Numbers.percent(year, year));
    assertEquals("33.3", Numbers.percent(year, 3 * year));
    assertEquals("0.0", Numbers.percent(5, 0));
  }

  @Test
  void kibibytesRoundUp() {
    assertEquals("0", Numbers.kibibytes(0));
    assertEquals("1", Numbers.kibibytes(1));
    assertEquals("1", Numbers.kibibytes(1024));
    assertEquals("2", Numbers.kibibytes(1025));
  }

  @Test
  void onlyPositiveNumbersParse() {
    assertEquals(Integer.MAX_VALUE, Numbers.parsePositive("2147483647"));
    for (String text : new String[] {"", "0", "-1", "2147483648", "1.5", "x", " 1"}) {
      assertEquals(-1, Numbers.parsePositive(text), text);
    }
  }
}
