package edgex.kernel.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import edgex.kernel.arch.TreeMemory;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Trees that are as they should be, and each way to be none. */
final class DeviceTreeTest {
  @Test
  void walksTheTree() {
    open(SampleTree.blob());
    int root = DeviceTree.root();
    List<Integer> children = new ArrayList<>();
    for (int at = DeviceTree.firstChild(root);
        at != DeviceTree.NONE;
        at = DeviceTree.nextSibling(at)) {
      assertEquals(root, DeviceTree.parent(at));
      children.add(at);
    }
    assertEquals(6, children.size());
    assertTrue(DeviceTree.isNamed(children.get(3), "memory"));
    assertFalse(DeviceTree.isNamed(children.get(3), "memor"));
    int nodes = 0;
    for (int at = root; at != DeviceTree.NONE; at = DeviceTree.next(at)) {
      nodes++;
    }
    assertEquals(16, nodes);
    assertEquals(DeviceTree.NONE, DeviceTree.parent(root));
    assertEquals(DeviceTree.NONE, DeviceTree.nextSibling(root));
  }

  @Test
  void readsProperties() {
    open(SampleTree.blob());
    int uart = MachineDescription.nextCompatible(DeviceTree.NONE, "ns16550a");
    int compatible = DeviceTree.property(uart, "compatible");
    assertTrue(DeviceTree.hasText(compatible, "acme,uart"));
    assertFalse(DeviceTree.hasText(compatible, "acme,uar"));
    assertFalse(DeviceTree.hasText(compatible, "uart"));
    assertFalse(DeviceTree.hasText(DeviceTree.NONE, "uart"));
    int registers = DeviceTree.property(uart, "reg");
    assertEquals(6, DeviceTree.cellCount(registers));
    assertEquals(0x70, DeviceTree.cell(registers, 2, -1));
    assertEquals(-5, DeviceTree.cell(registers, 6, -5));
    assertEquals(DeviceTree.NONE, DeviceTree.property(uart, "re"));
    assertEquals(uart, MachineDescription.byHandle(3));
    assertEquals(DeviceTree.NONE, MachineDescription.byHandle(0));
  }

  @Test
  void everythingButATreeIsRefusedWithItsReason() {
    assertEquals(DeviceTree.MISSING, DeviceTree.open(0, 1 << 20));
    assertEquals(DeviceTree.MISSING, DeviceTree.open(12, 1 << 20));
    assertEquals(DeviceTree.MISSING, DeviceTree.open(4096, 39));
    assertEquals(DeviceTree.NONE, DeviceTree.root());
    assertEquals(DeviceTree.FOREIGN, withWord(0, 0xedfe0dd0));
    assertEquals(DeviceTree.VERSION, withWord(20, 16));
    assertEquals(DeviceTree.VERSION, withWord(24, 18));
    int size = SampleTree.blob().length;
    for (int total : new int[] {-1, 0, 39, size + 8, Integer.MIN_VALUE, Integer.MAX_VALUE}) {
      assertEquals(DeviceTree.CUT, withWord(4, total), "total size " + total);
    }
    for (int field : new int[] {8, 12, 16, 32, 36}) {
      for (int value : new int[] {-4, size + 4, Integer.MIN_VALUE, Integer.MAX_VALUE}) {
        assertEquals(DeviceTree.CUT, withWord(field, value), field + ": " + value);
      }
    }
  }

  @Test
  void brokenStructureIsDamage() {
    assertEquals(DeviceTree.DAMAGED, result(new TreeWriter().blob()), "no root");
    assertEquals(DeviceTree.DAMAGED, result(new TreeWriter().begin("").blob()), "no end of a node");
    assertEquals(DeviceTree.DAMAGED, result(new TreeWriter().end().blob()), "no begin of a node");
    assertEquals(
        DeviceTree.DAMAGED,
        result(new TreeWriter().begin("").end().begin("").end().blob()),
        "two roots");
    assertEquals(
        DeviceTree.DAMAGED,
        result(new TreeWriter().cells("outside", 1).begin("").end().blob()),
        "property outside");
    TreeWriter deep = new TreeWriter();
    for (int i = 0; i < 65; i++) {
      deep.begin("node");
    }
    for (int i = 0; i < 65; i++) {
      deep.end();
    }
    assertEquals(DeviceTree.DAMAGED, result(deep.blob()), "too deep");
  }

  /** Cut at every byte: with the old length, and with a header that agrees. */
  @Test
  void everyCutIsFound() {
    byte[] whole = SampleTree.blob();
    for (int length = 0; length < whole.length; length++) {
      byte[] cut = Arrays.copyOf(whole, length);
      long address = TreeMemory.place(cut);
      assertNotEquals(DeviceTree.GOOD, DeviceTree.open(address, length), "cut at " + length);
      if (length >= 40) {
        ByteBuffer.wrap(cut).putInt(4, length);
        address = TreeMemory.place(cut);
        assertEquals(DeviceTree.CUT, DeviceTree.open(address, length), "cut at " + length);
      }
    }
  }

  @Test
  void everyResultHasItsMessage() {
    List<String> messages = new ArrayList<>();
    for (int result = DeviceTree.GOOD; result <= DeviceTree.DAMAGED; result++) {
      messages.add(DeviceTree.message(result));
    }
    assertEquals(messages.size(), messages.stream().distinct().count());
  }

  private static void open(byte[] blob) {
    assertEquals(DeviceTree.GOOD, result(blob));
  }

  private static int result(byte[] blob) {
    return DeviceTree.open(TreeMemory.place(blob), blob.length);
  }

  private static int withWord(int offset, int value) {
    byte[] blob = SampleTree.blob();
    ByteBuffer.wrap(blob).putInt(offset, value);
    return result(blob);
  }
}
