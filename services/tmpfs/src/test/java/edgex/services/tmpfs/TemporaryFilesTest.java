package edgex.services.tmpfs;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import edgex.abi.ipc.ServiceException;
import edgex.abi.service.FileStatus;
import edgex.abi.service.FilesErrors;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class TemporaryFilesTest {
  private static final long LIMIT_BYTES = 64 * 1024;

  private final HeapExtents extents = new HeapExtents(1 << 20);
  private final TemporaryFiles files = new TemporaryFiles(new FileTree(extents, LIMIT_BYTES));

  @Test
  void writtenBytesAreRead() throws ServiceException {
    make("a", "hello");
    assertEquals("hello", content("a"));
    assertEquals(new FileStatus(FileStatus.FILE, 0, 5), files.status(0, "a"));
  }

  @Test
  void gapsReadAsZeroEvenAfterShrinking() throws ServiceException {
    make("a", "hello");
    files.resize(0, "a", 1);
    files.write(0, "a", 3, bytes("x"));
    assertEquals("h\0\0x", content("a"));
  }

  @Test
  void directoriesListTheirEntriesInOrder() throws ServiceException {
    files.makeDirectory(0, "d");
    make("d/b", "12");
    make("d/a", "");
    files.makeDirectory(0, "d/c");
    assertEquals("a", files.list(0, "d", 0).name());
    assertEquals(2, files.list(0, "d", 1).sizeBytes());
    assertEquals(FileStatus.DIRECTORY, files.list(0, "d", 2).kind());
    assertFails(FilesErrors.END, () -> files.list(0, "d", 3));
    assertFails(FilesErrors.END, () -> files.list(0, "d", -1));
    assertEquals("d", files.list(0, "", 0).name());
  }

  @Test
  void everyRefusalHasItsCode() throws ServiceException {
    make("f", "x");
    files.makeDirectory(0, "d");
    make("d/x", "y");
    assertFails(FilesErrors.NOT_FOUND, () -> files.status(0, "no"));
    assertFails(FilesErrors.NOT_FOUND, () -> files.status(0, "f/below"));
    assertFails(FilesErrors.NOT_FOUND, () -> files.resize(0, "no/file", 1));
    assertFails(FilesErrors.NOT_A_DIRECTORY, () -> files.list(0, "f", 0));
    assertFails(FilesErrors.IS_A_DIRECTORY, () -> files.read(0, "d", 0, new byte[1]));
    assertFails(FilesErrors.IS_A_DIRECTORY, () -> files.resize(0, "d", 1));
    assertFails(FilesErrors.INVALID_OFFSET, () -> files.write(0, "f", -1, bytes("x")));
    assertFails(FilesErrors.INVALID_OFFSET, () -> files.resize(0, "f", -1));
    assertFails(FilesErrors.NO_SPACE, () -> files.write(0, "f", Long.MAX_VALUE, bytes("xy")));
    assertFails(FilesErrors.NOT_EMPTY, () -> files.remove(0, "d"));
    assertFails(FilesErrors.NOT_EMPTY, () -> files.remove(0, ""));
    assertFails(FilesErrors.EXISTS, () -> files.makeDirectory(0, "f"));
    assertFails(FilesErrors.EXISTS, () -> files.rename(0, "d/x", "f"));
    assertFails(FilesErrors.INVALID_PATH, () -> files.rename(0, "d", "d/e"));
    assertFails(FilesErrors.EMPTY, () -> files.map(0, emptyFile()));
    for (String path : new String[] {"/f", "f/", "a//b", ".", "d/../f", "a\0b"}) {
      assertFails(FilesErrors.INVALID_PATH, () -> files.status(0, path));
    }
  }

  @Test
  void renameMovesATree() throws ServiceException {
    files.makeDirectory(0, "d");
    make("d/x", "y");
    files.rename(0, "d", "e");
    assertEquals("y", content("e/x"));
    assertFails(FilesErrors.NOT_FOUND, () -> files.status(0, "d"));
    files.rename(0, "e", "e");
    assertEquals("y", content("e/x"));
  }

  @Test
  void quotaHoldsAndComesBack() throws ServiceException {
    make("a", "x");
    assertFails(FilesErrors.NO_SPACE, () -> files.resize(0, "a", LIMIT_BYTES));
    assertEquals("x", content("a"));
    int made = 0;
    try {
      while (true) {
        files.resize(0, "many" + made, 0);
        made++;
      }
    } catch (ServiceException e) {
      assertEquals(FilesErrors.NO_SPACE, e.code());
    }
    assertTrue(made > 50 && made < 200);
    for (int i = 0; i < made; i++) {
      files.remove(0, "many" + i);
    }
    files.remove(0, "a");
    assertEquals(0, files.space(0).usedBytes());
    assertEquals(0, extents.allocatedBytes);
  }

  @Test
  void memoryThatIsNotThereIsAnErrorAndNothingIsLost() throws ServiceException {
    TemporaryFiles poor = new TemporaryFiles(new FileTree(new HeapExtents(8192), 1 << 20));
    poor.resize(0, "a", 4096);
    poor.write(0, "a", 0, bytes("kept"));
    long used = poor.space(0).usedBytes();
    assertFails(FilesErrors.NO_SPACE, () -> poor.write(0, "a", 8000, bytes("x")));
    assertEquals(used, poor.space(0).usedBytes());
    byte[] buffer = new byte[4];
    poor.read(0, "a", 0, buffer);
    assertArrayEquals(bytes("kept"), buffer);
  }

  /** A map from names to arrays is the oracle. */
  @Test
  @Tag("fuzz")
  void randomOperationsAgreeWithASimpleModel() throws ServiceException {
    Random random = new Random(3);
    Map<String, byte[]> model = new TreeMap<>();
    // In proportion to the million calls that the kernel's fuzzer makes by default.
    long rounds = 20_000 * Math.max(1, Long.getLong("edgex.fuzz.calls", 1) / 1_000_000);
    for (long step = 0; step < rounds; step++) {
      String name = "f" + random.nextInt(6);
      switch (random.nextInt(4)) {
        case 0 -> resizeBoth(model, name, random.nextInt(6000));
        case 1 -> writeBoth(model, name, random.nextInt(5000), random.nextInt(200));
        case 2 -> removeBoth(model, name);
        default -> assertSame(model, name);
      }
    }
  }

  private void resizeBoth(Map<String, byte[]> model, String name, int size)
      throws ServiceException {
    files.resize(0, name, size);
    model.put(name, Arrays.copyOf(model.getOrDefault(name, new byte[0]), size));
  }

  private void writeBoth(Map<String, byte[]> model, String name, int offset, int length)
      throws ServiceException {
    if (model.containsKey(name)) {
      byte[] data = new byte[length];
      Arrays.fill(data, (byte) (offset + 1));
      files.write(0, name, offset, data);
      byte[] old = model.get(name);
      int size = length == 0 ? old.length : Math.max(old.length, offset + length);
      byte[] expected = Arrays.copyOf(old, size);
      System.arraycopy(data, 0, expected, length == 0 ? 0 : offset, length);
      model.put(name, expected);
    }
  }

  private void removeBoth(Map<String, byte[]> model, String name) throws ServiceException {
    if (model.remove(name) != null) {
      files.remove(0, name);
    }
  }

  private void assertSame(Map<String, byte[]> model, String name) throws ServiceException {
    if (model.containsKey(name)) {
      byte[] buffer = new byte[20_000];
      int length = files.read(0, name, 0, buffer);
      assertArrayEquals(model.get(name), Arrays.copyOf(buffer, length));
    } else {
      assertFails(FilesErrors.NOT_FOUND, () -> files.status(0, name));
    }
  }

  private String emptyFile() throws ServiceException {
    files.resize(0, "empty", 0);
    return "empty";
  }

  private void make(String path, String text) throws ServiceException {
    files.resize(0, path, 0);
    files.write(0, path, 0, bytes(text));
  }

  private String content(String path) throws ServiceException {
    byte[] buffer = new byte[100];
    int length = files.read(0, path, 0, buffer);
    return new String(buffer, 0, length, StandardCharsets.UTF_8);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static void assertFails(int code, Executable operation) {
    assertEquals(code, assertThrows(ServiceException.class, operation).code());
  }
}
