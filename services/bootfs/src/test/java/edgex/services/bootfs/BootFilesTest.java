package edgex.services.bootfs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import edgex.abi.BootImage;
import edgex.abi.Rights;
import edgex.abi.ipc.ServiceException;
import edgex.abi.service.DirectoryEntry;
import edgex.abi.service.FileStatus;
import edgex.abi.service.FilesErrors;
import edgex.runtime.image.ImageFormatException;
import edgex.runtime.image.ImageIndex;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class BootFilesTest {
  private static final String[] NAMES = {
    "bin/ls*", "models/big/a.onnx", "models/big/b.onnx", "models/mnist.onnx", "models2", "readme"
  };

  private final ImageBytes image = ImageBytes.of(NAMES);
  private BootFiles files;

  @BeforeEach
  void openImage() throws ImageFormatException {
    files = new BootFiles(image, ImageIndex.read(image));
  }

  @Test
  void statusTellsFilesProgramsAndDirectories() throws ServiceException {
    assertEquals(new FileStatus(FileStatus.FILE, 0, 6), files.status(0, "readme"));
    assertEquals(
        new FileStatus(FileStatus.FILE, FileStatus.FLAG_PROGRAM, 6), files.status(0, "bin/ls"));
    assertEquals(new FileStatus(FileStatus.DIRECTORY, 0, 2), files.status(0, "models"));
    assertEquals(new FileStatus(FileStatus.DIRECTORY, 0, 4), files.status(0, ""));
    assertFails(FilesErrors.NOT_FOUND, () -> files.status(0, "model"));
    assertFails(FilesErrors.NOT_FOUND, () -> files.status(0, "readme/x"));
  }

  @Test
  void listShowsDirectChildrenOnly() throws ServiceException {
    assertEquals(List.of("bin", "models", "models2", "readme"), list(""));
    assertEquals(List.of("big", "mnist.onnx"), list("models"));
    assertFails(FilesErrors.NOT_A_DIRECTORY, () -> files.list(0, "readme", 0));
    assertFails(FilesErrors.END, () -> files.list(0, "models", -1));
    assertFails(FilesErrors.NOT_FOUND, () -> files.list(0, "no", 0));
  }

  @Test
  void readsAnyPart() throws ServiceException {
    byte[] buffer = new byte[4];
    assertEquals(4, files.read(0, "readme", 1, buffer));
    assertEquals("eadm", new String(buffer, StandardCharsets.UTF_8));
    assertEquals(1, files.read(0, "readme", 5, buffer));
    assertEquals(0, files.read(0, "readme", 6, buffer));
    assertEquals(0, files.read(0, "readme", Long.MAX_VALUE, buffer));
    assertFails(FilesErrors.INVALID_OFFSET, () -> files.read(0, "readme", -1, buffer));
    assertFails(FilesErrors.IS_A_DIRECTORY, () -> files.read(0, "models", 0, buffer));
  }

  @Test
  void onlyProgramsAreMappedExecutable() throws ServiceException {
    assertEquals(2, files.map(0, "bin/ls").memory());
    assertEquals(Rights.READ | Rights.GRANT | Rights.EXECUTE, image.sliceRights);
    assertEquals(6, files.map(0, "readme").sizeBytes());
    assertEquals(Rights.READ | Rights.GRANT, image.sliceRights);
  }

  @Test
  void nothingCanBeChanged() {
    assertFails(FilesErrors.READ_ONLY, () -> files.write(0, "readme", 0, new byte[1]));
    assertFails(FilesErrors.READ_ONLY, () -> files.resize(0, "new", 0));
    assertFails(FilesErrors.READ_ONLY, () -> files.makeDirectory(0, "new"));
    assertFails(FilesErrors.READ_ONLY, () -> files.remove(0, "readme"));
    assertFails(FilesErrors.READ_ONLY, () -> files.rename(0, "readme", "new"));
  }

  @Test
  void malformedImagesAreRefused() {
    image.bytes.putLong(BootImage.MAGIC_OFFSET, 1);
    assertThrows(ImageFormatException.class, () -> ImageIndex.read(image));
  }

  @Test
  @Tag("fuzz")
  void anyTableIsReadOrRefused() {
    Random random = new Random(5);
    int tableBytes = ImageBytes.entryAt(NAMES.length);
    int refused = 0;
    // In proportion to the million calls that the kernel's fuzzer makes by default.
    long rounds = 20_000 * Math.max(1, Long.getLong("edgex.fuzz.calls", 1) / 1_000_000);
    for (long round = 0; round < rounds; round++) {
      ImageBytes mutated = ImageBytes.of(NAMES);
      for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
        mutated.bytes.put(random.nextInt(tableBytes), (byte) random.nextInt());
      }
      refused += isRefused(mutated) ? 1 : 0;
    }
    assertFalse(refused == 0);
  }

  private static boolean isRefused(ImageBytes mutated) {
    try {
      ImageIndex index = ImageIndex.read(mutated);
      BootFiles files = new BootFiles(mutated, index);
      for (int i = 0; i < index.size(); i++) {
        files.read(0, index.get(i).name(), 0, new byte[16]);
      }
      return false;
    } catch (ImageFormatException | ServiceException e) {
      return true;
    }
  }

  private List<String> list(String directory) throws ServiceException {
    List<String> names = new ArrayList<>();
    while (true) {
      try {
        DirectoryEntry entry = files.list(0, directory, names.size());
        assertEquals(files.status(0, path(directory, entry.name())).kind(), entry.kind());
        names.add(entry.name());
      } catch (ServiceException e) {
        assertEquals(FilesErrors.END, e.code());
        return names;
      }
    }
  }

  private static String path(String directory, String name) {
    return directory.isEmpty() ? name : directory + "/" + name;
  }

  private static void assertFails(int code, Executable operation) {
    assertEquals(code, assertThrows(ServiceException.class, operation).code());
  }
}
