package edgex.services.tmpfs;

import edgex.abi.ipc.ServiceException;
import edgex.abi.service.DirectoryEntry;
import edgex.abi.service.FileStatus;
import edgex.abi.service.Files;
import edgex.abi.service.FilesErrors;
import edgex.services.tmpfs.Node.FileNode;
import java.util.Arrays;

/** Files that the tree begins with: a directory of another tree. */
final class Seeds {
  private final Files source;
  private final String directory;
  private final FileTree tree;
  private final byte[] piece = new byte[Files.MAXIMUM_READ_BYTES];

  /**
   * Seeds that are to be copied.
   *
   * @param directory whose entries go into the root of the tree
   */
  Seeds(Files source, String directory, FileTree tree) {
    this.source = source;
    this.directory = directory;
    this.tree = tree;
  }

  /**
   * Copies them. A source without the directory has no seeds.
   *
   * @throws SeedException naming what could not be copied
   */
  void copy() throws SeedException {
    if (exists()) {
      copyDirectory("");
    }
  }

  private boolean exists() throws SeedException {
    try {
      return source.status(directory).kind() == FileStatus.DIRECTORY;
    } catch (ServiceException failure) {
      if (failure.code() == FilesErrors.NOT_FOUND) {
        return false;
      }
      throw new SeedException(directory, failure);
    }
  }

  /** Copies what a directory holds; its path is relative to the seeds' directory. */
  private void copyDirectory(String path) throws SeedException {
    int index = 0;
    DirectoryEntry entry = entry(path, index);
    while (entry != null) {
      String child = path.isEmpty() ? entry.name() : path + "/" + entry.name();
      try {
        if (entry.kind() == FileStatus.DIRECTORY) {
          tree.makeDirectory(child);
          copyDirectory(child);
        } else {
          copyFile(child, entry.sizeBytes());
        }
      } catch (ServiceException failure) {
        throw new SeedException(child, failure);
      }
      index++;
      entry = entry(path, index);
    }
  }

  private DirectoryEntry entry(String path, int index) throws SeedException {
    try {
      return source.list(sourcePath(path), index);
    } catch (ServiceException failure) {
      if (failure.code() == FilesErrors.END) {
        return null;
      }
      throw new SeedException(path, failure);
    }
  }

  private void copyFile(String path, long sizeBytes) throws ServiceException {
    tree.resize(path, sizeBytes);
    FileNode file = tree.findFile(path);
    long offset = 0;
    while (offset < sizeBytes) {
      int count = source.read(sourcePath(path), offset, piece);
      if (count == 0) {
        throw new ServiceException(FilesErrors.INVALID_OFFSET);
      }
      tree.write(file, offset, count == piece.length ? piece : Arrays.copyOf(piece, count));
      offset += count;
    }
  }

  private String sourcePath(String path) {
    return path.isEmpty() ? directory : directory + "/" + path;
  }
}
