package edgex.apps.tools;

import static org.junit.jupiter.api.Assertions.assertEquals;

import edgex.abi.service.FileSpace;
import edgex.abi.service.Log;
import edgex.abi.service.MachineStatus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MachineCommandsTest {
  private static final long MEBIBYTE = 1 << 20;
  private static final long SECOND = 1_000_000_000L;

  private final Harness harness = new Harness();

  @BeforeEach
  void describeMachine() {
    harness.supervisor.machine =
        new MachineStatus(
            256 * MEBIBYTE,
            240 * MEBIBYTE,
            6 * MEBIBYTE,
            4 * MEBIBYTE,
            2,
            100 * SECOND,
            125 * SECOND,
            40);
  }

  @Test
  void memAccountsForAllOfTheMemory() {
    harness.trees.add(new FileTree("/tmp", new FakeFiles(new FileSpace(513, 4 * MEBIBYTE))));
    assertEquals(Tools.SUCCESS, harness.run("mem"));
    assertEquals(
        """
        MEMORY         KiB
        total       262144
        free        245760
        kernel        6144
        boot image    4096
        processes     6144

        FILES  USED KiB  LIMIT KiB
        /tmp          1       4096
        """,
        harness.output);
  }

  @Test
  void memReportsAFileServiceThatDoesNotAnswer() {
    harness.trees.add(new FileTree("/tmp", new FakeFiles(null)));
    assertEquals(Tools.FAILURE, harness.run("mem"));
    assertEquals("mem: the service files of /tmp has just restarted; try again\n", harness.errors);
  }

  @Test
  void uptimeSharesTheIdleTimeAmongTheProcessors() {
    assertEquals(Tools.SUCCESS, harness.run("uptime"));
    assertEquals("up 00:01:40, 2 processors, 62.5 % idle\n", harness.output);
  }

  @Test
  void uptimeWatchesForSomeSeconds() {
    harness.supervisor.machineLater =
        new MachineStatus(0, 0, 0, 0, 2, 101 * SECOND, 126 * SECOND, 43);
    assertEquals(Tools.SUCCESS, harness.run("uptime", "1"));
    assertEquals("1.000 s, 2 processors, 50.0 % idle, woken 3 times\n", harness.output);
  }

  @Test
  void uptimeRefusesWhatIsNoTime() {
    assertEquals(Tools.USAGE, harness.run("uptime", "soon"));
    assertEquals(
        "uptime: 'soon' is no number of seconds\nusage: uptime [SECONDS]\n", harness.errors);
    assertEquals(Tools.USAGE, harness.run("uptime", "0"));
  }

  @Test
  void logShowsALevelAndThoseMoreImportant() {
    harness.log.add(1_500_000L, Log.INFORMATION, "supervisor", "started");
    harness.log.add(2 * SECOND, Log.ERROR, "shell", "failed\nbadly");
    assertEquals(Tools.SUCCESS, harness.run("log"));
    assertEquals(
        "0.001500 information supervisor: started\n2.000000 error shell: failed\nbadly\n",
        harness.output);
    assertEquals(Tools.SUCCESS, harness.run("log", "warning"));
    assertEquals("2.000000 error shell: failed\nbadly\n", harness.output);
  }

  @Test
  void logNamesALevelThatDoesNotExist() {
    assertEquals(Tools.USAGE, harness.run("log", "loud"));
    assertEquals(
        """
        log: there is no level 'loud'
        usage: log [-f] [error|warning|information|debug]
        """,
        harness.errors);
  }
}
