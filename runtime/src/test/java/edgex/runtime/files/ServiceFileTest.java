package edgex.runtime.files;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.teavm.runtime.fs.VirtualFileAccessor;

class ServiceFileTest {
  private final FakeFiles root = new FakeFiles();
  private final FakeFiles temporary = new FakeFiles();
  private final MountTable mounts =
      new MountTable(
          List.of(
              new MountTable.Mount("/disk", root), new MountTable.Mount("/disk/tmp", temporary)));

  private ServiceFile file(String path) {
    return new ServiceFile(mounts, path);
  }

  @Test
  void kindsAndSizesAreThoseOfTheService() throws IOException {
    assertTrue(file("/disk").isDirectory());
    assertTrue(file("/disk").createFile("a"));
    assertFalse(file("/disk").createFile("a"));
    root.entries.put("a", new byte[5]);
    assertTrue(file("/disk/a").isFile());
    assertFalse(file("/disk/a").isDirectory());
    assertEquals(5, file("/disk/a").length());
    assertEquals("a", file("/disk/a").getName());
    assertFalse(file("/disk/b").isFile() || file("/disk/b").isDirectory());
    assertEquals(0, file("/disk/b").length());
  }

  @Test
  void listsEntriesAndMountPoints() {
    root.entries.put("x", new byte[1]);
    root.entries.put("dir", null);
    root.entries.put("dir/inner", new byte[1]);
    assertArrayEquals(new String[] {"dir", "x", "tmp"}, file("/disk").listFiles());
    assertArrayEquals(new String[] {"inner"}, file("/disk/dir").listFiles());
    assertNull(file("/disk/x").listFiles());
    assertNull(file("/disk/none").listFiles());
    assertNull(file("/elsewhere").listFiles());
  }

  @Test
  void contentIsWrittenAndReadInPieces() throws IOException {
    assertTrue(file("/disk").createFile("big"));
    byte[] written = new byte[5000];
    for (int i = 0; i < written.length; i++) {
      written[i] = (byte) (i * 7);
    }
    VirtualFileAccessor writer = file("/disk/big").createAccessor(false, true, false);
    writer.write(written, 0, written.length);
    writer.close();
    byte[] read = new byte[written.length];
    VirtualFileAccessor reader = file("/disk/big").createAccessor(true, false, false);
    int done = 0;
    while (done < read.length) {
      int count = reader.read(read, done, read.length - done);
      assertTrue(count > 0);
      done += count;
    }
    reader.close();
    assertArrayEquals(written, read);
    assertArrayEquals(written, root.entries.get("big"));
  }

  @Test
  void openingToWriteTruncatesAndToAppendDoesNot() throws IOException {
    root.entries.put("f", new byte[] {1, 2, 3});
    VirtualFileAccessor appending = file("/disk/f").createAccessor(false, true, true);
    appending.write(new byte[] {4}, 0, 1);
    appending.close();
    assertArrayEquals(new byte[] {1, 2, 3, 4}, root.entries.get("f"));
    file("/disk/f").createAccessor(false, true, false).close();
    assertEquals(0, root.entries.get("f").length);
    assertNull(file("/disk/missing").createAccessor(true, false, false));
  }

  @Test
  void directoriesAreMadeRenamedAndRemoved() {
    assertTrue(file("/disk").createDirectory("d"));
    assertFalse(file("/disk").createDirectory("d"));
    assertTrue(file("/disk").adopt(file("/disk/d"), "e"));
    assertFalse(file("/disk/d").isDirectory());
    root.entries.put("e/f", new byte[0]);
    assertFalse(file("/disk/e").delete());
    assertTrue(file("/disk/e/f").delete());
    assertTrue(file("/disk/e").delete());
    assertFalse(file("/disk/e").delete());
  }

  @Test
  void nothingMovesFromOneServiceToAnother() {
    root.entries.put("f", new byte[1]);
    assertFalse(file("/disk/tmp").adopt(file("/disk/f"), "f"));
    assertTrue(root.entries.containsKey("f"));
    assertFalse(file("/elsewhere").adopt(file("/disk/f"), "f"));
  }

  @Test
  void aReadOnlyTreeSaysSo() {
    root.entries.put("f", new byte[1]);
    assertTrue(file("/disk/f").canWrite());
    root.readOnly = true;
    assertTrue(file("/disk/f").canRead());
    assertFalse(file("/disk/f").canWrite());
    assertFalse(file("/disk").canWrite());
    IOException refused = assertThrows(IOException.class, () -> file("/disk").createFile("g"));
    assertEquals("/disk/g: read-only", refused.getMessage());
    IOException nobody = assertThrows(IOException.class, () -> file("/x").createFile("g"));
    assertEquals("/x/g: no file service is granted for this path", nobody.getMessage());
  }
}
