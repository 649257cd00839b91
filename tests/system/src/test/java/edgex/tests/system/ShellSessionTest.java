package edgex.tests.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import edgex.host.machine.Outcome;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One boot of the default image; every test begins and ends at its prompt. */
@Tag("qemu")
@Tag("shell")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ShellSessionTest {
  private static final String CONTROL_A = "\u0001";
  private static final String CONTROL_D = "\u0004";
  private static final String LEFT = "\u001b[D";
  private static final String UP = "\u001b[A";

  @TempDir static Path folder;
  private static ShellSession shell;

  @BeforeAll
  static void boot() throws Exception {
    shell = ShellSession.boot(folder);
  }

  @BeforeEach
  void comeToThePrompt() throws Exception {
    shell.interrupt();
  }

  @AfterAll
  static void stop() {
    if (shell != null) {
      shell.close();
    }
  }

  @Test
  void aLineIsEditedWhereTheCursorIs() throws Exception {
    assertEquals("abc", shell.line("echo ac" + LEFT + "b"));
    assertEquals("xyz", shell.line("xecho xyz" + CONTROL_A + "\u001b[3~"));
    assertEquals("ab", shell.line("echo abc\u007f"));
  }

  @Test
  void theHistoryBringsLinesBack() throws Exception {
    assertEquals("first", shell.line("echo first"));
    assertEquals("second", shell.line("echo second"));
    assertEquals("first", shell.line(UP + UP));
  }

  @Test
  void commandsAndPathsAreCompleted() throws Exception {
    assertEquals(List.of("mnist.onnx"), shell.run("ls /mod\t"));
    assertTrue(shell.line("upt\t").startsWith("up 00:0"));
    shell.guest().type("re\t\t");
    shell.guest().expect("reboot  restart");
    shell.interrupt();
  }

  @Test
  void controlCEndsTheForegroundCommand() throws Exception {
    shell.guest().type("cat\r");
    echoThroughCat("one");
    shell.interrupt();
    assertEquals("still here", shell.line("echo still here"));
  }

  @Test
  void controlDEndsTheInput() throws Exception {
    shell.guest().type("cat\r");
    echoThroughCat("two");
    shell.guest().type(CONTROL_D);
    shell.awaitPrompt();
    assertEquals("0", shell.line("echo $?"));
  }

  /** The line appears twice: as it is typed and as it comes back. */
  private static void echoThroughCat(String line) throws Exception {
    shell.guest().expect("\r\n");
    shell.guest().type(line + "\r");
    shell.guest().expect(Pattern.compile(line + "\r\n" + line + "\r\n"));
  }

  @Test
  void whatACommandDoesNotReadIsTheShells() throws Exception {
    shell.guest().type("ls /samples | cat > /tmp/ahead\recho typed ahead\r");
    shell.guest().expect("edgex> echo typed ahead\r\ntyped ahead\r\n");
    shell.awaitPrompt();
  }

  @Test
  void controlCForgetsWhatWasTypedAhead() throws Exception {
    shell.guest().type("log -f > /tmp/ahead\rforgotten\r");
    shell.guest().expect("forgotten\r\n");
    shell.interrupt();
    assertEquals("still here", shell.line("echo still here"));
  }

  @Test
  void pipesAndRedirections() throws Exception {
    assertEquals("a b", shell.line("echo a b | cat | cat"));
    assertEquals(List.of(), shell.run("echo one > /tmp/lines"));
    assertEquals(List.of(), shell.run("echo two >> /tmp/lines"));
    assertEquals(List.of("one", "two"), shell.run("cat /tmp/lines"));
    assertEquals(List.of(), shell.run("echo three > /tmp/lines"));
    assertEquals("three", shell.line("cat /tmp/lines"));
  }

  @Test
  void statusIsThatOfTheCommandBefore() throws Exception {
    assertEquals(
        List.of("cat: /nope: there is no such file", "1"), shell.run("cat /nope; echo $?"));
    List<String> unknown = shell.run("nosuch; echo $?");
    assertEquals("nosuch: unknown command; 'help' lists what there is", unknown.get(0));
    assertEquals("127", unknown.get(1));
    assertEquals("0", shell.line("echo $?"));
  }

  @Test
  void quotesKeepWhatTheyHold() throws Exception {
    assertEquals("a  b|c $? 0", shell.line("echo 'a  b|c $?' \"$?\""));
    assertEquals("a single quote is not closed", shell.line("echo 'a"));
  }

  @Test
  void aBackgroundJobSaysWhenItIsDone() throws Exception {
    shell.guest().type("cat &\r");
    shell.guest().expect(Pattern.compile("\\[[0-9]+\\] done, status 0: cat\r\n"));
    assertEquals("goes on", lastLine(shell.run("echo goes on")));
  }

  private static String lastLine(List<String> lines) {
    return lines.get(lines.size() - 1);
  }

  @Test
  void machineCommandsShowTheMachine() throws Exception {
    assertEquals("255", shell.row("ps", "supervisor").get(3));
    assertTrue(shell.run("mem").get(1).startsWith("total "));
    assertTrue(lastLine(shell.run("caps shell")).contains(" process "));
    assertTrue(shell.run("log").stream().anyMatch(line -> line.contains("root process started")));
    assertTrue(shell.run("help").stream().anyMatch(line -> line.startsWith("infer ")));
  }

  @Test
  void wrongArgumentsAreExplained() throws Exception {
    assertEquals("kill: there is no process 999", shell.line("kill 999"));
    assertEquals("restart: there is no component 'nosuch'", shell.line("restart nosuch"));
    assertEquals("ls: /nope: there is no such file or directory", shell.line("ls /nope"));
    assertEquals("/samples/x: cannot be written", shell.line("echo > /samples/x"));
  }

  @Test
  void aKilledProcessIsGone() throws Exception {
    shell.guest().type("cat | cat\r");
    echoThroughCat("running");
    shell.interrupt();
    assertTrue(shell.run("ps").stream().noneMatch(line -> line.contains(" cat ")));
  }

  @Test
  void theLogIsFollowedUntilItsProcessIsKilled() throws Exception {
    shell.guest().type("log -f > /tmp/followed &\r");
    Pattern started = Pattern.compile("\\[([0-9]+)\\] log -f > /tmp/followed\r\n");
    String number = shell.guest().expect(started).group(1);
    shell.interrupt();
    shell.run("run /samples/7.pgm");
    String refused = "supervisor: /samples/7.pgm could not be started: ";
    shell.await(
        "cat /tmp/followed", lines -> lines.stream().anyMatch(line -> line.contains(refused)));
    shell.guest().type("kill " + number + "\r");
    shell.guest().expect("[" + number + "] done, status 137: log -f > /tmp/followed");
    shell.interrupt();
    assertEquals("kill: there is no process " + number, shell.line("kill " + number));
  }

  @Test
  @Order(Integer.MAX_VALUE - 2)
  void theTerminalsOwnDriverComesBack() throws Exception {
    shell.run("restart uart-console");
    shell.awaitState("uart-console", "waiting", 1);
    assertEquals("alive", shell.line("echo alive"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"tmpfs", "bootfs", "log", "console"})
  @Order(Integer.MAX_VALUE - 1)
  void aKilledServiceComesBack(String name) throws Exception {
    String number = shell.row("ps", name).get(0);
    shell.run("kill " + number);
    shell.awaitState(name, "waiting", 1);
    assertEquals("works", shell.line("echo works > /tmp/f; cat /tmp/f"));
    assertEquals("mnist.onnx", shell.line("ls /models"));
  }

  @Test
  @Order(Integer.MAX_VALUE)
  void powerOffEndsTheMachine() throws Exception {
    shell.guest().type("poweroff\r");
    assertEquals(new Outcome(Outcome.End.STOPPED, 0), shell.guest().awaitEnd());
  }
}
