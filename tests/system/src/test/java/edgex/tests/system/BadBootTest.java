package edgex.tests.system;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A machine that cannot boot says why on its console. */
@Tag("qemu")
@Tag("shell")
class BadBootTest {
  private static final int AMPLE_MEBIBYTES = 256;
  private static final int TOO_FEW_MEBIBYTES = 16;
  private static final int BAD_IMAGE_BYTES = 4096;

  @TempDir Path folder;

  @Test
  void anImageThatIsNoneIsNamed() throws Exception {
    Path image = Files.write(folder.resolve("bad.img"), new byte[BAD_IMAGE_BYTES]);
    try (Guest guest = Guest.boot(folder, image, AMPLE_MEBIBYTES)) {
      guest.expect("KERNEL PANIC: no boot image");
    }
  }

  @Test
  void tooLittleMemoryIsNamed() throws Exception {
    try (Guest guest = Guest.boot(folder, Repository.image().image(), TOO_FEW_MEBIBYTES)) {
      guest.expect("EdgeX cannot boot: too little memory");
    }
  }
}
