package edgex.apps.tools;

import edgex.abi.ipc.ServiceErrors;
import edgex.abi.ipc.ServiceException;
import edgex.abi.service.DirectoryEntry;
import edgex.abi.service.FileContent;
import edgex.abi.service.FileSpace;
import edgex.abi.service.FileStatus;
import edgex.abi.service.Files;
import edgex.abi.service.FilesErrors;

/** An empty tree of files with a quota; without one, a service that dies on every call. */
final class FakeFiles implements Files {
  private final FileSpace space;

  FakeFiles(FileSpace space) {
    this.space = space;
  }

  @Override
  public FileSpace space() throws ServiceException {
    if (space == null) {
      throw new ServiceException(ServiceErrors.PEER_GONE);
    }
    return space;
  }

  @Override
  public FileStatus status(String path) throws ServiceException {
    throw notFound();
  }

  @Override
  public DirectoryEntry list(String directory, int index) throws ServiceException {
    throw notFound();
  }

  @Override
  public FileContent map(String path) throws ServiceException {
    throw notFound();
  }

  @Override
  public int read(String path, long offset, byte[] buffer) throws ServiceException {
    throw notFound();
  }

  @Override
  public void write(String path, long offset, byte[] data) throws ServiceException {
    throw notFound();
  }

  @Override
  public void resize(String path, long sizeBytes) throws ServiceException {
    throw notFound();
  }

  @Override
  public void makeDirectory(String path) throws ServiceException {
    throw notFound();
  }

  @Override
  public void remove(String path) throws ServiceException {
    throw notFound();
  }

  @Override
  public void rename(String oldPath, String newPath) throws ServiceException {
    throw notFound();
  }

  private static ServiceException notFound() {
    return new ServiceException(FilesErrors.NOT_FOUND);
  }
}
