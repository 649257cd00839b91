package edgex.boot.uefi.start;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import edgex.boot.uefi.BootFiles;
import edgex.boot.uefi.FirmwareExit;
import edgex.boot.uefi.Memory;
import edgex.boot.uefi.SimulatedFirmware;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The whole loader over simulated firmware: what a kernel gets, and every way to fail. */
@Tag("boot")
class StartTest {
  private static final int MACHINE = 62;
  private static final long PLACE = 10 << 20;
  private static final long ACPI = 0x11d3_e4f1_8868_e871L;
  private static final long ROOT_POINTER = 0x30_0000;

  private final SimulatedFirmware firmware = new SimulatedFirmware();

  @BeforeEach
  void prepare() {
    BootFiles.putAll(firmware, BootFiles.kernel(MACHINE, PLACE));
    firmware.publish(ACPI, ROOT_POINTER);
    firmware.use(ROOT_POINTER, Memory.PAGE_BYTES, SimulatedFirmware.TYPE_ACPI_TABLES);
  }

  private static Leave.Entered enter() {
    return assertThrows(Leave.Entered.class, () -> Start.main(new String[0]));
  }

  private static void expectFailure(String message) {
    FirmwareExit exit = assertThrows(FirmwareExit.class, () -> Start.main(new String[0]));
    assertTrue(exit.getMessage().startsWith("EdgeX cannot boot: "), exit.getMessage());
    assertTrue(exit.getMessage().contains(message), exit.getMessage());
    assertTrue(exit.getMessage().endsWith("\r\n"), exit.getMessage());
  }

  @Test
  void theKernelIsStagedForItsPlace() {
    Leave.Entered entered = enter();
    assertTrue(firmware.isGone());
    assertEquals(PLACE, entered.place);
    assertEquals(PLACE + BootFiles.ENTRY_DISTANCE, entered.entry);
    assertEquals(BootFiles.KERNEL_BYTES, entered.sizeBytes);
    byte[] expected = new byte[BootFiles.KERNEL_BYTES];
    Arrays.fill(expected, 0, 0x1000, (byte) 1);
    Arrays.fill(expected, 0x2000, 0x2123, (byte) 2);
    assertArrayEquals(expected, Memory.read(entered.staged, BootFiles.KERNEL_BYTES));
    assertArrayEquals(
        Memory.read(Leave.CODE, Leave.CODE_BYTES), Memory.read(entered.code, Leave.CODE_BYTES));
  }

  @Test
  void theStartInformationNamesImageCommandAndTables() {
    long information = enter().information;
    assertEquals(0x336ec578, Memory.read32(information));
    assertEquals(1, Memory.read32(information + 12));
    long module = Memory.read64(information + 16);
    byte[] image = BootFiles.image();
    assertEquals(image.length, Memory.read64(module + 8));
    assertArrayEquals(image, Memory.read(Memory.read64(module), image.length));
    assertEquals(0, Memory.read64(module) % Memory.PAGE_BYTES);
    byte[] line = "image=default -- ls /\0".getBytes(StandardCharsets.US_ASCII);
    assertArrayEquals(line, Memory.read(Memory.read64(information + 24), line.length));
    assertEquals(ROOT_POINTER, Memory.read64(information + 32));
  }

  /** Whatever the loader and the firmware's boot services had is the kernel's; neighbours join. */
  @Test
  void theMemoryMapIsShort() {
    firmware.use(20 << 20, 1 << 20, SimulatedFirmware.TYPE_BOOT_SERVICES);
    firmware.use(30 << 20, 1 << 20, SimulatedFirmware.TYPE_RESERVED);
    long information = enter().information;
    long map = Memory.read64(information + 40);
    long[][] expected = {
      {0x1000, 0xff000, 2},
      {0x100000, 0x200000, 1},
      {0x300000, 0x1000, 3},
      {0x301000, (30 << 20) - 0x301000, 1},
      {30 << 20, 1 << 20, 2},
      {31 << 20, 33 << 20, 1},
    };
    assertEquals(expected.length, Memory.read32(information + 48));
    for (int i = 0; i < expected.length; i++) {
      assertEquals(expected[i][0], Memory.read64(map + i * 24L), "start " + i);
      assertEquals(expected[i][1], Memory.read64(map + i * 24L + 8), "size " + i);
      assertEquals(expected[i][2], Memory.read32(map + i * 24L + 16), "type " + i);
    }
  }

  @Test
  void memoryOfBootServicesAtTheKernelsPlaceIsNoObstacle() {
    firmware.use(PLACE - 4096, 16 << 20, SimulatedFirmware.TYPE_BOOT_SERVICES);
    assertEquals(PLACE, enter().place);
  }

  @Test
  void norIsPartOfIt() {
    firmware.use(PLACE + 4096, 4096, SimulatedFirmware.TYPE_BOOT_SERVICES);
    assertEquals(PLACE, enter().place);
  }

  @Test
  void memoryThatTheFirmwareKeepsThereIs() {
    firmware.use(PLACE + 4096, 4096, SimulatedFirmware.TYPE_RESERVED);
    expectFailure("the firmware keeps the memory at 10 MiB");
  }

  @Test
  void aMapThatChangesIsReadAgain() {
    firmware.refuseToGo(3);
    enter();
    assertTrue(firmware.isGone());
  }

  @Test
  void firmwareThatNeverGoesIsNamed() {
    firmware.refuseToGo(Integer.MAX_VALUE);
    expectFailure("the firmware does not let go of the machine");
  }

  @Test
  void aVolumeThatCannotBeReadIsNamed() {
    firmware.breakVolume();
    expectFailure("cannot read the volume");
  }

  @Test
  void missingFilesAreNamed() {
    firmware.remove(BootFiles.KERNEL);
    expectFailure("\\EDGEX\\KERNEL.ELF is missing");
    prepare();
    firmware.remove(BootFiles.IMAGE);
    expectFailure("\\EDGEX\\BOOT.IMG is missing");
  }

  @Test
  void withoutACommandLineTheKernelGetsNone() {
    firmware.remove(BootFiles.COMMAND);
    assertEquals(0, Memory.read8(Memory.read64(enter().information + 24)));
  }

  @Test
  void theLongestCommandLineFitsAndNoLongerOne() {
    firmware.put(BootFiles.COMMAND, BootFiles.command("x".repeat(2047)));
    long text = Memory.read64(enter().information + 24);
    assertEquals(
        "x".repeat(2047) + "\0", new String(Memory.read(text, 2048), StandardCharsets.US_ASCII));
    SimulatedFirmware again = new SimulatedFirmware();
    BootFiles.putAll(again, BootFiles.kernel(MACHINE, PLACE));
    again.put(BootFiles.COMMAND, BootFiles.command("x".repeat(2048)));
    expectFailure("the line is longer than 2047 bytes");
  }

  @Test
  void aDiskThatFailsIsNamed() {
    for (int reads = 0; reads < 7; reads++) {
      SimulatedFirmware broken = new SimulatedFirmware();
      BootFiles.putAll(broken, BootFiles.kernel(MACHINE, PLACE));
      broken.breakDiskAfter(reads);
      expectFailure("the firmware cannot read the disk");
    }
  }

  @Test
  void tooLittleMemoryIsNamed() {
    firmware.put(BootFiles.IMAGE, new byte[Memory.SIZE_BYTES]);
    expectFailure("too little memory");
  }

  @Test
  void aMachineWithoutTablesIsNamed() {
    firmware.publish(ACPI, 0);
    expectFailure("no ACPI tables");
  }

  @Test
  void aKernelForAnotherProcessorIsNamed() {
    firmware.put(BootFiles.KERNEL, BootFiles.kernel(183, PLACE));
    expectFailure("for another processor");
  }

  @Test
  void badKernelsAreNamed() {
    byte[] kernel = BootFiles.kernel(MACHINE, PLACE);
    firmware.put(BootFiles.KERNEL, new byte[0]);
    expectFailure("is no ELF file");
    firmware.put(BootFiles.KERNEL, Arrays.copyOf(kernel, 63));
    expectFailure("is no ELF file");
    firmware.put(BootFiles.KERNEL, Arrays.copyOf(kernel, 0x1800));
    expectFailure("its ELF headers make no sense");
    byte[] narrow = kernel.clone();
    narrow[4] = 1;
    firmware.put(BootFiles.KERNEL, narrow);
    expectFailure("is no kernel of 64 bits");
  }

  @Test
  void badImagesAreNamed() {
    byte[] image = BootFiles.image();
    firmware.put(BootFiles.IMAGE, Arrays.copyOf(image, 4095));
    expectFailure("cut short");
    firmware.put(BootFiles.IMAGE, Arrays.copyOf(image, image.length - 1));
    expectFailure("cut short");
    firmware.put(BootFiles.IMAGE, new byte[8192]);
    expectFailure("is no boot image");
    byte[] version = image.clone();
    version[8]++;
    firmware.put(BootFiles.IMAGE, version);
    expectFailure("of another version");
  }

  @Test
  void everyFlippedBitOfTheImageIsFound() {
    byte[] image = BootFiles.image();
    Random random = new Random(1);
    for (int round = 0; round < 50; round++) {
      byte[] damaged = image.clone();
      damaged[12 + random.nextInt(image.length - 12)] ^= (byte) (1 << random.nextInt(8));
      SimulatedFirmware next = new SimulatedFirmware();
      BootFiles.putAll(next, BootFiles.kernel(MACHINE, PLACE));
      next.put(BootFiles.IMAGE, damaged);
      expectFailure("write the disk image again");
    }
  }

  /** A damaged kernel ends in a message or is entered; the loader itself never goes astray. */
  @Test
  @Tag("fuzz")
  void damagedKernelsNeverLeadAstray() {
    Random random = new Random(2);
    int refused = 0;
    for (int round = 0; round < 400; round++) {
      byte[] kernel = BootFiles.kernel(MACHINE, PLACE);
      for (int change = 0; change <= random.nextInt(4); change++) {
        int place = random.nextInt(64 + 3 * 56);
        kernel[place] =
            random.nextBoolean() ? (byte) random.nextInt() : (byte) (random.nextInt(3) * 0x7f);
      }
      SimulatedFirmware next = new SimulatedFirmware();
      BootFiles.putAll(next, kernel);
      next.publish(ACPI, ROOT_POINTER);
      try {
        Start.main(new String[0]);
      } catch (FirmwareExit exit) {
        assertTrue(exit.getMessage().startsWith("EdgeX cannot boot: "), exit.getMessage());
        refused++;
      } catch (Leave.Entered entered) {
        assertTrue(entered.entry >= entered.place);
        assertTrue(entered.entry < entered.place + entered.sizeBytes);
      }
    }
    assertTrue(refused > 100, "refused " + refused);
  }
}
