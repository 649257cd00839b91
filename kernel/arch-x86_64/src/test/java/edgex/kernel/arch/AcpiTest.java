package edgex.kernel.arch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import edgex.kernel.machine.MemoryMap;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Tables as firmware writes them, and as it should not. */
final class AcpiTest {
  @BeforeEach
  void writeTables() {
    Instructions.clear();
    LocalApic.EVENTS.clear();
    MemoryMap.initialize();
    MemoryMap.describe(0, PhysicalMemory.SIZE_BYTES, MemoryMap.TYPE_RAM);
    AcpiFirmware.writeGoodTables();
  }

  @Test
  void findsTablesByPointerAndByScan() {
    assertTrue(AcpiTables.initialize(AcpiFirmware.POINTER));
    assertEquals(AcpiFirmware.MADT, AcpiTables.find(AcpiTables.SIGNATURE_MADT));
    assertTrue(AcpiTables.initialize(0));
    assertEquals(AcpiFirmware.FADT, AcpiTables.find(AcpiTables.SIGNATURE_FADT));
    assertEquals(0, AcpiTables.find(0x54455048)); // HPET: not there
  }

  @Test
  void readsControllersProcessorsAndOverrides() {
    readAll();
    assertEquals(2, AcpiInterrupts.processorCount());
    assertEquals(24, Interrupts.lineCount());
    Interrupts.unmask(9);
    Interrupts.unmask(4);
    Interrupts.unmask(20);
    assertEquals(0x40 + 9 | 1 << 15 | 1 << 13, Instructions.redirection(AcpiFirmware.IO_APIC, 9));
    assertEquals(0x40 + 4, Instructions.redirection(AcpiFirmware.IO_APIC, 4));
    assertEquals(0x40 + 20 | 1 << 15 | 1 << 13, Instructions.redirection(AcpiFirmware.IO_APIC, 20));
    assertEquals(1 << 16, Instructions.redirection(AcpiFirmware.IO_APIC, 5));
  }

  @Test
  void levelLineIsMaskedUntilUnmasked() {
    readAll();
    Interrupts.unmask(9);
    assertTrue(Interrupts.take(9));
    assertTrue((Instructions.redirection(AcpiFirmware.IO_APIC, 9) & 1 << 16) != 0);
    assertFalse(Interrupts.take(9));
    Interrupts.unmask(9);
    assertEquals(0, Instructions.redirection(AcpiFirmware.IO_APIC, 9) & 1 << 16);
    assertEquals(List.of("end", "end"), LocalApic.EVENTS);
  }

  @Test
  void edgeDuringServiceIsReportedAfterIt() {
    readAll();
    Interrupts.unmask(4);
    assertTrue(Interrupts.take(4));
    assertEquals(0, Instructions.redirection(AcpiFirmware.IO_APIC, 4) & 1 << 16);
    assertFalse(Interrupts.take(4));
    assertTrue((Instructions.redirection(AcpiFirmware.IO_APIC, 4) & 1 << 16) != 0);
    Interrupts.unmask(4);
    assertEquals(List.of("end", "end", "self 68"), LocalApic.EVENTS);
    assertTrue(Interrupts.take(4));
  }

  @Test
  void powersOffAndResets() {
    readAll();
    AcpiPower.powerOff();
    AcpiPower.reset();
    assertEquals(List.of("out16 604 3400", "out8 cf9 f"), Instructions.EVENTS);
    assertEquals(0x608, AcpiPower.timerPort());
  }

  @Test
  void damagedChecksumMeansNoTable() {
    PhysicalMemory.write(AcpiFirmware.MADT + 50, new byte[] {77});
    assertTrue(AcpiTables.initialize(AcpiFirmware.POINTER));
    assertEquals(0, AcpiTables.find(AcpiTables.SIGNATURE_MADT));
    PhysicalMemory.write(AcpiFirmware.ROOT + 37, new byte[] {77});
    assertFalse(AcpiTables.initialize(AcpiFirmware.POINTER));
  }

  @Test
  void lengthBeyondMemoryMeansNoTable() {
    for (int length : new int[] {0, 35, -1, Integer.MIN_VALUE, 1 << 21, Integer.MAX_VALUE}) {
      AcpiFirmware.writeGoodTables();
      PhysicalMemory.write32(AcpiFirmware.ROOT + AcpiTables.LENGTH_OFFSET, length);
      assertFalse(AcpiTables.initialize(AcpiFirmware.POINTER), "length " + length);
    }
  }

  @Test
  void everyTruncationOfInterruptTableIsRead() {
    readAll();
    int full = AcpiTables.length(AcpiFirmware.MADT);
    for (int length = AcpiTables.HEADER_BYTES; length < full; length++) {
      PhysicalMemory.write32(AcpiFirmware.MADT + AcpiTables.LENGTH_OFFSET, length);
      IoApic.initialize();
      AcpiInterrupts.addControllers(AcpiFirmware.MADT);
      Interrupts.initialize();
      AcpiInterrupts.applyOverrides(AcpiFirmware.MADT);
      assertTrue(AcpiInterrupts.processorCount() <= 2);
      assertTrue(Interrupts.lineCount() <= 24);
    }
  }

  /** Random damage with the checksums made right again: the parsers meet what sums can't catch. */
  @Test
  @Tag("fuzz")
  void randomDamageNeverEscapesMemory() {
    Random random = new Random(20261122);
    // In proportion to the million calls that the kernel's fuzzer makes by default.
    long rounds = 5_000 * Math.max(1, Long.getLong("edgex.fuzz.calls", 1) / 1_000_000);
    for (long round = 0; round < rounds; round++) {
      AcpiFirmware.writeGoodTables();
      long table = AcpiFirmware.MADT + 0x1000L * random.nextInt(3);
      int length = AcpiTables.length(table);
      for (int i = random.nextInt(8); i >= 0; i--) {
        PhysicalMemory.write(
            table + AcpiTables.HEADER_BYTES + random.nextInt(length - AcpiTables.HEADER_BYTES),
            new byte[] {(byte) random.nextInt()});
      }
      repairChecksum(table, length);
      readAll();
      AcpiPower.sleepTypes();
      AcpiPower.powerOff();
      AcpiPower.reset();
    }
  }

  @Test
  void controllerInMemoryOrBeyondTheVectorsIsRefused() {
    IoApic.initialize();
    assertFalse(IoApic.add(0x1000, 0));
    assertFalse(IoApic.add(AcpiFirmware.IO_APIC + 1, 0));
    assertFalse(IoApic.add(AcpiFirmware.IO_APIC, -1));
    assertFalse(IoApic.add(AcpiFirmware.IO_APIC, Interrupts.MAXIMUM_LINES));
    assertEquals(0, IoApic.lineCount());
    assertTrue(IoApic.add(AcpiFirmware.IO_APIC, 16));
    assertEquals(40, IoApic.lineCount());
  }

  private static void repairChecksum(long table, int length) {
    PhysicalMemory.write(table + 9, new byte[1]);
    byte[] content = new byte[length];
    for (int i = 0; i < length; i++) {
      content[i] = (byte) PhysicalMemory.read8(table + i);
    }
    PhysicalMemory.write(table + 9, new byte[] {AcpiFirmware.checksum(content, length)});
  }

  private static void readAll() {
    AcpiTables.initialize(AcpiFirmware.POINTER);
    IoApic.initialize();
    long madt = AcpiTables.find(AcpiTables.SIGNATURE_MADT);
    AcpiInterrupts.addControllers(madt);
    Interrupts.initialize();
    AcpiInterrupts.applyOverrides(madt);
    AcpiPower.initialize(AcpiTables.find(AcpiTables.SIGNATURE_FADT));
  }
}
