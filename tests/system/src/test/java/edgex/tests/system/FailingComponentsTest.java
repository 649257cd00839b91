package edgex.tests.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Components that throw and that fill their heaps: what the log says, and when they come back. */
@Tag("qemu")
@Tag("shell")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FailingComponentsTest {
  private static final int MOST_RESTARTS = 10;
  private static final BigDecimal FIRST_DELAY_SECONDS = new BigDecimal("0.010");
  private static final String THROWN =
      " error thrower: java.lang.IllegalStateException: failing on purpose";

  @TempDir static Path folder;
  private static ShellSession shell;
  private static List<String> log;

  @BeforeAll
  static void awaitTheLastFailures() throws Exception {
    shell = ShellSession.boot(folder, "userland-suite");
    shell.awaitState("thrower", "ended", MOST_RESTARTS);
    shell.awaitState("hog", "ended", MOST_RESTARTS);
    log = shell.run("log");
  }

  @AfterAll
  static void stop() {
    if (shell != null) {
      shell.close();
    }
  }

  private static long count(String part) {
    return log.stream().filter(line -> line.contains(part)).count();
  }

  @Test
  void anExceptionAndItsStackAreLogged() {
    assertEquals(MOST_RESTARTS + 1, count(THROWN), () -> String.join("\n", log));
    assertEquals(
        MOST_RESTARTS + 1,
        count("error thrower: \tat edgex.tests.failing.Failing.main(Failing.java:"),
        () -> String.join("\n", log));
    assertEquals(MOST_RESTARTS + 1, count("supervisor: thrower exited with status 1"));
  }

  @Test
  void aFullHeapIsLoggedInOneLine() {
    assertEquals(
        MOST_RESTARTS + 1,
        count(" error hog: out of memory: heap limit 524288 bytes"),
        () -> String.join("\n", log));
    assertEquals(MOST_RESTARTS + 1, count("supervisor: hog exited with status 3"));
  }

  @Test
  void theLastFailureIsSaid() {
    for (String name : List.of("thrower", "hog")) {
      assertEquals(1, count("supervisor: " + name + " failed too often in a row"));
    }
  }

  @Test
  void aComponentThatIsNeverRestartedEndsOnce() throws Exception {
    shell.awaitState("once", "ended", 0);
    assertEquals(1, count(" error once: java.lang.IllegalStateException: failing on purpose"));
    assertEquals(0, count("supervisor: once failed too often"));
  }

  /** A timer never rings early, so each failure is at least its delay after the one before. */
  @Test
  void eachDelayIsTwiceTheOneBefore() {
    List<BigDecimal> times =
        log.stream()
            .filter(line -> line.contains(THROWN))
            .map(line -> new BigDecimal(line.substring(0, line.indexOf(' '))))
            .toList();
    BigDecimal delay = FIRST_DELAY_SECONDS;
    for (int i = 1; i < times.size(); i++) {
      BigDecimal passed = times.get(i).subtract(times.get(i - 1));
      assertTrue(passed.compareTo(delay) >= 0, passed + " s instead of " + delay);
      delay = delay.add(delay);
    }
  }

  @Test
  @Order(Integer.MAX_VALUE)
  void aRestartByHandStartsItAgain() throws Exception {
    shell.run("echo yes > /tmp/well");
    shell.run("restart thrower");
    shell.awaitState("thrower", "waiting", MOST_RESTARTS + 1);
  }
}
