package edgex.services.tmpfs;

import edgex.abi.ipc.ServiceException;
import edgex.abi.service.DirectoryEntry;
import edgex.abi.service.FileContent;
import edgex.abi.service.FileSpace;
import edgex.abi.service.FileStatus;
import edgex.abi.service.FilesErrors;
import edgex.abi.service.FilesHandler;
import edgex.services.tmpfs.Node.DirectoryNode;
import edgex.services.tmpfs.Node.FileNode;

/** The service {@code files} over a {@link FileTree}. All clients see the same tree. */
final class TemporaryFiles implements FilesHandler {
  private final FileTree tree;

  TemporaryFiles(FileTree tree) {
    this.tree = tree;
  }

  @Override
  public FileStatus status(long client, String path) throws ServiceException {
    return tree.find(path).status();
  }

  @Override
  public DirectoryEntry list(long client, String path, int index) throws ServiceException {
    DirectoryNode directory = tree.findDirectory(path);
    if (index < 0 || index >= directory.size()) {
      throw new ServiceException(FilesErrors.END);
    }
    FileStatus status = directory.node(index).status();
    return new DirectoryEntry(directory.name(index), status.kind(), status.sizeBytes());
  }

  @Override
  public FileContent map(long client, String path) throws ServiceException {
    FileNode file = tree.findFile(path);
    if (file.sizeBytes() == 0) {
      throw new ServiceException(FilesErrors.EMPTY);
    }
    return new FileContent(file.extent().share(), file.sizeBytes());
  }

  @Override
  public int read(long client, String path, long offset, byte[] buffer) throws ServiceException {
    return tree.read(tree.findFile(path), offset, buffer);
  }

  @Override
  public void write(long client, String path, long offset, byte[] data) throws ServiceException {
    tree.write(tree.findFile(path), offset, data);
  }

  @Override
  public void resize(long client, String path, long sizeBytes) throws ServiceException {
    tree.resize(path, sizeBytes);
  }

  @Override
  public void makeDirectory(long client, String path) throws ServiceException {
    tree.makeDirectory(path);
  }

  @Override
  public void remove(long client, String path) throws ServiceException {
    tree.remove(path);
  }

  @Override
  public void rename(long client, String oldPath, String newPath) throws ServiceException {
    tree.rename(oldPath, newPath);
  }

  @Override
  public FileSpace space(long client) {
    return tree.space();
  }
}
