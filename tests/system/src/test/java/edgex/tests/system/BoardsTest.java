package edgex.tests.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import edgex.host.build.BuiltImage;
import edgex.toolchain.image.Board;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The default image on every board: commands by boot argument, a session, and bad boots. */
@Tag("qemu")
@Tag("boards")
class BoardsTest {
  private static final Duration LIMIT = Duration.ofMinutes(2);
  private static final String CLASSIFY = "infer classify /models/mnist.onnx /samples/7.pgm";

  /** A picture of a seven; to six digits every architecture computes the same. */
  private static final List<String> CLASSES =
      List.of(
          "7\t1.000000", "0\t0", "1\t0", "2\t0", "3\t0", "4\t0", "5\t0", "6\t0", "8\t0", "9\t0");

  private static final int IMAGE_BYTES = 8192;

  @TempDir static Path folder;

  @TestFactory
  List<DynamicTest> boards() throws Exception {
    List<DynamicTest> tests = new ArrayList<>();
    for (Board board : TargetMachine.boards()) {
      TargetMachine machine = TargetMachine.of("default", board);
      String name = board.name();
      tests.add(dynamicTest(name + ": infers", () -> infers(machine)));
      tests.add(dynamicTest(name + ": passes on the exit status", () -> exitStatus(machine)));
      tests.add(dynamicTest(name + ": has a shell", () -> session(machine.built())));
      tests.add(dynamicTest(name + ": says what is wrong", () -> badBoot(machine.built())));
    }
    return tests;
  }

  private static void infers(TargetMachine machine) throws Exception {
    TargetMachine.Result result = machine.run(CLASSIFY, LIMIT);
    assertEquals(CLASSES, result.console().lines().toList());
    assertEquals(OptionalInt.of(0), result.report().exitStatus());
  }

  private static void exitStatus(TargetMachine machine) throws Exception {
    TargetMachine.Result result = machine.run("cat /nothing", LIMIT);
    assertTrue(result.console().contains("/nothing"), result.console());
    assertEquals(OptionalInt.of(1), result.report().exitStatus());
  }

  private static void session(BuiltImage built) throws Exception {
    Path session = Files.createTempDirectory(folder, "session");
    int memory = built.plan().board().memoryMebibytes();
    try (Guest guest = Guest.boot(session, built, built.image(), memory)) {
      guest.expect("edgex> ");
      guest.type("echo abc | cat\r");
      guest.expect("abc\r\n");
      guest.type(CLASSIFY + "\r");
      guest.expect("9\t0\r\n");
    }
  }

  private static void badBoot(BuiltImage built) throws Exception {
    Path folder = Files.createTempDirectory(BoardsTest.folder, "bad");
    Path image = Files.write(folder.resolve("bad.img"), new byte[IMAGE_BYTES]);
    int memory = built.plan().board().memoryMebibytes();
    try (Guest guest = Guest.boot(folder, built, image, memory)) {
      guest.expect("KERNEL PANIC: no boot image");
    }
    boolean isRiscV = built.plan().board().architecture().equals("riscv64");
    // With 16 MiB, QEMU's RISC-V machine puts the device tree over its own firmware; for the others
    // QEMU refuses an image that does not fit into the memory.
    Path tooLarge = isRiscV ? built.image() : image;
    try (Guest guest = Guest.boot(folder, built, tooLarge, isRiscV ? 17 : 16)) {
      guest.expect("give the machine more");
    }
  }
}
