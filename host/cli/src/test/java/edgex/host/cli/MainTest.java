package edgex.host.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MainTest {
  private static final String ROOT = "edgex.root";

  @BeforeEach
  void useThisRepository() {
    System.setProperty(ROOT, Path.of("../..").toAbsolutePath().normalize().toString());
  }

  @AfterEach
  void forget() {
    System.clearProperty(ROOT);
  }

  /** Wrong command lines: words, exit status, a part of the message. Nothing is built for any. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "run --arch foo | 2 | unknown architecture 'foo'; known: x86_64, aarch64, riscv64",
        "run --arch aarch64 --board qemu-q35 | 1 | board qemu-q35 has the architecture x86_64, not"
            + " aarch64",
        "run --firmware coreboot | 2 | unknown firmware 'coreboot'; known: direct, uefi, bios",
        "run --firmware bios | 2 | board qemu-q35 has no bios; it boots by: direct, uefi",
        "run --firmware uefi --board qemu-virt-aarch64-gicv2 | 2 | board qemu-virt-aarch64-gicv2 has"
            + " no uefi; it boots by: direct",
        "run --board toaster | 1 | unknown board 'toaster'; known: qemu-q35, qemu-virt-aarch64,"
            + " qemu-virt-aarch64-gicv2",
        "run --board ../x | 1 | unknown board '../x'",
        "run --image nope | 1 | unknown image 'nope'; known: ",
        "run --smp 0 | 2 | --smp 0: must be 1 to 64",
        "run --smp many | 2 | Invalid value for option '--smp'",
        "run --memory 1 | 2 | --memory 1: must be 16 to",
        "run --timeout 0 -- ls | 2 | --timeout 0: must be 1 to",
        "run --timeout | 2 | Missing required parameter for option '--timeout'",
        "run --put nofile:/tmp/x -- ls | 1 | --put: there is no readable file nofile",
        "run --put pom.xml -- ls | 2 | write it as HOST:GUEST",
        "run --put pom.xml:tmp -- ls | 2 | write it as HOST:GUEST",
        "run --put pom.xml:/a --put pom.xml:/a -- ls | 2 | two files for /a",
        "run --get tmp:x -- ls | 2 | write it as GUEST:HOST",
        "run --get /tmp: -- ls | 2 | write it as GUEST:HOST",
        "run --get /tmp/x:/no/such/folder/x -- ls | 1 | cannot write a file /no/such/folder/x",
        "run --get /tmp/x:target -- ls | 1 | cannot write a file target",
        "run --get /tmp/x:target/x | 2 | --get needs a COMMAND after --",
        "run --fast | 2 | Unknown option: '--fast'",
        "walk | 2 | unknown command 'walk'",
        "test --only nothing | 2 | no test suite 'nothing'; there are: boards, boot, build, crypto,"
            + " fuzz,",
        "test --arch mips | 2 | unknown architecture 'mips'",
        "test --calls 0 | 2 | --calls 0: must be at least 1",
        "bench nothing | 2 | no bench 'nothing'; there are: ",
        "bench | 2 | Missing required parameter: 'NAME'",
        "image --image nope | 1 | unknown image 'nope'",
        "model | 2 | Missing required subcommand",
        "model inspect nofile | 1 | nofile: there is no such file",
        "model inspect pom.xml | 1 | pom.xml: ",
        "model quantize pom.xml out | 2 | Missing required option: '--samples=PATH'",
        "model quantize pom.xml out --samples . --count 0 | 2 | --count is a number from 1 on",
        "model quantize pom.xml out --samples pom.xml | 2 | a data set needs --labels",
      })
  void saysWhatIsWrong(String words, int status, String message) {
    Invocation call = Invocation.of(words.split(" ", -1));
    assertTrue(call.errors().contains(message), call.errors());
    assertEquals(status, call.status());
    assertEquals("", call.output());
    assertFalse(call.errors().contains("Exception"), call.errors());
  }

  @Test
  void refusesToWorkOutsideTheRepository() {
    System.setProperty(ROOT, "/");
    Invocation call = Invocation.of("run");
    assertTrue(call.errors().contains("start this through ./edgex"), call.errors());
    assertEquals(1, call.status());
  }

  @Test
  void helpListsTheCommands() {
    Invocation call = Invocation.of("--help");
    for (String command : new String[] {"run", "test", "bench", "image", "doctor", "clean"}) {
      assertTrue(call.output().contains(command), command);
    }
    assertEquals(0, call.status());
  }
}
