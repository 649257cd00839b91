package edgex.services.tmpfs;

import edgex.abi.ipc.ServiceException;
import edgex.abi.service.DirectoryEntry;
import edgex.abi.service.FileContent;
import edgex.abi.service.FileSpace;
import edgex.abi.service.FileStatus;
import edgex.abi.service.Files;
import edgex.abi.service.FilesHandler;

/** A client of a server in the same process. */
record LocalFiles(FilesHandler server) implements Files {
  private static final int CLIENT = 1;

  @Override
  public FileStatus status(String path) throws ServiceException {
    return server.status(CLIENT, path);
  }

  @Override
  public DirectoryEntry list(String directory, int index) throws ServiceException {
    return server.list(CLIENT, directory, index);
  }

  @Override
  public FileContent map(String path) throws ServiceException {
    return server.map(CLIENT, path);
  }

  @Override
  public int read(String path, long offset, byte[] buffer) throws ServiceException {
    return server.read(CLIENT, path, offset, buffer);
  }

  @Override
  public void write(String path, long offset, byte[] data) throws ServiceException {
    server.write(CLIENT, path, offset, data);
  }

  @Override
  public void resize(String path, long sizeBytes) throws ServiceException {
    server.resize(CLIENT, path, sizeBytes);
  }

  @Override
  public void makeDirectory(String path) throws ServiceException {
    server.makeDirectory(CLIENT, path);
  }

  @Override
  public void remove(String path) throws ServiceException {
    server.remove(CLIENT, path);
  }

  @Override
  public void rename(String oldPath, String newPath) throws ServiceException {
    server.rename(CLIENT, oldPath, newPath);
  }

  @Override
  public FileSpace space() throws ServiceException {
    return server.space(CLIENT);
  }
}
