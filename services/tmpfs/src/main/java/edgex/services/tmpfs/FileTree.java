package edgex.services.tmpfs;

import edgex.abi.ipc.ServiceException;
import edgex.abi.service.FileSpace;
import edgex.abi.service.FilesErrors;
import edgex.services.tmpfs.Node.DirectoryNode;
import edgex.services.tmpfs.Node.FileNode;

/**
 * The tree and its quota.
 *
 * <p>Every extent's capacity and {@link #ENTRY_BYTES} for every entry count against the limit, so
 * that neither large files nor many small ones can take more than was granted.
 */
final class FileTree {
  /** What an entry counts beside its content. */
  static final long ENTRY_BYTES = 512;

  private static final long SMALLEST_EXTENT_BYTES = 4096;

  private final DirectoryNode root = new DirectoryNode();
  private final ExtentSource source;
  private final long limitBytes;
  private long usedBytes;

  FileTree(ExtentSource source, long limitBytes) {
    this.source = source;
    this.limitBytes = limitBytes;
  }

  FileSpace space() {
    return new FileSpace(usedBytes, limitBytes);
  }

  /** What a path names. */
  Node find(String path) throws ServiceException {
    Path.check(path);
    Node node = root;
    int start = 0;
    while (start < path.length()) {
      int end = Path.endOfPart(path, start);
      node =
          node instanceof DirectoryNode directory
              ? directory.find(path.substring(start, end))
              : null;
      if (node == null) {
        throw new ServiceException(FilesErrors.NOT_FOUND);
      }
      start = end + 1;
    }
    return node;
  }

  FileNode findFile(String path) throws ServiceException {
    if (find(path) instanceof FileNode file) {
      return file;
    }
    throw new ServiceException(FilesErrors.IS_A_DIRECTORY);
  }

  DirectoryNode findDirectory(String path) throws ServiceException {
    if (find(path) instanceof DirectoryNode directory) {
      return directory;
    }
    throw new ServiceException(FilesErrors.NOT_A_DIRECTORY);
  }

  /** Reads into the front of a buffer; how many bytes there were, 0 at the end. */
  int read(FileNode file, long offset, byte[] buffer) throws ServiceException {
    checkOffset(offset);
    long left = Math.max(0, file.sizeBytes() - offset);
    int length = (int) Math.min(left, buffer.length);
    if (length > 0) {
      file.extent().read(offset, buffer, 0, length);
    }
    return length;
  }

  void write(FileNode file, long offset, byte[] data) throws ServiceException {
    checkOffset(offset);
    long end = offset + data.length;
    if (end < offset) {
      throw new ServiceException(FilesErrors.NO_SPACE);
    }
    if (data.length > 0) {
      reserve(file, end);
      file.extent().write(offset, data, 0, data.length);
      file.setSize(Math.max(end, file.sizeBytes()));
    }
  }

  /** Sets the size of a file, which is made where there is none. */
  void resize(String path, long sizeBytes) throws ServiceException {
    checkOffset(sizeBytes);
    FileNode file = findOrMake(path);
    reserve(file, sizeBytes);
    file.setSize(sizeBytes);
  }

  void makeDirectory(String path) throws ServiceException {
    add(path, new DirectoryNode());
  }

  void remove(String path) throws ServiceException {
    Node node = find(path);
    if (node == root || (node instanceof DirectoryNode directory && directory.size() > 0)) {
      throw new ServiceException(FilesErrors.NOT_EMPTY);
    }
    findDirectory(Path.parent(path)).remove(Path.name(path));
    usedBytes -= ENTRY_BYTES;
    if (node instanceof FileNode file) {
      usedBytes -= file.capacityBytes();
      file.replaceExtent(null);
    }
  }

  void rename(String oldPath, String newPath) throws ServiceException {
    Node node = find(oldPath);
    Path.check(newPath);
    if (oldPath.equals(newPath)) {
      return;
    }
    if (Path.isWithin(newPath, oldPath)) {
      throw new ServiceException(FilesErrors.INVALID_PATH);
    }
    placeFor(newPath).add(Path.name(newPath), node);
    findDirectory(Path.parent(oldPath)).remove(Path.name(oldPath));
  }

  private FileNode findOrMake(String path) throws ServiceException {
    try {
      return findFile(path);
    } catch (ServiceException e) {
      if (e.code() != FilesErrors.NOT_FOUND) {
        throw e;
      }
    }
    FileNode file = new FileNode();
    add(path, file);
    return file;
  }

  private void add(String path, Node node) throws ServiceException {
    Path.check(path);
    DirectoryNode directory = placeFor(path);
    charge(ENTRY_BYTES);
    directory.add(Path.name(path), node);
  }

  /** The directory in which a new path gets its entry. */
  private DirectoryNode placeFor(String path) throws ServiceException {
    DirectoryNode directory = findDirectory(Path.parent(path));
    if (path.isEmpty() || directory.find(Path.name(path)) != null) {
      throw new ServiceException(FilesErrors.EXISTS);
    }
    return directory;
  }

  /** Makes an extent large enough: doubling, so that appending costs little in sum. */
  private void reserve(FileNode file, long sizeBytes) throws ServiceException {
    long oldCapacity = file.capacityBytes();
    if (sizeBytes <= oldCapacity) {
      return;
    }
    long capacity = Math.max(SMALLEST_EXTENT_BYTES, oldCapacity);
    while (capacity < sizeBytes && capacity <= limitBytes) {
      capacity *= 2;
    }
    charge(capacity - oldCapacity);
    Extent extent = source.allocate(capacity);
    if (extent == null) {
      usedBytes -= capacity - oldCapacity;
      throw new ServiceException(FilesErrors.NO_SPACE);
    }
    copy(file, extent);
    file.replaceExtent(extent);
  }

  private static void copy(FileNode file, Extent target) {
    byte[] chunk = new byte[(int) Math.min(file.sizeBytes(), SMALLEST_EXTENT_BYTES)];
    long offset = 0;
    while (offset < file.sizeBytes()) {
      int length = (int) Math.min(chunk.length, file.sizeBytes() - offset);
      file.extent().read(offset, chunk, 0, length);
      target.write(offset, chunk, 0, length);
      offset += length;
    }
  }

  private void charge(long bytes) throws ServiceException {
    if (bytes > limitBytes - usedBytes) {
      throw new ServiceException(FilesErrors.NO_SPACE);
    }
    usedBytes += bytes;
  }

  private static void checkOffset(long offset) throws ServiceException {
    if (offset < 0) {
      throw new ServiceException(FilesErrors.INVALID_OFFSET);
    }
  }
}
