package edgex.apps.tools;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import edgex.abi.ObjectType;
import edgex.abi.Rights;
import edgex.abi.service.CapabilityStatus;
import edgex.abi.service.ProcessStatus;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProcessCommandsTest {
  private final Harness harness = new Harness();

  @BeforeEach
  void addProcesses() {
    List<ProcessStatus> processes = harness.supervisor.processes;
    processes.add(
        new ProcessStatus(
            1, "supervisor", ProcessStatus.READY, 250, 1_234_567_890L, 1 << 20, 120, 0));
    processes.add(
        new ProcessStatus(12, "log", ProcessStatus.WAITING, 90, 999_999L, (300 << 10) + 1, 8, 3));
  }

  @Test
  void psAlignsItsColumns() {
    assertEquals(Tools.SUCCESS, harness.run("ps"));
    assertEquals(
        """
        NUMBER  NAME        STATE    PRIORITY  TIME s  MEMORY KiB  CAPS  RESTARTS
             1  supervisor  ready         250   1.234        1024   120         0
            12  log         waiting        90   0.000         301     8         3
        """,
        harness.output);
  }

  @Test
  void psTakesNoArguments() {
    assertEquals(Tools.USAGE, harness.run("ps", "-ef"));
    assertEquals("ps: takes no arguments\nusage: ps\n", harness.errors);
    assertEquals("", harness.output);
  }

  @Test
  void killEndsEachAndReportsThoseItCannot() {
    assertEquals(Tools.FAILURE, harness.run("kill", "99", "12", "1"));
    assertEquals(List.of("kill 12"), harness.supervisor.actions);
    assertEquals(
        "kill: there is no process 99\nkill: process 1: the supervisor does not allow this\n",
        harness.errors);
  }

  @Test
  void killDoesNothingWhenOneArgumentMakesNoSense() {
    for (String word : new String[] {"log", "0", "-3", "12x", "99999999999"}) {
      assertEquals(Tools.USAGE, harness.run("kill", "12", word));
      assertTrue(harness.errors.contains("'" + word + "' is not the number of a process"));
    }
    assertEquals(Tools.USAGE, harness.run("kill"));
    assertEquals(List.of(), harness.supervisor.actions);
  }

  @Test
  void restartNamesTheComponentThatIsMissing() {
    assertEquals(Tools.SUCCESS, harness.run("restart", "log"));
    assertEquals(List.of("restart log"), harness.supervisor.actions);
    assertEquals(Tools.FAILURE, harness.run("restart", "logg"));
    assertEquals("restart: there is no component 'logg'\n", harness.errors);
    assertEquals(Tools.USAGE, harness.run("restart", "log", "shell"));
  }

  @Test
  void capsShowsRightsAsLetters() {
    harness.supervisor.capabilities.add(
        new CapabilityStatus(5, 0x40005, ObjectType.PROCESS, Rights.ALL, 0, 2));
    harness.supervisor.capabilities.add(
        new CapabilityStatus(70, 0x46, ObjectType.ENDPOINT, Rights.SEND | Rights.GRANT, 0xc, 31));
    String expected =
        """
        HANDLE  TYPE      RIGHTS    BADGE  OBJECT
         40005  process   rwxsvgic      -       2
            46  endpoint  ---s-g--      c      31
        """;
    assertEquals(Tools.SUCCESS, harness.run("caps", "log"));
    assertEquals(expected, harness.output);
    assertEquals(Tools.SUCCESS, harness.run("caps", "12"));
    assertEquals(expected, harness.output);
  }

  @Test
  void capsNamesTheProcessThatIsMissing() {
    assertEquals(Tools.FAILURE, harness.run("caps", "nobody"));
    assertEquals("caps: there is no process 'nobody'\n", harness.errors);
    assertEquals(Tools.FAILURE, harness.run("caps", "77"));
    assertEquals("caps: there is no process 77\n", harness.errors);
  }

  @Test
  void powerCommandsAskTheSupervisor() {
    assertEquals(Tools.SUCCESS, harness.run("poweroff"));
    assertEquals(Tools.SUCCESS, harness.run("reboot"));
    assertEquals(List.of("power 1", "power 2"), harness.supervisor.actions);
    assertEquals(Tools.USAGE, harness.run("poweroff", "now"));
  }

  @Test
  void anUnknownCommandIsNamed() {
    assertEquals(Tools.USAGE, harness.run("rm"));
    assertEquals("tools: unknown command 'rm'\n", harness.errors);
    assertEquals(Tools.USAGE, harness.run());
  }
}
