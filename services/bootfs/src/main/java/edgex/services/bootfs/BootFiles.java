package edgex.services.bootfs;

import edgex.abi.Rights;
import edgex.abi.ipc.ServiceErrors;
import edgex.abi.ipc.ServiceException;
import edgex.abi.service.DirectoryEntry;
import edgex.abi.service.FileContent;
import edgex.abi.service.FileSpace;
import edgex.abi.service.FileStatus;
import edgex.abi.service.FilesErrors;
import edgex.abi.service.FilesHandler;
import edgex.runtime.image.ImageEntry;
import edgex.runtime.image.ImageIndex;
import edgex.runtime.image.ImageMemory;

/**
 * The service {@code files} over a boot image. The image knows only files; a directory is what some
 * file's path goes through.
 */
final class BootFiles implements FilesHandler {
  private final ImageMemory image;
  private final ImageIndex index;

  BootFiles(ImageMemory image, ImageIndex index) {
    this.image = image;
    this.index = index;
  }

  @Override
  public FileStatus status(long client, String path) throws ServiceException {
    int place = index.lowerBound(path);
    if (isFileAt(place, path)) {
      return fileStatus(index.get(place));
    }
    int entries = 0;
    int next = firstWithin(path);
    while (isWithin(next, path)) {
      entries++;
      next = afterChild(next, path);
    }
    if (entries == 0 && !path.isEmpty()) {
      throw new ServiceException(FilesErrors.NOT_FOUND);
    }
    return new FileStatus(FileStatus.DIRECTORY, 0, entries);
  }

  @Override
  public DirectoryEntry list(long client, String directory, int wanted) throws ServiceException {
    if (status(client, directory).kind() != FileStatus.DIRECTORY) {
      throw new ServiceException(FilesErrors.NOT_A_DIRECTORY);
    }
    int next = firstWithin(directory);
    for (int skipped = 0; skipped < wanted && isWithin(next, directory); skipped++) {
      next = afterChild(next, directory);
    }
    if (wanted < 0 || !isWithin(next, directory)) {
      throw new ServiceException(FilesErrors.END);
    }
    String path = childPath(next, directory);
    FileStatus status = status(client, path);
    String name = path.substring(path.lastIndexOf('/') + 1);
    return new DirectoryEntry(name, status.kind(), status.sizeBytes());
  }

  @Override
  public FileContent map(long client, String path) throws ServiceException {
    ImageEntry entry = find(path);
    if (entry.sizeBytes() == 0) {
      throw new ServiceException(FilesErrors.EMPTY);
    }
    int rights = Rights.READ | Rights.GRANT | (entry.program() ? Rights.EXECUTE : 0);
    int memory = image.slice(entry.offset(), entry.sizeBytes(), rights);
    if (memory < 0) {
      throw new ServiceException(ServiceErrors.OUT_OF_MEMORY);
    }
    return new FileContent(memory, entry.sizeBytes());
  }

  @Override
  public int read(long client, String path, long offset, byte[] buffer) throws ServiceException {
    ImageEntry entry = find(path);
    if (offset < 0) {
      throw new ServiceException(FilesErrors.INVALID_OFFSET);
    }
    long left = Math.max(0, entry.sizeBytes() - offset);
    int length = (int) Math.min(left, buffer.length);
    if (length > 0) {
      image.read(entry.offset() + offset, buffer, 0, length);
    }
    return length;
  }

  @Override
  public void write(long client, String path, long offset, byte[] data) throws ServiceException {
    throw readOnly();
  }

  @Override
  public void resize(long client, String path, long sizeBytes) throws ServiceException {
    throw readOnly();
  }

  @Override
  public void makeDirectory(long client, String path) throws ServiceException {
    throw readOnly();
  }

  @Override
  public void remove(long client, String path) throws ServiceException {
    throw readOnly();
  }

  @Override
  public void rename(long client, String oldPath, String newPath) throws ServiceException {
    throw readOnly();
  }

  @Override
  public FileSpace space(long client) {
    return new FileSpace(image.sizeBytes(), image.sizeBytes());
  }

  private ImageEntry find(String path) throws ServiceException {
    int place = index.lowerBound(path);
    if (isFileAt(place, path)) {
      return index.get(place);
    }
    status(0, path);
    throw new ServiceException(FilesErrors.IS_A_DIRECTORY);
  }

  private static FileStatus fileStatus(ImageEntry entry) {
    int flags = entry.program() ? FileStatus.FLAG_PROGRAM : 0;
    return new FileStatus(FileStatus.FILE, flags, entry.sizeBytes());
  }

  private boolean isFileAt(int place, String path) {
    return place < index.size() && index.get(place).name().equals(path);
  }

  private int firstWithin(String directory) {
    return index.lowerBound(prefix(directory));
  }

  private boolean isWithin(int place, String directory) {
    return place < index.size() && index.get(place).name().startsWith(prefix(directory));
  }

  /** The path of the directory's entry that this file is, or lies below. */
  private String childPath(int place, String directory) {
    String name = index.get(place).name();
    int end = name.indexOf('/', prefix(directory).length());
    return end < 0 ? name : name.substring(0, end);
  }

  /** The first file after the entry that this file is, or lies below. */
  private int afterChild(int place, String directory) {
    String child = childPath(place, directory);
    if (index.get(place).name().equals(child)) {
      return place + 1;
    }
    int next = place;
    while (isWithin(next, child)) {
      next++;
    }
    return next;
  }

  private static String prefix(String directory) {
    return directory.isEmpty() ? "" : directory + "/";
  }

  private static ServiceException readOnly() {
    return new ServiceException(FilesErrors.READ_ONLY);
  }
}
