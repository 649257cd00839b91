package edgex.bench.peers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScratchFolderTest {
  @TempDir Path parent;

  @Test
  void folderIsGoneWithAllThatIsInIt() throws IOException {
    Path path;
    try (ScratchFolder scratch = ScratchFolder.create(parent, "work")) {
      path = scratch.path();
      assertEquals(parent, path.getParent());
      Files.writeString(Files.createDirectories(path.resolve("a/b")).resolve("c"), "text");
    }
    assertFalse(Files.exists(path));
    assertTrue(Files.exists(parent));
  }

  @Test
  void linksAreNotFollowed() throws IOException {
    Path outside =
        Files.writeString(Files.createDirectory(parent.resolve("kept")).resolve("f"), "");
    try (ScratchFolder scratch = ScratchFolder.create(parent, "work")) {
      Files.createSymbolicLink(scratch.path().resolve("link"), outside.getParent());
    }
    assertTrue(Files.exists(outside));
  }

  @Test
  void folderThatWasMovedAwayIsFine() throws IOException {
    try (ScratchFolder scratch = ScratchFolder.create(parent, "work")) {
      Files.move(scratch.path(), parent.resolve("finished"));
    }
    assertTrue(Files.exists(parent.resolve("finished")));
  }
}
