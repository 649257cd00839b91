package edgex.boot.uefi.start;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import edgex.boot.uefi.BootFiles;
import edgex.boot.uefi.FirmwareExit;
import edgex.boot.uefi.Memory;
import edgex.boot.uefi.SimulatedFirmware;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole loader over simulated firmware, with trees of dtc as input and read by fdtget. */
@Tag("boot")
class StartTest {
  private static final long TREE = 0x41a5_f19c_b1b6_21d5L;
  private static final long TREE_PLACE = 0x30_0000;
  private static final String SOURCE =
      """
      /dts-v1/;
      /memreserve/ 0x48000000 0x1000;
      / {
        #address-cells = <2>;
        #size-cells = <2>;
        chosen {
          stdout-path = "/serial@9000000";
          bootargs = "the firmware's own";
          linux,initrd-start = <1>;
          rng-seed = <1 2 3>;
          inner { reg = <7>; };
        };
        memory@40000000 { device_type = "memory"; reg = <0 0x40000000 0 0x4000000>; };
        serial@9000000 { compatible = "arm,pl011"; empty; };
      };
      """;

  @TempDir Path folder;

  private SimulatedFirmware firmware;

  @BeforeEach
  void prepare() throws Exception {
    prepare(compile(SOURCE));
  }

  @AfterEach
  void restoreProcessor() {
    Processor.number = 5;
  }

  private void prepare(byte[] tree) {
    firmware = new SimulatedFirmware();
    BootFiles.putAll(firmware, BootFiles.kernel(Processor.MACHINE, 0));
    Memory.write(TREE_PLACE, tree);
    firmware.use(TREE_PLACE, Math.max(tree.length, 1), SimulatedFirmware.TYPE_BOOT_SERVICES);
    firmware.publish(TREE, TREE_PLACE);
  }

  private byte[] compile(String source) throws Exception {
    Files.writeString(folder.resolve("source.dts"), source);
    run("dtc", "-q", "-I", "dts", "-O", "dtb", "-o", "tree.dtb", "source.dts");
    return Files.readAllBytes(folder.resolve("tree.dtb"));
  }

  private String run(String... words) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(words).directory(folder.toFile()).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), String.join(" ", words) + "\n" + output);
    return output.strip();
  }

  private static Processor.Entered enter() {
    return assertThrows(Processor.Entered.class, () -> Start.main(new String[0]));
  }

  /** Enters the kernel and writes the tree that it gets to {@code copy.dtb}. */
  private Processor.Entered enterAndSaveTree() throws IOException {
    Processor.Entered entered = enter();
    int sizeBytes = Integer.reverseBytes(Memory.read32(entered.tree + 4));
    assertTrue(sizeBytes <= entered.treeBytes);
    Files.write(folder.resolve("copy.dtb"), Memory.read(entered.tree, sizeBytes));
    return entered;
  }

  private String get(String node, String property) throws Exception {
    return run("fdtget", "copy.dtb", node, property);
  }

  private static void expectFailure(String message) {
    FirmwareExit exit = assertThrows(FirmwareExit.class, () -> Start.main(new String[0]));
    assertTrue(exit.getMessage().startsWith("EdgeX cannot boot: "), exit.getMessage());
    assertTrue(exit.getMessage().contains(message), exit.getMessage());
  }

  @Test
  void theKernelLiesAtTheStartOfTheLargestFreeRange() {
    firmware.use(25 << 20, 4096, SimulatedFirmware.TYPE_RESERVED);
    Processor.Entered entered = enter();
    assertTrue(firmware.isGone());
    assertEquals(26 << 20, entered.kernel);
    assertEquals(entered.kernel + BootFiles.ENTRY_DISTANCE, entered.entry);
    assertEquals(5, entered.number);
    byte[] expected = new byte[BootFiles.KERNEL_BYTES];
    Arrays.fill(expected, 0, 0x1000, (byte) 1);
    Arrays.fill(expected, 0x2000, 0x2123, (byte) 2);
    assertArrayEquals(expected, Memory.read(entered.kernel, BootFiles.KERNEL_BYTES));
  }

  @Test
  void theTreeTellsImageAndCommandAndKeepsTheRest() throws Exception {
    enterAndSaveTree();
    assertEquals("image=default -- ls /", get("/chosen", "bootargs"));
    long start = number(get("/chosen", "linux,initrd-start"));
    long end = number(get("/chosen", "linux,initrd-end"));
    byte[] image = BootFiles.image();
    assertEquals(image.length, end - start);
    assertArrayEquals(image, Memory.read(start, image.length));
    assertEquals("/serial@9000000", get("/chosen", "stdout-path"));
    assertEquals("1 2 3", get("/chosen", "rng-seed"));
    assertEquals("7", get("/chosen/inner", "reg"));
    assertEquals("0 1073741824 0 67108864", get("/memory@40000000", "reg"));
    assertEquals("", get("/serial@9000000", "empty"));
  }

  /** Two cells, as fdtget prints them. */
  private static long number(String cells) {
    String[] halves = cells.split(" ", -1);
    return Long.parseLong(halves[0]) << Integer.SIZE | Long.parseLong(halves[1]);
  }

  @Test
  void aTreeWithoutTheNodeGetsIt() throws Exception {
    prepare(compile("/dts-v1/; / { b; a { chosen { x; }; }; };"));
    enterAndSaveTree();
    assertEquals("image=default -- ls /", get("/chosen", "bootargs"));
    assertEquals("a\nchosen", run("fdtget", "-l", "copy.dtb", "/"));
    assertEquals("x", run("fdtget", "-p", "copy.dtb", "/a/chosen"));
  }

  @Test
  void whatTheFirmwareKeepsIsReserved() throws Exception {
    firmware.use(30 << 20, 8192, SimulatedFirmware.TYPE_RESERVED);
    enterAndSaveTree();
    String source = run("dtc", "-q", "-I", "dtb", "-O", "dts", "copy.dtb");
    assertTrue(source.contains("/memreserve/\t0x0000000048000000 0x0000000000001000;"), source);
    assertTrue(source.contains("/memreserve/\t0x0000000001e00000 0x0000000000002000;"), source);
    assertEquals(3, source.split("/memreserve/", -1).length - 1, source);
  }

  @Test
  void moreReservedRangesThanThereIsSpaceForAreNamed() {
    for (int i = 0; i < 90; i++) {
      firmware.use((40L << 20) + i * 8192L, 4096, SimulatedFirmware.TYPE_RESERVED);
    }
    expectFailure("more ranges of memory than there is space for");
  }

  @Test
  void aMachineWithoutATreeIsNamed() {
    firmware.publish(TREE, 0);
    expectFailure("no device tree");
  }

  @Test
  void damagedTreesAreNamed() throws Exception {
    byte[] tree = compile(SOURCE);
    byte[] magic = tree.clone();
    magic[0] = 0;
    prepare(magic);
    expectFailure("damaged or of an unknown version");
    byte[] version = tree.clone();
    version[23] = 99;
    version[27] = 99;
    prepare(version);
    expectFailure("damaged or of an unknown version");
    byte[] token = tree.clone();
    token[ByteBuffer.wrap(tree).getInt(8) + 3] = 77;
    prepare(token);
    expectFailure("device tree is damaged");
  }

  @Test
  void firmwareThatDoesNotNameItsProcessorIsNamed() {
    Processor.number = -1;
    expectFailure("on which processor");
  }

  @Test
  void tooLittleMemoryForTheKernelIsNamed() {
    firmware.use(1 << 20, (46 << 20) - 4096, SimulatedFirmware.TYPE_RESERVED);
    for (long odd = 46 << 20; odd < Memory.SIZE_BYTES; odd += 2 << 20) {
      firmware.use(odd, 4096, SimulatedFirmware.TYPE_BOOT_SERVICES);
    }
    expectFailure("too little memory");
  }

  /**
   * A damaged tree ends in a message or in a kernel's hands; the loader itself never goes astray.
   */
  @Test
  @Tag("fuzz")
  void damagedTreesNeverLeadAstray() throws Exception {
    byte[] tree = compile(SOURCE);
    Random random = new Random(3);
    int refused = 0;
    for (int round = 0; round < 2000; round++) {
      byte[] damaged = tree.clone();
      for (int change = 0; change <= random.nextInt(3); change++) {
        int place = random.nextInt(random.nextBoolean() ? 40 : damaged.length);
        damaged[place] = random.nextBoolean() ? (byte) random.nextInt() : (byte) random.nextInt(12);
      }
      prepare(damaged);
      try {
        Start.main(new String[0]);
      } catch (FirmwareExit exit) {
        assertTrue(exit.getMessage().startsWith("EdgeX cannot boot: "), exit.getMessage());
        refused++;
      } catch (Processor.Entered entered) {
        int sizeBytes = Integer.reverseBytes(Memory.read32(entered.tree + 4));
        assertTrue(sizeBytes <= entered.treeBytes, "the copy is longer than its memory");
      }
    }
    assertTrue(refused > 200, "refused " + refused);
  }
}
