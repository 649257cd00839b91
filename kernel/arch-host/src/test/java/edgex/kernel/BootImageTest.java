package edgex.kernel;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import edgex.abi.BootImage;
import edgex.abi.FaultKind;
import edgex.abi.SystemCallNumbers;
import edgex.kernel.arch.HostImage;
import edgex.kernel.arch.HostMachine;
import edgex.kernel.object.PoolSizes;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A boot image that is not whole, or that asks for nonsense, ends the machine with a reason. */
class BootImageTest {
  private static final int RAM_BYTES = 2 << 20;
  private static final int HEADER_BYTES = BootImage.SEGMENTS_OFFSET + 2 * BootImage.SEGMENT_BYTES;
  private static final int FUZZ_IMAGES = 3_000;

  @Test
  void everyTruncationIsNoticed() {
    byte[] image = HostImage.create();
    for (int length = 0; length < image.length; length += length < 4200 ? 1 : 61) {
      expectEnd(Arrays.copyOf(image, length), "the boot image is cut short");
    }
  }

  @Test
  void everyFlippedBitIsNoticed() {
    byte[] image = HostImage.create();
    for (int bit = 0;
        bit < image.length * Byte.SIZE;
        bit += bit < HEADER_BYTES * Byte.SIZE ? 1 : 97) {
      byte[] damaged = image.clone();
      damaged[bit / Byte.SIZE] ^= (byte) (1 << (bit % Byte.SIZE));
      expectEnd(damaged, "boot image");
    }
  }

  @Test
  void twoErrorsDoNotCancelOut() {
    byte[] image = HostImage.create();
    for (int other = 2 * 4096 + 15; other < 3 * 4096; other += 8) {
      byte[] damaged = image.clone();
      damaged[2 * 4096 + 7] ^= (byte) 0x80;
      damaged[other] ^= (byte) 0x80;
      expectEnd(damaged, "the boot image is damaged");
    }
  }

  @Test
  void anotherVersionIsNamed() {
    byte[] image = HostImage.create();
    image[BootImage.VERSION_OFFSET]++;
    expectEnd(HostImage.seal(image), "boot image of another version");
  }

  /** With a right checksum: what a wrong image builder could write. */
  @ParameterizedTest
  @ValueSource(ints = {0, 9, -1, Integer.MAX_VALUE})
  void wrongSegmentCountIsNamed(int count) {
    byte[] image = HostImage.create();
    for (int i = 0; i < Integer.BYTES; i++) {
      image[BootImage.SEGMENT_COUNT_OFFSET + i] = (byte) (count >> (Byte.SIZE * i));
    }
    expectEnd(HostImage.seal(image), "wrong number of segments");
  }

  @Test
  @Tag("fuzz")
  void strangeHeadersBootOrEndWithAReason() {
    SplittableRandom random = new SplittableRandom(7);
    long[] numbers = {0, 1, -1, 4095, 4096, 1L << 20, 1L << 47, Long.MAX_VALUE, Long.MIN_VALUE};
    for (int i = 0; i < FUZZ_IMAGES; i++) {
      byte[] image = HostImage.create();
      for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
        int at = 8 * random.nextInt(HEADER_BYTES / 8);
        long value =
            random.nextBoolean() ? numbers[random.nextInt(numbers.length)] : random.nextLong();
        for (int b = 0; b < Long.BYTES; b++) {
          image[at + b] = (byte) (value >> (Byte.SIZE * b));
        }
      }
      bootsOrEnds(HostImage.seal(image));
    }
  }

  @Test
  void tooLittleMemoryIsNamed() {
    byte[] image = HostImage.create();
    for (int ramBytes = image.length + 4096; ramBytes < 60 * 4096; ramBytes += 4096) {
      bootsOrEnds(image, ramBytes);
    }
  }

  @Test
  void endOfTheRootProcessIsTheEndOfTheMachine() {
    boot(HostImage.create(), RAM_BYTES, "");
    HostMachine.systemCall(SystemCallNumbers.NULL_CALL);
    IllegalStateException end =
        assertThrows(
            IllegalStateException.class,
            () -> HostMachine.systemCall(SystemCallNumbers.PROCESS_EXIT, 1));
    assertTrue(end.getMessage().contains("the root process has exited"), end.getMessage());
    assertTrue(end.getMessage().contains("root process started"), "the log is shown");
  }

  @Test
  void faultOfTheRootProcessIsAPanic() {
    boot(HostImage.create(), RAM_BYTES, "verbose");
    IllegalStateException end =
        assertThrows(
            IllegalStateException.class, () -> HostMachine.fault(FaultKind.READ, 0xabc0, 4));
    assertTrue(end.getMessage().contains("the root process has faulted"), end.getMessage());
    assertTrue(end.getMessage().contains("fault address 000000000000abc0"), end.getMessage());
  }

  private static void expectEnd(byte[] image, String reason) {
    IllegalStateException end =
        assertThrows(IllegalStateException.class, () -> boot(image, RAM_BYTES, ""));
    assertTrue(end.getMessage().contains("KERNEL PANIC: "), end.getMessage());
    assertTrue(end.getMessage().contains(reason), end.getMessage());
  }

  private static void bootsOrEnds(byte[] image) {
    bootsOrEnds(image, RAM_BYTES);
  }

  private static void bootsOrEnds(byte[] image, int ramBytes) {
    try {
      boot(image, ramBytes, "");
      Invariants.check();
    } catch (IllegalStateException end) {
      assertTrue(end.getMessage().contains("KERNEL PANIC: "), end.getMessage());
    }
  }

  private static void boot(byte[] image, int ramBytes, String commandLine) {
    PoolSizes sizes = new PoolSizes();
    sizes.processes = 2;
    sizes.threads = 2;
    sizes.memories = 12;
    sizes.interrupts = 1;
    sizes.devices = 2;
    sizes.capabilities = 20;
    sizes.mappings = 12;
    HostMachine.boot(ramBytes, sizes, commandLine, image);
  }
}
