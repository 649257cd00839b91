package edgex.services.tmpfs;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import edgex.abi.ipc.ServiceException;
import edgex.abi.service.FileStatus;
import edgex.abi.service.Files;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The source of the seeds is another tree of this kind, reached as a client would. */
class SeedsTest {
  private static final long PLENTY = 1 << 20;

  private final FileTree image = new FileTree(new HeapExtents(PLENTY), PLENTY);
  private final Files source = new LocalFiles(new TemporaryFiles(image));

  @Test
  void everythingBelowTheDirectoryIsCopied() throws Exception {
    byte[] content = new byte[5000];
    new Random(3).nextBytes(content);
    image.makeDirectory("bin");
    image.makeDirectory("tmp");
    image.makeDirectory("tmp/deep");
    image.resize("tmp/empty", 0);
    fill("tmp/deep/model", content);
    fill("bin/shell", content);
    FileTree tree = new FileTree(new HeapExtents(PLENTY), PLENTY);
    new Seeds(source, "tmp", tree).copy();
    byte[] copied = new byte[content.length];
    assertEquals(content.length, tree.read(tree.findFile("deep/model"), 0, copied));
    assertArrayEquals(content, copied);
    assertEquals(0, tree.findFile("empty").sizeBytes());
    assertEquals(new FileStatus(FileStatus.DIRECTORY, 0, 2), tree.find("").status());
  }

  @Test
  void aSourceWithoutTheDirectoryHasNoSeeds() throws Exception {
    FileTree tree = new FileTree(new HeapExtents(PLENTY), PLENTY);
    new Seeds(source, "tmp", tree).copy();
    assertEquals(0, tree.space().usedBytes());
  }

  @Test
  void aSeedThatDoesNotFitIsNamed() throws Exception {
    image.makeDirectory("tmp");
    fill("tmp/model.onnx", new byte[9000]);
    FileTree tree = new FileTree(new HeapExtents(PLENTY), 8192);
    SeedException failure =
        assertThrows(SeedException.class, () -> new Seeds(source, "tmp", tree).copy());
    assertEquals(
        "model.onnx: the limit of the files in memory is too small for it", failure.getMessage());
  }

  private void fill(String path, byte[] content) throws ServiceException {
    image.resize(path, 0);
    image.write(image.findFile(path), 0, content);
  }
}
