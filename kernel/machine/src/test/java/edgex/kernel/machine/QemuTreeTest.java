package edgex.kernel.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import edgex.kernel.arch.TreeMemory;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The trees of the machines that QEMU emulates, from QEMU itself. */
@Tag("qemu")
final class QemuTreeTest {
  private static final long TIMEOUT_SECONDS = 60;

  @TempDir private Path folder;

  @Test
  void riscvVirt() throws Exception {
    open(dump("riscv64", "virt", "-m", "256", "-smp", "4"));
    assertEquals("80000000+10000000", memory());
    assertEquals(4, cpuCount());
    assertEquals(10_000_000, MachineDescription.timebaseHertz());
    assertEquals(0x1000_0000, DeviceRegisters.start(MachineDescription.console(), 0));
    assertTrue(MachineDescription.isKind(MachineDescription.console(), "ns16550a"));
    int plic = find("riscv,plic0");
    assertEquals(0xc00_0000, DeviceRegisters.start(plic, 0));
    assertEquals(0x60, DeviceTree.cell(DeviceTree.property(plic, "riscv,ndev"), 0, 0));
  }

  @Test
  void sifiveBoard() throws Exception {
    open(dump("riscv64", "sifive_u", "-m", "128"));
    assertEquals("80000000+8000000", memory());
    assertEquals(1_000_000, MachineDescription.timebaseHertz());
    assertEquals(0x1001_0000, DeviceRegisters.start(MachineDescription.console(), 0));
    assertTrue(MachineDescription.isKind(MachineDescription.console(), "sifive,uart0"));
  }

  @Test
  void armVirtWithEitherInterruptController() throws Exception {
    open(dump("aarch64", "virt", "-cpu", "max", "-m", "6144", "-smp", "2"));
    assertEquals("40000000+180000000", memory());
    assertEquals(2, cpuCount());
    assertEquals(0x900_0000, DeviceRegisters.start(MachineDescription.console(), 0));
    int controller = find("arm,cortex-a15-gic");
    assertEquals(0x800_0000, DeviceRegisters.start(controller, 0));
    assertEquals(0x801_0000, DeviceRegisters.start(controller, 1));
    open(dump("aarch64", "virt,gic-version=3", "-cpu", "max"));
    controller = find("arm,gic-v3");
    assertEquals(0x80a_0000, DeviceRegisters.start(controller, 1));
    assertTrue(DeviceTree.hasText(DeviceTree.property(find("arm,psci-1.0"), "method"), "hvc"));
  }

  @Test
  @Tag("fuzz")
  void damagedRealTrees() throws Exception {
    DeviceTreeFuzzTest.damage(dump("riscv64", "virt"), 500);
    DeviceTreeFuzzTest.damage(dump("aarch64", "virt", "-cpu", "max"), 500);
  }

  @Test
  void cutRealTree() throws Exception {
    byte[] whole = dump("riscv64", "virt");
    for (int length = 0; length < whole.length; length += 7) {
      byte[] cut = Arrays.copyOf(whole, length);
      assertNotEquals(DeviceTree.GOOD, DeviceTree.open(TreeMemory.place(cut), length));
    }
  }

  /** The tree of a machine, without the room that QEMU leaves behind it. */
  private byte[] dump(String architecture, String machine, String... options)
      throws IOException, InterruptedException {
    Path file = folder.resolve("machine.dtb");
    List<String> command = new ArrayList<>();
    command.add("qemu-system-" + architecture);
    command.addAll(List.of("-display", "none", "-machine", machine + ",dumpdtb=" + file));
    command.addAll(List.of(options));
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertTrue(process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS), "QEMU did not end");
    assertEquals(0, process.exitValue(), String.join(" ", command));
    byte[] blob = Files.readAllBytes(file);
    ByteBuffer header = ByteBuffer.wrap(blob);
    int end = Math.max(header.getInt(8) + header.getInt(36), header.getInt(12) + header.getInt(32));
    header.putInt(4, end);
    return Arrays.copyOf(blob, end);
  }

  private static void open(byte[] blob) {
    assertEquals(DeviceTree.GOOD, DeviceTree.open(TreeMemory.place(blob), blob.length));
  }

  private static int find(String kind) {
    return MachineDescription.nextCompatible(DeviceTree.NONE, kind);
  }

  private static String memory() {
    MemoryMap.initialize();
    assertTrue(DeviceMemory.describe());
    MemoryMap.collectFree();
    assertEquals(1, MemoryMap.freeCount());
    return Long.toHexString(MemoryMap.freeStart(0)) + "+" + Long.toHexString(MemoryMap.freeBytes());
  }

  private static int cpuCount() {
    int count = 0;
    for (int cpu = MachineDescription.firstCpu();
        cpu != DeviceTree.NONE;
        cpu = MachineDescription.nextCpu(cpu)) {
      count++;
    }
    return count;
  }
}
