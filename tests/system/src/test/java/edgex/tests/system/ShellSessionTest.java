package edgex.tests.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import edgex.host.machine.Outcome;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("qemu")
class ShellSessionTest {
  @TempDir static Path folder;
  private static ShellSession shell;

  @BeforeAll
  static void boot() throws Exception {
    shell = ShellSession.boot(folder);
  }

  @AfterAll
  static void powerOff() throws Exception {
    shell.type("poweroff\r");
    assertEquals(Outcome.End.STOPPED, shell.outcome().end());
    shell.close();
  }

  @Test
  void filesAreListedWrittenAndRead() throws Exception {
    assertEquals("bin/\nmodels/\nsamples/\nsystem/\ntmp/\n", shell.command("ls"));
    assertEquals("", shell.command("echo first line > /tmp/text"));
    assertEquals("", shell.command("echo second >> /tmp/text"));
    assertEquals("first line\nsecond\n", shell.command("cat /tmp/text"));
    assertEquals("18  text\n", shell.command("ls -l /tmp"));
  }

  @Test
  void pipesCarryAllBytes() throws Exception {
    assertEquals("1\t3\t8\n", shell.command("echo a bc de | cat | count"));
    String samples = shell.command("cat /samples/1.pgm /samples/2.pgm | count");
    assertTrue(samples.endsWith("\t1594\n"), samples);
  }

  @Test
  void statusesAndErrorsAreTold() throws Exception {
    assertEquals("0\n", shell.command("echo > /tmp/empty; echo $?"));
    assertEquals("ls: /none: there is no such file or directory\n", shell.command("ls /none"));
    assertEquals("1\n", shell.command("echo $?"));
    assertTrue(shell.command("kill nobody").contains("usage: kill PROCESS..."));
    assertEquals("2\n", shell.command("echo $?"));
    assertTrue(shell.command("frobnicate").startsWith("frobnicate: unknown command"));
    assertEquals("127\n", shell.command("echo $?"));
  }

  @Test
  void aRestartedServiceServesItsClients() throws Exception {
    assertEquals("", shell.command("restart bootfs"));
    assertEquals("bin/\nmodels/\nsamples/\nsystem/\ntmp/\n", shell.command("ls /"));
    assertEquals("", shell.command("restart uart-console"));
    String processes = shell.command("ps");
    assertTrue(restarts(processes, "bootfs") > 0, processes);
    assertTrue(restarts(processes, "uart-console") > 0, processes);
    assertEquals(0, restarts(processes, "tmpfs"), processes);
  }

  @Test
  void controlCEndsACommand() throws Exception {
    shell.type("cat\r");
    shell.await("\r\n");
    shell.type("typed\u0003");
    shell.await("edgex> ");
    assertEquals("still here\n", shell.command("echo still here"));
  }

  @Test
  void aPictureIsClassified() throws Exception {
    String classes = shell.command("infer classify /models/mnist.onnx /samples/7.pgm");
    assertTrue(classes.startsWith("7\t"), classes);
    assertEquals(10, classes.split("\n", -1).length - 1, classes);
  }

  /** The last column of a process's line. */
  private static int restarts(String processes, String name) {
    for (String line : processes.split("\n", -1)) {
      String[] words = line.strip().split(" +", -1);
      if (words.length > 1 && words[1].equals(name)) {
        return Integer.parseInt(words[words.length - 1]);
      }
    }
    throw new AssertionError("no process " + name + " in\n" + processes);
  }
}
