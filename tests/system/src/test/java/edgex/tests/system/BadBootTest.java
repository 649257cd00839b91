package edgex.tests.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import edgex.abi.BootImage;
import edgex.host.machine.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A machine that cannot boot says why on its console, tells the host, and ends. */
@Tag("qemu")
@Tag("shell")
class BadBootTest {
  private static final int AMPLE_MEBIBYTES = 256;

  @TempDir Path folder;

  @Test
  void anImageThatIsNoneIsNamed() throws Exception {
    expectEnd(new byte[BootImage.ENTRIES_OFFSET], "KERNEL PANIC: no boot image");
  }

  /** Thousandths of the image, and how many bytes more. */
  @ParameterizedTest
  @ValueSource(strings = {"0+1", "0+4095", "0+4096", "0+4097", "3+0", "500+0", "500+8", "1000-1"})
  void anImageThatIsCutShortIsNamed(String length) throws Exception {
    byte[] image = image();
    int mark = Math.max(length.indexOf('+'), length.indexOf('-'));
    long thousandths = Long.parseLong(length.substring(0, mark));
    int bytes =
        (int) (image.length * thousandths / 1000) + Integer.parseInt(length.substring(mark));
    expectEnd(Arrays.copyOf(image, bytes), "KERNEL PANIC: the boot image is cut short");
  }

  /** In the header, the table of segments, the table of files, the first program, the last file. */
  @ParameterizedTest
  @ValueSource(
      strings = {"0+9", "0+17", "0+24", "0+32", "0+80", "0+4100", "20+0", "500+0", "999+0"})
  void aFlippedBitIsNoticed(String place) throws Exception {
    byte[] image = image();
    int plus = place.indexOf('+');
    long thousandths = Long.parseLong(place.substring(0, plus));
    long offset = image.length * thousandths / 1000 + Long.parseLong(place.substring(plus + 1));
    image[(int) offset] ^= 0x10;
    expectEnd(image, "boot image");
  }

  /** The image is a small one: QEMU itself refuses one that does not fit into the memory. */
  @Test
  void tooLittleMemoryForTheKernelIsNamed() throws Exception {
    Path image = Files.write(folder.resolve("small.img"), new byte[BootImage.ENTRIES_OFFSET]);
    try (Guest guest = Guest.boot(folder, image, 16)) {
      guest.expect("EdgeX cannot boot: too little memory");
      expectEnd(guest);
    }
  }

  /**
   * The kernel lies at 10 MiB, the boot image at the end of memory: the heap is what is between.
   */
  @Test
  void tooLittleMemoryBehindTheKernelIsNamed() throws Exception {
    try (Guest guest = Guest.boot(folder, Repository.image().image(), 17)) {
      guest.expect("KERNEL PANIC: the kernel's heap is full");
      expectEnd(guest);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {18, 20, 24, 28, 32, 40})
  void tooLittleMemoryForTheComponentsIsNamed(int mebibytes) throws Exception {
    try (Guest guest = Guest.boot(folder, Repository.image().image(), mebibytes)) {
      guest.expect("KERNEL PANIC: the root process has exited");
      guest.expect(" could not be started: it may use ");
      guest.expect("give the machine more");
      expectEnd(guest);
    }
  }

  private static byte[] image() throws Exception {
    return Files.readAllBytes(Repository.image().image());
  }

  private void expectEnd(byte[] image, String reason) throws Exception {
    Path file = Files.write(folder.resolve("bad.img"), image);
    try (Guest guest = Guest.boot(folder, file, AMPLE_MEBIBYTES)) {
      guest.expect(reason);
      expectEnd(guest);
    }
  }

  private static void expectEnd(Guest guest) throws Exception {
    assertEquals(Outcome.End.STOPPED, guest.awaitEnd().end());
    assertTrue(guest.report().panicked(), "the host is told");
  }
}
