package edgex.kernel.machine;

import static org.junit.jupiter.api.Assertions.assertTrue;

import edgex.kernel.arch.TreeMemory;
import java.nio.ByteBuffer;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Damaged trees: each is refused, or everything that reads it ends and stays inside. */
final class DeviceTreeFuzzTest {
  @Test
  @Tag("fuzz")
  void randomDamageNeverEscapesTheTree() {
    // In proportion to the million calls that the kernel's fuzzer makes by default.
    damage(SampleTree.blob(), 5_000 * Math.max(1, Long.getLong("edgex.fuzz.calls", 1) / 1_000_000));
  }

  /** Damages a tree again and again, in bytes and in whole words; simulated RAM ends with it. */
  static void damage(byte[] whole, long rounds) {
    Random random = new Random(20261122);
    int[] words = {0, 1, 2, 3, 4, 9, -1, Integer.MIN_VALUE, Integer.MAX_VALUE};
    int readable = 0;
    for (long round = 0; round < rounds; round++) {
      byte[] blob = whole.clone();
      for (int i = random.nextInt(6); i >= 0; i--) {
        if (random.nextBoolean()) {
          blob[random.nextInt(blob.length)] = (byte) random.nextInt();
        } else {
          int offset = random.nextInt(blob.length / 4) * 4;
          ByteBuffer.wrap(blob).putInt(offset, words[random.nextInt(words.length)]);
        }
      }
      if (DeviceTree.open(TreeMemory.place(blob), blob.length) == DeviceTree.GOOD) {
        readable++;
        readEverything();
      }
    }
    assertTrue(readable > rounds / 10, readable + " of " + rounds + " could be read");
  }

  static void readEverything() {
    MemoryMap.initialize();
    DeviceMemory.describe();
    MemoryMap.collectFree();
    DeviceMemory.freeEnd(SampleTree.RAM);
    MachineDescription.timebaseHertz();
    MachineDescription.commandLine();
    MachineDescription.console();
    for (int cpu = MachineDescription.firstCpu();
        cpu != DeviceTree.NONE;
        cpu = MachineDescription.nextCpu(cpu)) {
      DeviceRegisters.identifier(cpu);
    }
    for (int node = DeviceTree.root(); node != DeviceTree.NONE; node = DeviceTree.next(node)) {
      DeviceTree.parent(node);
      DeviceRegisters.start(node, 0);
      DeviceRegisters.start(node, 1);
      DeviceRegisters.sizeBytes(node, Integer.MAX_VALUE);
      MachineDescription.isKind(node, "ns16550a");
      MachineDescription.isUsable(node);
    }
  }
}
